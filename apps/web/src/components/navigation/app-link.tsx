import { Link, useResolvedPath, type LinkProps } from 'react-router';
import { preloadPage } from '../../lib/navigation/page-preload.js';

type AppLinkProps = LinkProps & {
  /** Fetches what the page will show, ahead of the visit. */
  prefetch?: (() => void) | undefined;
};

/** A link inside the site. Pointing at it, or focusing it, fetches the page's code and data ahead of the visit. */
export function AppLink({ prefetch, ...rest }: AppLinkProps) {
  const { pathname } = useResolvedPath(rest.to);
  const prepare = (): void => {
    preloadPage(pathname);
    prefetch?.();
  };
  return <Link {...rest} onPointerEnter={prepare} onFocus={prepare} />;
}
