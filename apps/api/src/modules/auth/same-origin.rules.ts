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
