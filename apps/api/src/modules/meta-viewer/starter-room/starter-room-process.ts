import { restrictImageCodecs } from '../../image-upload/image-codecs.js';
import { generateStarterRoom, type StarterRoom } from './generate-starter-room.js';
import { type StarterRoomForm } from './starter-room-form.js';
import { wallPhotoOf } from './wall-photo.js';

/** What a room is made from. `photoPaths`: files of stored images, in the order in which they are to hang. */
export interface StarterRoomOrder {
  readonly form: Omit<StarterRoomForm, 'photos'>;
  readonly photoPaths: readonly string[];
}

/** What the process answers to each order. */
export type StarterRoomAnswer = { readonly room: StarterRoom } | { readonly error: string };

// A process of its own: a room takes a second of computing, in which a server must go on answering. It makes one room after the other.
restrictImageCodecs();

process.on('message', (order: StarterRoomOrder) => void answer(order));
process.on('disconnect', () => process.exit(0));

async function answer(order: StarterRoomOrder): Promise<void> {
  const send = (message: StarterRoomAnswer): boolean | undefined => process.connected && process.send?.(message);
  try {
    send({ room: await make(order) });
  } catch (error) {
    send({ error: error instanceof Error ? (error.stack ?? error.message) : String(error) });
  }
}

async function make({ form, photoPaths }: StarterRoomOrder): Promise<StarterRoom> {
  const images = await Promise.all(photoPaths.map(wallPhotoOf));
  const photos = images.map(({ width, height }, imageIndex) => ({ imageIndex, width, height }));
  return generateStarterRoom({ ...form, photos }, images);
}
