import { useQuery } from '@tanstack/react-query';
import { Plus } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { ButtonLink } from '../../../../components/button/button.js';
import { StatePanel } from '../../../../components/feedback/state-panel.js';
import { FilterSelect } from '../../../../components/field/filter-select.js';
import { SearchField } from '../../../../components/field/search-field.js';
import { Breadcrumb } from '../../../../components/navigation/breadcrumb.js';
import { PageHead } from '../../../../components/page-head/page-head.js';
import { TableSkeleton } from '../../../../components/table/data-table.js';
import { FilterBar } from '../../../../components/table/filter-bar.js';
import { Listing } from '../../../../components/table/listing.js';
import { choiceFilter, idFilter, textFilter } from '../../../../lib/filters/url-filters.js';
import { useUrlFilters } from '../../../../lib/filters/use-url-filters.js';
import { usePageTitle } from '../../../../lib/navigation/page-title.js';
import { managedViewerListQuery } from '../../../../lib/queries/managed-viewers.js';
import { RoomTable } from './room-table.js';
import { useCafeChoices } from './use-cafe-choices.js';

const kinds = { q: textFilter(100), cafeId: idFilter, isDisabled: choiceFilter(['true', 'false']) };
const pageSize = 20;

/** The rooms of all cafés that the signed-in person looks after. */
export default function RoomsPage() {
  const { t } = useTranslation(['rooms', 'owner']);
  usePageTitle(t('list.title'));
  const { filters, page, isFiltered, change, clear, linkToPage } = useUrlFilters(kinds);
  const query = useQuery(managedViewerListQuery({ ...filters, page, pageSize }));
  const { cafes } = useCafeChoices();
  return (
    <div className="page">
      <PageHead
        above={<Breadcrumb crumbs={[{ label: t('owner:list.title'), to: '/owner' }]} current={t('list.title')} />}
        title={t('list.title')}
        lead={t('list.lead')}
        actions={<NewRoomLink />}
      />
      <FilterBar
        count={query.data ? t('list.count', { count: query.data.total }) : null}
        isFiltered={isFiltered}
        onClear={clear}
      >
        <SearchField
          label={t('list.search')}
          placeholder={t('list.search')}
          value={filters.q ?? ''}
          onSearch={(q) => change({ q })}
        />
        {cafes.length > 1 && (
          <FilterSelect
            label={t('list.cafe')}
            value={filters.cafeId}
            allLabel={t('list.all')}
            options={cafes}
            onValue={(cafeId) => change({ cafeId })}
          />
        )}
        <FilterSelect
          label={t('list.state')}
          value={filters.isDisabled}
          allLabel={t('list.all')}
          options={[
            { value: 'false', label: t('list.shown') },
            { value: 'true', label: t('state.hidden') },
          ]}
          onValue={(isDisabled) => change({ isDisabled })}
        />
      </FilterBar>
      <Listing
        query={query}
        skeleton={<TableSkeleton rows={4} />}
        summary={({ total }) => t('list.count', { count: total })}
        empty={isFiltered ? <NoMatch /> : <NoRoom />}
        linkToPage={linkToPage}
      >
        {(rooms, isStale) => <RoomTable rooms={rooms} isStale={isStale} />}
      </Listing>
    </div>
  );
}

function NewRoomLink() {
  const { t } = useTranslation('rooms');
  return (
    <ButtonLink to="/owner/rooms/new" variant="primary" icon={<Plus aria-hidden />}>
      {t('list.create')}
    </ButtonLink>
  );
}

function NoRoom() {
  const { t } = useTranslation('rooms');
  return (
    <StatePanel mood="empty" title={t('list.emptyTitle')} text={t('list.emptyText')}>
      <NewRoomLink />
    </StatePanel>
  );
}

function NoMatch() {
  const { t } = useTranslation('rooms');
  return <StatePanel mood="lost" title={t('list.noMatchTitle')} text={t('list.noMatchText')} />;
}
