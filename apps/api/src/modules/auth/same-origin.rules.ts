import type { IncomingHttpHeaders } from 'node:http';

/** What a browser tells of the page that makes a request, and what we know of ourselves. */
export interface RequestOrigin {
  /** `Sec-Fetch-Site`: a browser sets it, a page cannot. */
  readonly fetchSite: string | undefined;
  /** `Origin`. */
  readonly origin: string | undefined;
  /** The host the request was made to. */
  readonly host: string;
  /** The other origins that may call us. */
  readonly allowedOrigins: readonly string[];
}

/**
 * Whether the request comes from one of our own pages or from no page at all. Cookies are `SameSite=Strict` already; this
 * also keeps out pages of a sibling subdomain, which count as the same site.
 */
export function isFromOurPages({ fetchSite, origin, host, allowedOrigins }: RequestOrigin): boolean {
  if (origin !== undefined && allowedOrigins.includes(origin)) return true;
  // `none` is a person's own doing: an address typed, a bookmark.
  if (fetchSite !== undefined) return fetchSite === 'same-origin' || fetchSite === 'none';
  if (origin === undefined) return true;
  return URL.canParse(origin) && new URL(origin).host === host;
}

/** The other origins that may call us: those of the configuration, and our own public one. */
export const allowedOriginsOf = ({
  CORS_ORIGINS,
  PUBLIC_URL,
}: {
  readonly CORS_ORIGINS: readonly string[];
  readonly PUBLIC_URL?: string | undefined;
}): readonly string[] => (PUBLIC_URL === undefined ? CORS_ORIGINS : [...CORS_ORIGINS, new URL(PUBLIC_URL).origin]);

/** What the headers of a request tell of its page. */
export function requestOriginOf(
  { origin, 'sec-fetch-site': fetchSite }: IncomingHttpHeaders,
  host: string,
  allowedOrigins: readonly string[],
): RequestOrigin {
  return { fetchSite: Array.isArray(fetchSite) ? fetchSite.join(', ') : fetchSite, origin, host, allowedOrigins };
}
