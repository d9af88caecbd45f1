import type { CafePage } from '@virtualcafe/contracts';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { ButtonLink } from '../../../components/button/button.js';
import { CafeCard, CafeCardSkeleton } from '../../../components/cafe-card/cafe-card.js';
import { LoadingNote } from '../../../components/feedback/skeleton.js';
import { StatePanel } from '../../../components/feedback/state-panel.js';
import { Pagination } from '../../../components/navigation/pagination.js';
import styles from './results.module.css';
import { lastPage, type SearchState } from './search-state.js';

const cardSizes = '(max-width: 40rem) 10rem, (max-width: 64rem) 45vw, 20rem';
// Cards that are seen without scrolling are fetched at once.
const urgentCount = 3;

type ResultsProps = {
  state: SearchState;
  found: CafePage;
  /** True while these are the results of the search before. */
  isStale: boolean;
  pathWith: (change: Partial<SearchState>) => string;
};

/** The cafés found, page by page. */
export function Results({ state, found, isStale, pathWith }: ResultsProps) {
  const { t } = useTranslation('search');
  const headingRef = useFocusOnTurn(state.page);
  const pageCount = Math.min(lastPage, Math.ceil(found.total / found.pageSize));
  if (found.items.length === 0) return <NothingFound {...{ state, found, pathWith }} />;
  return (
    <div aria-busy={isStale} className={styles['results']} data-stale={isStale || undefined}>
      <h2 ref={headingRef} tabIndex={-1} className="visually-hidden">
        {t('listLabel')}
      </h2>
      <ul className={styles['grid']}>
        {found.items.map((cafe, index) => (
          <li key={cafe.id}>
            <CafeCard cafe={cafe} shape="row" sizes={cardSizes} isUrgent={index < urgentCount} />
          </li>
        ))}
      </ul>
      <Pagination page={state.page} pageCount={pageCount} linkTo={(page) => pathWith({ page })} />
    </div>
  );
}

/** After turning a page the focus goes from the bottom of the old one to the top of the new one. */
function useFocusOnTurn(page: number) {
  const headingRef = useRef<HTMLHeadingElement>(null);
  const shownPage = useRef(page);
  useEffect(() => {
    if (shownPage.current === page) return;
    shownPage.current = page;
    headingRef.current?.focus({ preventScroll: true });
  }, [page]);
  return headingRef;
}

type NothingFoundProps = Pick<ResultsProps, 'state' | 'found' | 'pathWith'>;

function NothingFound({ state, found, pathWith }: NothingFoundProps) {
  const { t } = useTranslation('search');
  const isBeyond = found.total > 0;
  return (
    <StatePanel mood="empty" title={t('emptyTitle')} text={useAdvice(state, isBeyond)}>
      {isBeyond && <ButtonLink to={pathWith({})}>{t('firstPage')}</ButtonLink>}
      {!isBeyond && state.regionId !== null && (
        <ButtonLink to={pathWith({ regionId: null })}>{t('everywhere')}</ButtonLink>
      )}
      {!isBeyond && state.q !== '' && <ButtonLink to={pathWith({ q: '' })}>{t('withoutQuery')}</ButtonLink>}
    </StatePanel>
  );
}

function useAdvice({ q }: SearchState, isBeyond: boolean): string {
  const { t } = useTranslation('search');
  if (isBeyond) return t('emptyPage');
  return q === '' ? t('emptyRegion') : t('emptyQuery', { q });
}

const skeletonCount = 9;

/** The shape of a list of cafés that is still loading. */
export const ResultsSkeleton = () => (
  <>
    <LoadingNote />
    <div className={styles['grid']}>
      {Array.from({ length: skeletonCount }, (_, index) => (
        <CafeCardSkeleton key={index} shape="row" />
      ))}
    </div>
  </>
);
