import { matchPath } from 'react-router';

type LoadablePage = { path: string; load: () => Promise<unknown> };

let pages: readonly LoadablePage[] = [];

/** Told once by the router, so that links need not know the pages they lead to. */
export function registerPages(loadable: readonly LoadablePage[]): void {
  pages = loadable;
}

/** Fetches the code of the page at a path ahead of the visit. */
export function preloadPage(pathname: string): void {
  const page = pages.find(({ path }) => matchPath(path, pathname) !== null);
  // A failed preload shows nothing: the visit itself loads again and reports.
  page?.load().catch(() => undefined);
}
