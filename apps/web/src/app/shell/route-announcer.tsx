import { useEffect, useRef } from 'react';
import { useLocation } from 'react-router';
import { noteNavigation, useAnnouncedTitle } from '../../lib/navigation/page-title.js';

export const mainId = 'main';

/**
 * Does for a change of page inside the application what a browser does for a new document: puts the focus at the start
 * of the content, and says the new title to a screen reader.
 */
export function RouteAnnouncer() {
  const { pathname } = useLocation();
  const title = useAnnouncedTitle();
  const shownPath = useRef(pathname);

  useEffect(() => {
    if (shownPath.current === pathname) return;
    shownPath.current = pathname;
    noteNavigation();
    document.getElementById(mainId)?.focus({ preventScroll: true });
  }, [pathname]);

  return <output className="visually-hidden">{title}</output>;
}
