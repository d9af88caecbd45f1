import { acceptedImageTypes, maxImageBytes } from '@virtualcafe/contracts';

/** Why a file is not even sent: the server would refuse it. */
export type FileRefusal = 'empty' | 'heic' | 'type' | 'size';

/** For <input accept>. */
export const acceptedImageFiles = acceptedImageTypes.join(',');

export const maxImageMegabytes = maxImageBytes / 1024 / 1024;

// What iPhones take photos as; browsers often leave its type empty.
const heicName = /\.hei[cf]$/i;

/** A first look at a file by its name, declared type and size; the server looks at the content itself. */
export function refusalOf({ name, type, size }: Pick<File, 'name' | 'type' | 'size'>): FileRefusal | null {
  if (heicName.test(name) || type === 'image/heic' || type === 'image/heif') return 'heic';
  // An unknown type is left to the server.
  if (type !== '' && !acceptedImageTypes.some((accepted) => accepted === type)) return 'type';
  if (size === 0) return 'empty';
  return size > maxImageBytes ? 'size' : null;
}
