import type { Action } from '@virtualcafe/contracts';
import { lazy, Suspense, type ComponentType, type ReactNode } from 'react';
import { Navigate, useLocation, type RouteObject } from 'react-router';
import { NotAllowedPanel } from '../components/feedback/not-allowed-panel.js';
import { LoadingNote } from '../components/feedback/skeleton.js';
import { loadTexts, type TextArea } from '../i18n/setup.js';
import { withReturnPath } from '../lib/navigation/return-path.js';
import { hasAbility, useSession } from '../lib/session/use-session.js';
import { PageSkeleton } from './page-skeleton.js';

/** One page: where it is, how its code is fetched, who may see it. */
export type Page = {
  path: string;
  /** The page's module, with the page as its default export; a chunk of its own. */
  load: () => Promise<{ default: ComponentType }>;
  /** The areas whose texts the page shows, fetched along with its code; common texts and errors are always there. */
  texts: readonly TextArea[];
  /** Shown until the code is there; a general one when left out. */
  skeleton?: ReactNode;
  /** `bare`: without the site's header and footer, for what takes the whole screen. */
  frame?: 'site' | 'bare';
  /** Only for who may attempt this: others sign in first, or are told that they may not enter. */
  requires?: Action;
};

/** The code and the texts of a page. */
export async function loadPage({ load, texts }: Page): Promise<{ default: ComponentType }> {
  const [module] = await Promise.all([load(), loadTexts(texts)]);
  return module;
}

/** The router's entry for a page. */
export function routeOf(page: Page): RouteObject {
  const { path, skeleton = <PageSkeleton />, requires } = page;
  const Content = lazy(() => loadPage(page));
  const fallback = (
    <>
      <LoadingNote />
      {skeleton}
    </>
  );
  const content = (
    // The key makes each page a boundary of its own: its skeleton shows at once instead of the page one is leaving.
    <Suspense key={path} fallback={fallback}>
      <Content />
    </Suspense>
  );
  const element =
    requires === undefined ? (
      content
    ) : (
      <OnlyFor action={requires} fallback={fallback}>
        {content}
      </OnlyFor>
    );
  return { path, element };
}

type OnlyForProps = { action: Action; fallback: ReactNode; children: ReactNode };

function OnlyFor({ action, fallback, children }: OnlyForProps) {
  const { status, account } = useSession();
  const { pathname, search } = useLocation();
  if (status === 'restoring') return fallback;
  if (status === 'anonymous') return <Navigate to={withReturnPath('/login', pathname + search)} replace />;
  // The page itself is no secret, only what is in it: saying so spares a search for a mistyped address.
  return hasAbility(account, action) ? children : <NotAllowedPanel />;
}
