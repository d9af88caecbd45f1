/** A part of a file, both ends included. */
export interface ByteRange {
  readonly start: number;
  readonly end: number;
}

/**
 * What a `Range` header (RFC 9110 section 14.2) asks of a file of `sizeBytes`: one part; `whole` where there is no header, one of another
 * unit or form, or one of several parts, which a server may leave aside; `unsatisfiable` where the file has no such part.
 */
export function rangeOf(header: string | undefined, sizeBytes: number): ByteRange | 'whole' | 'unsatisfiable' {
  const match = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header?.trim() ?? '');
  const [, first = '', last = ''] = match ?? [];
  if (first !== '') return fromByte(Number(first), last === '' ? Infinity : Number(last), sizeBytes);
  return last === '' ? 'whole' : lastBytes(Number(last), sizeBytes);
}

function fromByte(start: number, last: number, sizeBytes: number): ByteRange | 'whole' | 'unsatisfiable' {
  if (last < start) return 'whole';
  return start >= sizeBytes ? 'unsatisfiable' : { start, end: Math.min(last, sizeBytes - 1) };
}

function lastBytes(count: number, sizeBytes: number): ByteRange | 'unsatisfiable' {
  if (count === 0 || sizeBytes === 0) return 'unsatisfiable';
  return { start: Math.max(0, sizeBytes - count), end: sizeBytes - 1 };
}

/** Whether `If-None-Match` names the file's tag: the client has it. */
export const hasTag = (header: string | undefined, etag: string): boolean =>
  header !== undefined &&
  (header.trim() === '*' || header.split(',').some((each) => each.trim().replace(/^W\//, '') === etag));

/** Whether a range may be answered: no `If-Range`, or one that names the file as it is. A date never does: files have none. */
export const allowsRange = (ifRange: string | undefined, etag: string): boolean =>
  ifRange === undefined || ifRange.trim() === etag;
