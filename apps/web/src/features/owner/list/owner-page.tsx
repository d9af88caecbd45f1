import { useQuery } from '@tanstack/react-query';
import { Box, Plus } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { ButtonLink } from '../../../components/button/button.js';
import { StatePanel } from '../../../components/feedback/state-panel.js';
import { SearchField } from '../../../components/field/search-field.js';
import { PageHead } from '../../../components/page-head/page-head.js';
import { FilterBar } from '../../../components/table/filter-bar.js';
import { Listing } from '../../../components/table/listing.js';
import { textFilter } from '../../../lib/filters/url-filters.js';
import { useUrlFilters } from '../../../lib/filters/use-url-filters.js';
import { usePageTitle } from '../../../lib/navigation/page-title.js';
import { managedCafeListQuery } from '../../../lib/queries/managed-cafes.js';
import { useSession } from '../../../lib/session/use-session.js';
import { ManagedCafeCard, ManagedCafeSkeletons } from './managed-cafe-card.js';
import styles from './owner-page.module.css';

const kinds = { q: textFilter(100) };
const pageSize = 12;
/** Fewer cafés than this are seen at a glance: no search is offered. */
const worthSearching = 6;

/** The cafés that the signed-in person looks after. */
export default function OwnerPage() {
  const { t } = useTranslation('owner');
  const { account } = useSession();
  const title = account?.userType === 'ADMIN' ? t('list.allTitle') : t('list.title');
  usePageTitle(title);
  const { filters, page, isFiltered, change, clear, linkToPage } = useUrlFilters(kinds);
  const query = useQuery(managedCafeListQuery({ ...filters, page, pageSize }));
  const total = query.data?.total;
  return (
    <div className="page">
      <PageHead
        title={title}
        lead={t('list.lead')}
        actions={
          <>
            <ButtonLink to="/owner/rooms" icon={<Box aria-hidden />}>
              {t('list.rooms')}
            </ButtonLink>
            <ButtonLink to="/owner/cafes/new" variant="primary" icon={<Plus aria-hidden />}>
              {t('list.create')}
            </ButtonLink>
          </>
        }
      />
      {(isFiltered || (total ?? 0) >= worthSearching) && (
        <FilterBar
          count={total === undefined ? null : t('list.count', { count: total })}
          isFiltered={isFiltered}
          onClear={clear}
        >
          <SearchField
            label={t('list.search')}
            placeholder={t('list.search')}
            value={filters.q ?? ''}
            onSearch={(q) => change({ q })}
          />
        </FilterBar>
      )}
      <Listing
        query={query}
        skeleton={<ManagedCafeSkeletons />}
        summary={(found) => t('list.count', { count: found.total })}
        empty={isFiltered ? <NoMatch /> : <NoCafe />}
        linkToPage={linkToPage}
      >
        {(cafes, isStale) => (
          <ul className={styles['cafes']} data-stale={isStale || undefined}>
            {cafes.map((cafe) => (
              <ManagedCafeCard key={cafe.id} cafe={cafe} />
            ))}
          </ul>
        )}
      </Listing>
    </div>
  );
}

function NoCafe() {
  const { t } = useTranslation('owner');
  return (
    <StatePanel mood="empty" title={t('list.emptyTitle')} text={t('list.emptyText')}>
      <ButtonLink to="/owner/cafes/new" variant="primary">
        {t('list.create')}
      </ButtonLink>
    </StatePanel>
  );
}

function NoMatch() {
  const { t } = useTranslation('owner');
  return <StatePanel mood="lost" title={t('list.noMatchTitle')} text={t('list.noMatchText')} />;
}
