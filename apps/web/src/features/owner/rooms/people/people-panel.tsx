import { useQuery } from '@tanstack/react-query';
import type { ManagedViewer } from '@virtualcafe/contracts';
import { useTranslation } from 'react-i18next';
import { useBanColumns } from '../../../../components/bans/use-ban-columns.js';
import { useLiftBan } from '../../../../components/bans/use-lift-ban.js';
import { StatePanel } from '../../../../components/feedback/state-panel.js';
import { FilterSelect } from '../../../../components/field/filter-select.js';
import { Section } from '../../../../components/section/section.js';
import { DataTable, TableSkeleton } from '../../../../components/table/data-table.js';
import { FilterBar } from '../../../../components/table/filter-bar.js';
import { Listing } from '../../../../components/table/listing.js';
import { choiceFilter } from '../../../../lib/filters/url-filters.js';
import { useUrlFilters } from '../../../../lib/filters/use-url-filters.js';
import { viewerBanListQuery } from '../../../../lib/queries/moderation.js';
import { roomTabs } from '../console/room-tabs.js';

// The tab is among them so that a filter does not lead away from it.
const kinds = { tab: choiceFilter(roomTabs), isActive: choiceFilter(['true', 'false']) };
const pageSize = 20;

/** Who is kept out of a room, why and until when; the ban is imposed within the room, where it happened. */
export function PeoplePanel({ room }: { room: ManagedViewer }) {
  const { t } = useTranslation(['rooms', 'bans']);
  const { filters, page, change, linkToPage } = useUrlFilters(kinds);
  const { isActive } = filters;
  const query = useQuery(viewerBanListQuery(room.code, { page, pageSize, isActive }));
  const { lift, liftingId } = useLiftBan();
  const columns = useBanColumns({ onLift: lift, liftingId, hasScope: false });
  return (
    <Section title={t('people.title')} lead={t('people.lead')}>
      <FilterBar
        count={query.data ? t('bans:count', { count: query.data.total }) : null}
        isFiltered={isActive !== undefined}
        onClear={() => change({ isActive: undefined })}
      >
        <FilterSelect
          label={t('bans:state')}
          value={isActive}
          allLabel={t('list.all')}
          options={[
            { value: 'true', label: t('bans:states.active') },
            { value: 'false', label: t('bans:past') },
          ]}
          onValue={(value) => change({ isActive: value })}
        />
      </FilterBar>
      <Listing
        query={query}
        skeleton={<TableSkeleton rows={3} />}
        summary={({ total }) => t('bans:count', { count: total })}
        empty={<StatePanel mood="empty" title={t('people.emptyTitle')} text={t('people.emptyText')} />}
        linkToPage={linkToPage}
      >
        {(bans, isStale) => (
          <DataTable
            caption={t('people.title')}
            columns={columns}
            rows={bans}
            rowKey={({ id }) => id}
            isStale={isStale}
          />
        )}
      </Listing>
    </Section>
  );
}
