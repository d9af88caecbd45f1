import { useQuery } from '@tanstack/react-query';
import type { CafeSummary } from '@virtualcafe/contracts';
import { useTranslation } from 'react-i18next';
import { CafeCard, CafeCardSkeleton } from '../../../components/cafe-card/cafe-card.js';
import { LoadingNote } from '../../../components/feedback/skeleton.js';
import { ErrorPanel, StatePanel } from '../../../components/feedback/state-panel.js';
import { cafeListQuery } from '../../../lib/queries/cafes.js';
import styles from './newest-cafes.module.css';

const shownCount = 8;
// A photo of 4 by 3 in a doorway of 4 by 5 is cut at the sides: it is drawn 1.67 times as wide as the doorway.
const cardSizes = '(max-width: 40rem) 104vw, (max-width: 64rem) 50vw, 31rem';

/** The cafés that opened last, each behind its own doorway. */
export function NewestCafes() {
  const { t } = useTranslation('home');
  const { data, error, refetch } = useQuery(cafeListQuery({ page: 1, pageSize: shownCount, sort: 'newest' }));
  return (
    <section className={`page ${styles['section']}`}>
      <h2 className={styles['title']}>{t('newestTitle')}</h2>
      {error !== null && data === undefined ? (
        <ErrorPanel error={error} onRetry={() => void refetch()} />
      ) : (
        <Doors cafes={data?.items ?? null} />
      )}
    </section>
  );
}

function Doors({ cafes }: { cafes: readonly CafeSummary[] | null }) {
  const { t } = useTranslation('home');
  if (cafes?.length === 0) return <StatePanel mood="empty" title={t('newestEmptyTitle')} text={t('newestEmptyText')} />;
  return (
    <>
      {cafes === null && <LoadingNote />}
      <ul className={styles['doors']}>
        {cafes === null
          ? Array.from({ length: shownCount }, (_, index) => (
              <li key={index}>
                <CafeCardSkeleton shape="door" />
              </li>
            ))
          : cafes.map((cafe) => (
              <li key={cafe.id}>
                <CafeCard cafe={cafe} shape="door" sizes={cardSizes} />
              </li>
            ))}
      </ul>
    </>
  );
}
