import { useQuery } from '@tanstack/react-query';
import type { ManagedCafeSummary } from '@virtualcafe/contracts';
import { Plus } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Badge } from '../../../components/badge/badge.js';
import { ButtonLink } from '../../../components/button/button.js';
import { StatePanel } from '../../../components/feedback/state-panel.js';
import { FilterSelect } from '../../../components/field/filter-select.js';
import { SearchField } from '../../../components/field/search-field.js';
import { AppLink } from '../../../components/navigation/app-link.js';
import { DataTable, TableSkeleton, type Column } from '../../../components/table/data-table.js';
import { FilterBar } from '../../../components/table/filter-bar.js';
import { Listing } from '../../../components/table/listing.js';
import { momentText } from '../../../lib/format/moments.js';
import { choiceFilter, textFilter } from '../../../lib/filters/url-filters.js';
import { useUrlFilters } from '../../../lib/filters/use-url-filters.js';
import { managedCafeListQuery } from '../../../lib/queries/managed-cafes.js';
import { AdminFrame } from '../frame/admin-frame.js';
import styles from './cafes-page.module.css';

const kinds = { q: textFilter(100), isDisabled: choiceFilter(['true', 'false']) };
const pageSize = 20;

/** Every café there is. */
export default function CafesPage() {
  const { t } = useTranslation('admin');
  const { filters, page, isFiltered, change, clear, linkToPage } = useUrlFilters(kinds);
  const query = useQuery(managedCafeListQuery({ ...filters, page, pageSize }));
  const columns = useColumns();
  return (
    <AdminFrame
      title={t('cafes.title')}
      lead={t('cafes.lead')}
      actions={
        <ButtonLink to="/owner/cafes/new" variant="primary" icon={<Plus aria-hidden />}>
          {t('cafes.create')}
        </ButtonLink>
      }
    >
      <FilterBar
        count={query.data ? t('cafes.count', { count: query.data.total }) : null}
        isFiltered={isFiltered}
        onClear={clear}
      >
        <SearchField
          label={t('cafes.search')}
          placeholder={t('cafes.search')}
          value={filters.q ?? ''}
          onSearch={(q) => change({ q })}
        />
        <FilterSelect
          label={t('cafes.stateFilter')}
          value={filters.isDisabled}
          allLabel={t('all')}
          options={[
            { value: 'false', label: t('cafes.published') },
            { value: 'true', label: t('cafes.hidden') },
          ]}
          onValue={(isDisabled) => change({ isDisabled })}
        />
      </FilterBar>
      <Listing
        query={query}
        skeleton={<TableSkeleton />}
        summary={({ total }) => t('cafes.count', { count: total })}
        empty={<StatePanel mood="lost" title={t('cafes.emptyTitle')} text={t('cafes.emptyText')} />}
        linkToPage={linkToPage}
      >
        {(cafes, isStale) => (
          <DataTable
            caption={t('cafes.table')}
            columns={columns}
            rows={cafes}
            rowKey={({ id }) => id}
            isStale={isStale}
          />
        )}
      </Listing>
    </AdminFrame>
  );
}

function useColumns(): Column<ManagedCafeSummary>[] {
  const { t, i18n } = useTranslation('admin');
  return [
    {
      key: 'name',
      header: t('cafes.name'),
      cell: ({ code, name, thumbnail }) => (
        <span className={styles['cafe']}>
          {thumbnail === null ? (
            <span className={styles['picture']} />
          ) : (
            <img src={thumbnail.thumbnailUrl} alt="" loading="lazy" className={styles['picture']} />
          )}
          <span>
            <AppLink to={`/owner/cafes/${code}`}>{name}</AppLink>
            <span className={styles['code']}>{code}</span>
          </span>
        </span>
      ),
    },
    { key: 'region', header: t('cafes.region'), cell: ({ region }) => region.shortName },
    { key: 'address', header: t('cafes.address'), cell: ({ address }) => address },
    {
      key: 'state',
      header: t('cafes.state'),
      cell: ({ isDisabled }) => (
        <Badge tone={isDisabled ? 'neutral' : 'good'}>{isDisabled ? t('cafes.hidden') : t('cafes.published')}</Badge>
      ),
    },
    {
      key: 'updated',
      header: t('cafes.updated'),
      isOneLine: true,
      cell: ({ updatedAt }) => momentText(updatedAt, i18n.language),
    },
    {
      key: 'actions',
      header: t('cafes.actions'),
      isActions: true,
      cell: ({ code, name, isDisabled }) => (
        <>
          <ButtonLink to={`/owner/cafes/${code}`} size="sm" aria-label={t('cafes.editName', { name })}>
            {t('cafes.edit')}
          </ButtonLink>
          {!isDisabled && (
            <ButtonLink to={`/cafes/${code}`} size="sm" variant="quiet" aria-label={t('cafes.viewName', { name })}>
              {t('cafes.view')}
            </ButtonLink>
          )}
        </>
      ),
    },
  ];
}
