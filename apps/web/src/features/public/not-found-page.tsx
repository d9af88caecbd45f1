import { NotFoundPanel } from '../../components/feedback/not-found-panel.js';

/** For every address that leads nowhere. */
export default function NotFoundPage() {
  return <NotFoundPanel />;
}
