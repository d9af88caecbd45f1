const parameter = 'next';

/** Where to go after signing in: a path of this site only, never an address that somebody smuggled in. */
export function safeReturnPath(wish: string | null): string {
  if (wish === null || !wish.startsWith('/')) return '/';
  // "//host" and "/\host" are other sites to a browser; the base host tells whether the path stays here.
  const url = new URL(wish, 'https://this.site');
  if (url.host !== 'this.site' || isSignInPage(url.pathname)) return '/';
  return url.pathname + url.search + url.hash;
}

const isSignInPage = (pathname: string): boolean => pathname === '/login' || pathname === '/signup';

export const returnPathOf = (search: URLSearchParams): string => safeReturnPath(search.get(parameter));

/** A link to a sign-in page that leads back to `from` afterwards. */
export function withReturnPath(page: '/login' | '/signup', from: string): string {
  const target = safeReturnPath(from);
  return target === '/' ? page : `${page}?${new URLSearchParams({ [parameter]: target })}`;
}
