import { createBrowserRouter } from 'react-router';
import { registerPages } from '../lib/navigation/page-preload.js';
import { loadPage, type Page, routeOf } from './page-route.js';
import { pages } from './pages.js';
import { RouteError } from './route-error.js';
import { BareLayout } from './shell/bare-layout.js';
import { RootLayout } from './shell/root-layout.js';

registerPages(pages.map((page) => ({ path: page.path, load: () => loadPage(page) })));

const pagesIn = (wanted: Page['frame']) => pages.filter(({ frame = 'site' }) => frame === wanted).map(routeOf);

export const router = createBrowserRouter([
  {
    element: <RootLayout />,
    errorElement: <RouteError />,
    // A fault in a page leaves header and footer standing; one in those is caught by the outer element.
    children: [{ errorElement: <RouteError />, children: pagesIn('site') }],
  },
  {
    element: <BareLayout />,
    errorElement: <RouteError />,
    children: [{ errorElement: <RouteError />, children: pagesIn('bare') }],
  },
]);
