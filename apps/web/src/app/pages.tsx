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
  {
    path: '/r/:code',
    load: () => import('../features/room/room-page.js'),
    texts: ['room', 'controls', 'forms'],
    frame: 'bare',
  },
  { path: '/r/:code/tour', load: () => import('../features/room/tour/tour-page.js'), texts: ['room'] },
  {
    path: '/r/:code/poster',
    load: () => import('../features/room/poster/poster-page.js'),
    texts: ['room'],
    frame: 'bare',
  },
  { path: '/login', load: () => import('../features/public/auth/sign-in-page.js'), texts: ['auth', 'forms'] },
  { path: '/signup', load: () => import('../features/public/auth/sign-up-page.js'), texts: ['auth', 'forms'] },
  {
    path: '/owner',
    load: () => import('../features/owner/list/owner-page.js'),
    texts: ['controls', 'owner'],
    requires: 'cafe.manage',
  },
  {
    path: '/owner/cafes/new',
    load: () => import('../features/owner/form/new-cafe-page.js'),
    texts: ['controls', 'forms', 'owner'],
    requires: 'cafe.create',
  },
  {
    path: '/owner/cafes/:code',
    load: () => import('../features/owner/editor/cafe-editor-page.js'),
    texts: ['controls', 'forms', 'owner', 'photos', 'rooms'],
    requires: 'cafe.update',
  },
  {
    path: '/owner/rooms',
    load: () => import('../features/owner/rooms/list/rooms-page.js'),
    texts: ['controls', 'owner', 'rooms'],
    requires: 'viewer.manage',
  },
  {
    path: '/owner/rooms/new',
    load: () => import('../features/owner/rooms/list/new-room-page.js'),
    texts: ['controls', 'forms', 'owner', 'rooms'],
    requires: 'viewer.create',
  },
  {
    path: '/owner/rooms/:code',
    load: () => import('../features/owner/rooms/console/room-page.js'),
    texts: ['bans', 'controls', 'forms', 'maps', 'owner', 'rooms', 'world'],
    requires: 'viewer.manage',
  },
  {
    path: '/admin',
    load: () => import('../features/admin/overview/overview-page.js'),
    texts: ['admin', 'controls'],
    requires: 'user.list',
  },
  {
    path: '/admin/regions',
    load: () => import('../features/admin/regions/regions-page.js'),
    texts: ['admin', 'controls', 'forms'],
    requires: 'region.manage',
  },
  {
    path: '/admin/cafes',
    load: () => import('../features/admin/cafes/cafes-page.js'),
    texts: ['admin', 'controls'],
    requires: 'cafe.update-owners',
  },
  {
    path: '/admin/users',
    load: () => import('../features/admin/users/users-page.js'),
    texts: ['admin', 'controls', 'people'],
    requires: 'user.list',
  },
  {
    path: '/admin/moderation',
    load: () => import('../features/admin/moderation/moderation-page.js'),
    texts: ['admin', 'bans', 'controls', 'forms', 'moderation'],
    requires: 'report.list',
  },
  {
    path: '/admin/api-keys',
    load: () => import('../features/admin/api-keys/api-keys-page.js'),
    texts: ['admin', 'controls', 'forms'],
    requires: 'api-key.list',
  },
  {
    path: '/admin/log',
    load: () => import('../features/admin/log/log-page.js'),
    texts: ['admin', 'controls'],
    requires: 'transaction-log.list',
  },
  { path: '*', load: () => import('../features/public/not-found-page.js'), texts: [] },
];
