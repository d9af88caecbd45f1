/** An error whose message is for the person at the terminal: one line, what is wrong and what to do about it. */
export class UserFacingError extends Error {
  /**
   * @param {string} message
   * @param {ErrorOptions} [options]
   */
  constructor(message, options) {
    super(message, options);
    this.name = 'UserFacingError';
    this.isForPeople = true;
  }
}

/**
 * Whether the message alone is what its reader needs. Asked by property, because this file runs twice in one process: as
 * source before the build, as its copy in dist after it.
 * @param {unknown} error
 * @returns {error is UserFacingError}
 */
export function isUserFacing(error) {
  return error instanceof Error && 'isForPeople' in error;
}

/** @type {Readonly<Record<string, string>>} */
const FILE_ADVICE = {
  EACCES: 'no permission. Give yourself write access to it, or run as the user who owns it',
  EPERM: 'no permission. Give yourself write access to it, or run as the user who owns it',
  EROFS: 'the file system is read-only. Put VirtualCafe in a folder that can be written',
  ENOSPC: 'the disk is full. Free some space and start again',
  EDQUOT: 'the disk quota is used up. Free some space and start again',
  ENOTDIR: 'a file is in the way where a folder is needed. Move it away and start again',
  EEXIST: 'a file is in the way where a folder is needed. Move it away and start again',
};

/**
 * The error code of Node's system errors (`EACCES`, `ENOENT` …); undefined for every other error.
 * @param {unknown} error
 * @returns {string | undefined}
 */
export function systemErrorCode(error) {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}

/**
 * Turns a failed write under `path` into one line; every other error stays as it is.
 * @param {unknown} error
 * @param {string} path
 * @returns {unknown}
 */
export function explainWriteError(error, path) {
  const advice = FILE_ADVICE[isReadOnlyMkdir(error) ? 'EROFS' : (systemErrorCode(error) ?? '')];
  return advice === undefined ? error : new UserFacingError(`Cannot write to ${path}: ${advice}.`, { cause: error });
}

/**
 * Making a folder and those above it on a read-only file system ends with ENOENT in Node, as if the one above were missing.
 * @param {unknown} error
 * @returns {boolean}
 */
function isReadOnlyMkdir(error) {
  return (
    systemErrorCode(error) === 'ENOENT' && error instanceof Error && 'syscall' in error && error.syscall === 'mkdir'
  );
}

/**
 * Runs `work`, which writes under `path`, with `explainWriteError` over its failures.
 * @template T
 * @param {string} path
 * @param {() => T | Promise<T>} work
 * @returns {Promise<T>}
 */
export async function explainingWrites(path, work) {
  try {
    return await work();
  } catch (error) {
    throw explainWriteError(error, path);
  }
}
