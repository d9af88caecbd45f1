import { useQuery } from '@tanstack/react-query';
import { participantKey, type Viewer } from '@virtualcafe/contracts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Navigate, useLocation, useParams, useSearchParams } from 'react-router';
import { NotFoundPanel } from '../../components/feedback/not-found-panel.js';
import { LoadingNote } from '../../components/feedback/skeleton.js';
import { Spinner } from '../../components/feedback/spinner.js';
import { ErrorPanel } from '../../components/feedback/state-panel.js';
import { usePageTitle } from '../../lib/navigation/page-title.js';
import { cafeQuery } from '../../lib/queries/cafes.js';
import { isUnknownViewer, viewerQuery } from '../../lib/queries/viewers.js';
import { Backdrop } from './entry/backdrop.js';
import { type Entrance, keptEntrance } from './entry/entrance.js';
import { EntryView } from './entry/entry-view.js';
import { hasWebGl2 } from './stage/web-gl.js';
import styles from './room-page.module.css';
import { VisitView } from './visit-view.js';

/** A café's room: the door, and behind it the room itself. */
export default function RoomPage() {
  const { t } = useTranslation('room');
  const { code = '' } = useParams();
  const { data: room, error, refetch } = useQuery(viewerQuery(code));
  usePageTitle(room?.name ?? null);
  if (room !== undefined) return <RoomDoor key={room.code} room={room} />;
  if (isUnknownViewer(error)) return <NotFoundPanel title={t('notFoundTitle')} text={t('notFoundText')} />;
  if (error !== null) {
    return (
      <div className="page">
        <ErrorPanel error={error} onRetry={() => void refetch()} headingLevel={1} />
      </div>
    );
  }
  return (
    <Backdrop image={null}>
      <LoadingNote />
      <span className={styles['spinner']}>
        <Spinner />
      </span>
    </Backdrop>
  );
}

/** Whether one has come through another room's portal: named and dressed already. */
const isThroughPortal = (state: unknown): boolean =>
  typeof state === 'object' && state !== null && 'isThroughPortal' in state && state.isThroughPortal === true;

function RoomDoor({ room }: { room: Viewer }) {
  const { state } = useLocation();
  const [search] = useSearchParams();
  // The cover is an ornament: the room opens also while the café's page cannot be had.
  const { data: cafe } = useQuery(cafeQuery(room.cafe.code));
  const [entrance, setEntrance] = useState<Entrance | null>(() => (isThroughPortal(state) ? keptEntrance() : null));
  const cover = cafe?.thumbnail ?? null;
  const isEmbedded = search.get('embed') === '1';
  const companion = participantKey.safeParse(search.get('with')).data ?? null;

  if (!hasWebGl2()) return <Navigate to={`/r/${room.code}/tour`} state={{ isWithout3d: true }} replace />;
  if (entrance === null) {
    const isWithFriend = companion !== null;
    return <EntryView {...{ room, cover, isEmbedded, isWithFriend }} onEnter={setEntrance} />;
  }
  const startAt = search.get('at');
  return <VisitView {...{ room, cover, entrance, companion, startAt, isEmbedded }} onLeave={() => setEntrance(null)} />;
}
