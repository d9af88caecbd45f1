import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { StatePanel } from '../../../components/feedback/state-panel.js';
import { FilterSelect } from '../../../components/field/filter-select.js';
import { SearchField } from '../../../components/field/search-field.js';
import { DataTable, TableSkeleton } from '../../../components/table/data-table.js';
import { FilterBar } from '../../../components/table/filter-bar.js';
import { Listing } from '../../../components/table/listing.js';
import { idFilter, textFilter } from '../../../lib/filters/url-filters.js';
import { useUrlFilters } from '../../../lib/filters/use-url-filters.js';
import { transactionLogListQuery } from '../../../lib/queries/transaction-logs.js';
import { AdminFrame } from '../frame/admin-frame.js';
import { useActorName } from './actor-name.js';
import { FilterChip } from './filter-chip.js';
import { useLogColumns } from './use-log-columns.js';

const kinds = {
  action: textFilter(80),
  resourceType: textFilter(60),
  resourceId: textFilter(80),
  actorId: idFilter,
};
const pageSize = 20;

const resourceTypes = ['cafe', 'image', 'region', 'user', 'session', 'api-key'] as const;

/** Who changed what, and when. */
export default function LogPage() {
  const { t } = useTranslation('admin');
  const { filters, page, isFiltered, change, clear, linkToPage } = useUrlFilters(kinds);
  const query = useQuery(transactionLogListQuery({ ...filters, page, pageSize }));
  const columns = useLogColumns(change);
  const { action, resourceType, resourceId, actorId } = filters;
  return (
    <AdminFrame title={t('log.title')} lead={t('log.lead')}>
      <FilterBar
        count={query.data ? t('log.count', { count: query.data.total }) : null}
        isFiltered={isFiltered}
        onClear={clear}
      >
        <SearchField
          label={t('log.actionFilter')}
          placeholder={t('log.actionFilter')}
          value={action ?? ''}
          maxLength={80}
          onSearch={(words) => change({ action: words })}
        />
        <FilterSelect
          label={t('log.resourceFilter')}
          value={resourceTypes.find((type) => type === resourceType)}
          allLabel={t('all')}
          options={resourceTypes.map((value) => ({ value, label: t(`log.resources.${value}`) }))}
          onValue={(type) => change({ resourceType: type })}
        />
        {actorId !== undefined && <ActorChip actorId={actorId} onRemove={() => change({ actorId: undefined })} />}
        {resourceId !== undefined && (
          <FilterChip
            text={t('log.resourceIdFilter', { id: resourceId })}
            onRemove={() => change({ resourceId: undefined })}
          />
        )}
      </FilterBar>
      <Listing
        query={query}
        skeleton={<TableSkeleton />}
        summary={({ total }) => t('log.count', { count: total })}
        empty={<StatePanel mood="lost" title={t('log.emptyTitle')} text={t('log.emptyText')} />}
        linkToPage={linkToPage}
      >
        {(entries, isStale) => (
          <DataTable
            caption={t('log.table')}
            columns={columns}
            rows={entries}
            rowKey={({ id }) => id}
            isStale={isStale}
          />
        )}
      </Listing>
    </AdminFrame>
  );
}

function ActorChip({ actorId, onRemove }: { actorId: string; onRemove: () => void }) {
  const { t } = useTranslation('admin');
  const name = useActorName('user', actorId);
  return <FilterChip text={t('log.actorFilter', { name })} onRemove={onRemove} />;
}
