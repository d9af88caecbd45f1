const refused = /(?:^|,)\s*gzip\s*;\s*q=0(?:\.0*)?\s*(?:,|$)/i;
const named = /(?:^|,)\s*gzip\s*(?:;|,|$)/i;

/** Whether a client that sent this `Accept-Encoding` takes gzip by name (RFC 9110 section 12.5.3); `*` alone is not taken at its word. */
export const acceptsGzip = (acceptEncoding: string | string[] | undefined): boolean =>
  typeof acceptEncoding === 'string' &&
  (acceptEncoding === 'gzip' || (named.test(acceptEncoding) && !refused.test(acceptEncoding)));
