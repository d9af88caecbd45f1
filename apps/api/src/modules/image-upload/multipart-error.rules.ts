import multer from 'multer';
import type { ErrorCode } from '@virtualcafe/contracts';
import { AppError } from '../../platform/errors/app-error.js';

/** What Multer refuses, in our codes; anything else it refuses is a malformed request. */
const codes: Readonly<Record<string, ErrorCode>> = {
  LIMIT_FILE_SIZE: 'image.too-large',
  LIMIT_UNEXPECTED_FILE: 'image.missing',
};

/** The refusal of a part of the form that has no place there. */
export const unknownPart = (code: ErrorCode, name: string): AppError =>
  new AppError(code, {
    errors: [
      { pointer: `/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`, in: 'body', message: 'is not expected' },
    ],
  });

/** Turns what Multer and its parser say of a form into an error of ours. */
export function multipartError(error: Error): AppError {
  if (!(error instanceof multer.MulterError)) return new AppError('request.malformed', { detail: error.message });
  const code = codes[error.code] ?? 'request.malformed';
  if (code === 'image.missing' && error.field !== undefined) return unknownPart(code, error.field);
  return new AppError(code, code === 'request.malformed' ? { detail: error.message } : {});
}
