import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useBanColumns } from '../../../components/bans/use-ban-columns.js';
import { useLiftBan } from '../../../components/bans/use-lift-ban.js';
import { StatePanel } from '../../../components/feedback/state-panel.js';
import { FilterSelect } from '../../../components/field/filter-select.js';
import { DataTable, TableSkeleton } from '../../../components/table/data-table.js';
import { FilterBar } from '../../../components/table/filter-bar.js';
import { Listing } from '../../../components/table/listing.js';
import { choiceFilter } from '../../../lib/filters/url-filters.js';
import { useUrlFilters } from '../../../lib/filters/use-url-filters.js';
import { banListQuery } from '../../../lib/queries/moderation.js';

const kinds = { view: choiceFilter(['reports', 'bans']), isActive: choiceFilter(['true', 'false']) };
const pageSize = 20;

/** Everybody who is or was kept out, of the site or of rooms. */
export function BanList() {
  const { t } = useTranslation(['moderation', 'bans']);
  const { filters, page, change, linkToPage } = useUrlFilters(kinds);
  const { isActive } = filters;
  const query = useQuery(banListQuery({ page, pageSize, isActive }));
  const { lift, liftingId } = useLiftBan();
  const columns = useBanColumns({ onLift: lift, liftingId, hasScope: true });
  return (
    <>
      <FilterBar
        count={query.data ? t('bans:count', { count: query.data.total }) : null}
        isFiltered={isActive !== undefined}
        onClear={() => change({ isActive: undefined })}
      >
        <FilterSelect
          label={t('bans:state')}
          value={isActive}
          allLabel={t('all')}
          options={[
            { value: 'true', label: t('bans:states.active') },
            { value: 'false', label: t('bans:past') },
          ]}
          onValue={(value) => change({ isActive: value })}
        />
      </FilterBar>
      <Listing
        query={query}
        skeleton={<TableSkeleton rows={4} />}
        summary={({ total }) => t('bans:count', { count: total })}
        empty={<StatePanel mood="empty" title={t('ban.emptyTitle')} text={t('ban.emptyText')} />}
        linkToPage={linkToPage}
      >
        {(bans, isStale) => (
          <DataTable
            caption={t('views.bans')}
            columns={columns}
            rows={bans}
            rowKey={({ id }) => id}
            isStale={isStale}
          />
        )}
      </Listing>
    </>
  );
}
