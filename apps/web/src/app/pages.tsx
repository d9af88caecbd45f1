import type { Page } from './page-route.js';

/** Every page of the site. A feature adds its pages here; each is a chunk of its own. */
export const pages: readonly Page[] = [
  { path: '/', load: () => import('../features/public/home/home-page.js'), texts: ['home'] },
  { path: '/cafes', load: () => import('../features/public/search/search-page.js'), texts: ['search'] },
  {
    path: '/account',
    load: () => import('../features/account/account-page.js'),
    texts: ['account', 'forms', 'people'],
    requires: 'account.read',
  },
  { path: '/cafes/:code', load: () => import('../features/public/cafe/cafe-page.js'), texts: ['cafe'] },
  { path: '/login', load: () => import('../features/public/auth/sign-in-page.js'), texts: ['auth', 'forms'] },
  { path: '/signup', load: () => import('../features/public/auth/sign-up-page.js'), texts: ['auth', 'forms'] },
  { path: '*', load: () => import('../features/public/not-found-page.js'), texts: [] },
];
