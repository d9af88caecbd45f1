import { createHash } from 'node:crypto';

/** The `ETag` of an answer (RFC 9110 section 8.8.3), a weak one: the bytes may be compressed on the way. */
export const entityTagOf = (payload: string | Buffer): string =>
  `W/"${createHash('sha1').update(payload).digest('base64url')}"`;

/** Whether a client that sent this `If-None-Match` has the answer of `etag`, compared weakly (RFC 9110 section 13.1.2). */
export function hasEntityTag(ifNoneMatch: string | undefined, etag: string): boolean {
  if (ifNoneMatch === undefined) return false;
  if (ifNoneMatch.trim() === '*') return true;
  const opaque = etag.replace(/^W\//, '');
  return ifNoneMatch.split(',').some((candidate) => candidate.trim().replace(/^W\//, '') === opaque);
}
