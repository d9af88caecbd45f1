import type { ErrorCode } from '@virtualcafe/contracts';
import { AppError } from './app-error.js';

/** An id of the request and where it stands there, as a JSON pointer. */
export interface GivenId {
  readonly id: string;
  readonly pointer: string;
}

/** @throws AppError that names every id which is not among the usable ones. */
export function assertAllAmong(
  usable: ReadonlySet<string>,
  given: readonly GivenId[],
  code: ErrorCode,
  message: string,
): void {
  const errors = given
    .filter(({ id }) => !usable.has(id))
    .map(({ pointer }) => ({ pointer, in: 'body' as const, message }));
  if (errors.length > 0) throw new AppError(code, { errors });
}
