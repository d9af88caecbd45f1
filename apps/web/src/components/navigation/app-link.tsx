import { Link, useResolvedPath, type LinkProps } from 'react-router';
import { preloadPage } from '../../lib/navigation/page-preload.js';

type AppLinkProps = LinkProps & {
  /** Fetches what the page will show, ahead of the visit. */
  onPrepare?: (() => void) | undefined;
};

/** A link inside the site. Pointing at it, or focusing it, fetches the page's code and data ahead of the visit. */
export function AppLink({ onPrepare, ...rest }: AppLinkProps) {
  const { pathname } = useResolvedPath(rest.to);
  const prepare = (): void => {
    preloadPage(pathname);
    onPrepare?.();
  };
  return <Link {...rest} onPointerEnter={prepare} onFocus={prepare} />;
}
