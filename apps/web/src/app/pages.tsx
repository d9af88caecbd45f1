import type { Page } from './page-route.js';

/** Every page of the site. A feature adds its pages here; each is a chunk of its own. */
export const pages: readonly Page[] = [
  { path: '*', load: () => import('../features/public/not-found-page.js'), texts: [] },
];
