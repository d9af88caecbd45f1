import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { NotFoundPanel } from '../../../../components/feedback/not-found-panel.js';
import { LoadingNote, Skeleton, SkeletonText } from '../../../../components/feedback/skeleton.js';
import { ErrorPanel } from '../../../../components/feedback/state-panel.js';
import { ApiError } from '../../../../lib/api/api-error.js';
import { usePageTitle } from '../../../../lib/navigation/page-title.js';
import { managedViewerQuery } from '../../../../lib/queries/managed-viewers.js';
import { RoomConsole } from './room-console.js';
import styles from './room-page.module.css';

/** Where a room is made, changed and kept in order by who looks after its café. */
export default function RoomPage() {
  const { t } = useTranslation('rooms');
  const { code = '' } = useParams();
  const { data, error, refetch } = useQuery(managedViewerQuery(code));
  usePageTitle(data === undefined ? null : data.data.name);

  // A room that is shown stays: what is being typed into it must survive a failed look for a newer version.
  if (data !== undefined) return <RoomConsole key={code} loaded={data} />;
  if (error instanceof ApiError && error.status === 404) {
    return <NotFoundPanel title={t('console.notFoundTitle')} text={t('console.notFoundText')} />;
  }
  if (error !== null) {
    return (
      <div className="page">
        <ErrorPanel error={error} onRetry={() => void refetch()} headingLevel={1} />
      </div>
    );
  }
  return (
    <div className={`page ${styles['skeleton']}`}>
      <LoadingNote />
      <Skeleton width="min(18rem, 60%)" height="2.5rem" />
      <Skeleton height="3rem" />
      <SkeletonText lines={8} />
    </div>
  );
}
