import type { Page } from './page-route.js';

/** Every page of the site. A feature adds its pages here; each is a chunk of its own. */
export const pages: readonly Page[] = [
  { path: '/', load: () => import('../features/public/home/home-page.js'), texts: ['home'] },
  { path: '/cafes', load: () => import('../features/public/search/search-page.js'), texts: ['search'] },
  { path: '*', load: () => import('../features/public/not-found-page.js'), texts: [] },
];
