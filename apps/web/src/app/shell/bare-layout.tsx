import { Outlet } from 'react-router';
import { Toaster } from '../../components/feedback/toaster.js';
import { mainId, RouteAnnouncer } from './route-announcer.js';

/** What stands around a page that takes the whole screen: nothing that is seen. */
export function BareLayout() {
  return (
    <>
      <main id={mainId} tabIndex={-1}>
        <Outlet />
      </main>
      <Toaster />
      <RouteAnnouncer />
    </>
  );
}
