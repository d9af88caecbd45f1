import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { NotFoundPanel } from '../../../components/feedback/not-found-panel.js';
import { LoadingNote, Skeleton, SkeletonText } from '../../../components/feedback/skeleton.js';
import { ErrorPanel } from '../../../components/feedback/state-panel.js';
import { ApiError } from '../../../lib/api/api-error.js';
import { usePageTitle } from '../../../lib/navigation/page-title.js';
import { managedCafeQuery } from '../../../lib/queries/managed-cafes.js';
import { CafeEditor } from './cafe-editor.js';
import styles from './cafe-editor-page.module.css';

/** Where a café is edited by who looks after it. */
export default function CafeEditorPage() {
  const { t } = useTranslation('owner');
  const { code = '' } = useParams();
  const { data, error, refetch } = useQuery(managedCafeQuery(code));
  usePageTitle(data === undefined ? null : data.data.name);

  // A café that is shown stays: what is being typed into it must survive a failed look for a newer version.
  if (data !== undefined) return <CafeEditor key={code} loaded={data} />;
  if (error instanceof ApiError && error.status === 404) {
    return <NotFoundPanel title={t('editor.notFoundTitle')} text={t('editor.notFoundText')} />;
  }
  if (error !== null) {
    return (
      <div className="page">
        <ErrorPanel error={error} onRetry={() => void refetch()} headingLevel={1} />
      </div>
    );
  }
  return <EditorSkeleton />;
}

const EditorSkeleton = () => (
  <div className={`page ${styles['skeleton']}`}>
    <LoadingNote />
    <Skeleton width="min(18rem, 60%)" height="2.5rem" />
    <Skeleton height="3rem" />
    <SkeletonText lines={8} />
  </div>
);
