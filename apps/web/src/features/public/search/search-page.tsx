import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { CafePage } from '@virtualcafe/contracts';
import { useTranslation } from 'react-i18next';
import { ErrorPanel } from '../../../components/feedback/state-panel.js';
import { usePageTitle } from '../../../lib/navigation/page-title.js';
import { cafeListQuery } from '../../../lib/queries/cafes.js';
import { regionsQuery } from '../../../lib/queries/regions.js';
import { LiveSearchBox } from './live-search-box.js';
import { RegionNavigator } from './region-navigator.js';
import { RegionSheet } from './region-sheet.js';
import { pathTo } from './region-tree.js';
import { Results, ResultsSkeleton } from './results.js';
import styles from './search-page.module.css';
import type { CafeSort, SearchState } from './search-state.js';
import { useSearch } from './use-search.js';

const pageSize = 24;

const filterOf = ({ q, regionId, page, sort }: SearchState) => ({
  q: q === '' ? undefined : q,
  regionId: regionId ?? undefined,
  page,
  pageSize,
  sort,
});

/** Finding a café by words and by region; the address holds the search, so that it can be kept and shared. */
export default function SearchPage() {
  const { t } = useTranslation('search');
  const { state, typingKey, pathWith, typeWords, change } = useSearch();
  const { data: regions } = useQuery(regionsQuery());
  const cafes = useQuery({ ...cafeListQuery(filterOf(state)), placeholderData: keepPreviousData });
  const region = regions && pathTo(regions, state.regionId).at(-1);
  const title = region === undefined ? t('pageTitle') : t('titleIn', { region: region.shortName });
  usePageTitle(title);
  const linkTo = (regionId: string | null): string => pathWith({ regionId });
  return (
    <div className={`page ${styles['page']}`}>
      <header className={styles['head']}>
        <h1 className={styles['title']}>{title}</h1>
        <LiveSearchBox key={typingKey} initial={state.q} onWords={typeWords} />
      </header>
      <aside className={styles['regions']}>
        <h2 className={styles['regionsTitle']}>{t('region.title')}</h2>
        <RegionNavigator chosenId={state.regionId} linkTo={linkTo} />
      </aside>
      <div className={styles['found']}>
        <div className={styles['bar']}>
          <Count found={cafes.isPlaceholderData ? undefined : cafes.data} hasFailed={cafes.isError} />
          <div className={styles['tools']}>
            <span className={styles['sheet']}>
              <RegionSheet
                chosenId={state.regionId}
                chosenName={region?.shortName ?? null}
                total={cafes.data?.total}
                linkTo={linkTo}
              />
            </span>
            <SortChoice sort={state.sort} onSort={(sort) => change({ sort })} />
          </div>
        </div>
        {cafes.isError && <ErrorPanel error={cafes.error} onRetry={() => void cafes.refetch()} />}
        {cafes.isPending && <ResultsSkeleton />}
        {cafes.isSuccess && (
          <Results state={state} found={cafes.data} isStale={cafes.isPlaceholderData} pathWith={pathWith} />
        )}
      </div>
    </div>
  );
}

/** How many were found, also said to a screen reader once the answer is there. */
function Count({ found, hasFailed }: { found: CafePage | undefined; hasFailed: boolean }) {
  const { t } = useTranslation('search');
  const words = found?.total === 0 ? t('noResults') : t('results', { count: found?.total ?? 0 });
  return (
    <p aria-live="polite" className={styles['count']}>
      {found === undefined ? !hasFailed && t('searching') : words}
    </p>
  );
}

function SortChoice({ sort, onSort }: { sort: CafeSort; onSort: (sort: CafeSort) => void }) {
  const { t } = useTranslation('search');
  return (
    <label className={styles['sort']}>
      <span className="visually-hidden">{t('sortLabel')}</span>
      <select value={sort} onChange={(event) => onSort(event.target.value === 'newest' ? 'newest' : 'relevance')}>
        <option value="newest">{t('sortNewest')}</option>
        <option value="relevance">{t('sortRelevance')}</option>
      </select>
    </label>
  );
}
