import { useQuery } from '@tanstack/react-query';
import { userTypes, type ManagedUser } from '@virtualcafe/contracts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { StatePanel } from '../../../components/feedback/state-panel.js';
import { FilterSelect } from '../../../components/field/filter-select.js';
import { SearchField } from '../../../components/field/search-field.js';
import { DataTable, TableSkeleton } from '../../../components/table/data-table.js';
import { FilterBar } from '../../../components/table/filter-bar.js';
import { Listing } from '../../../components/table/listing.js';
import { choiceFilter, textFilter } from '../../../lib/filters/url-filters.js';
import { useUrlFilters } from '../../../lib/filters/use-url-filters.js';
import { userListQuery } from '../../../lib/queries/users.js';
import { AdminFrame } from '../frame/admin-frame.js';
import { UserDialog, type UserDialogPurpose } from './user-dialog.js';
import { useUserColumns } from './use-user-columns.js';
import { UserFigures } from './user-figures.js';

const kinds = { q: textFilter(100), userType: choiceFilter(userTypes), isDisabled: choiceFilter(['true', 'false']) };
const pageSize = 20;

/** The members: who they are, what they may do, who is locked out. */
export default function UsersPage() {
  const { t } = useTranslation(['admin', 'people']);
  const { filters, page, isFiltered, change, clear, linkToPage } = useUrlFilters(kinds);
  const query = useQuery(userListQuery({ ...filters, page, pageSize }));
  const [dialog, setDialog] = useState<{ purpose: UserDialogPurpose; user: ManagedUser } | null>(null);
  const columns = useUserColumns((purpose, user) => setDialog({ purpose, user }));
  return (
    <AdminFrame title={t('users.title')} lead={t('users.lead')}>
      <UserFigures chosen={filters.userType} onChoose={(userType) => change({ userType })} />
      <FilterBar
        count={query.data ? t('users.count', { count: query.data.total }) : null}
        isFiltered={isFiltered}
        onClear={clear}
      >
        <SearchField
          label={t('users.search')}
          placeholder={t('users.search')}
          value={filters.q ?? ''}
          onSearch={(q) => change({ q })}
        />
        <FilterSelect
          label={t('users.typeFilter')}
          value={filters.userType}
          allLabel={t('all')}
          options={userTypes.map((value) => ({ value, label: t(`people:types.${value}`) }))}
          onValue={(userType) => change({ userType })}
        />
        <FilterSelect
          label={t('users.stateFilter')}
          value={filters.isDisabled}
          allLabel={t('all')}
          options={[
            { value: 'false', label: t('users.enabled') },
            { value: 'true', label: t('users.disabled') },
          ]}
          onValue={(isDisabled) => change({ isDisabled })}
        />
      </FilterBar>
      <Listing
        query={query}
        skeleton={<TableSkeleton />}
        summary={({ total }) => t('users.count', { count: total })}
        empty={<StatePanel mood="lost" title={t('users.emptyTitle')} text={t('users.emptyText')} />}
        linkToPage={linkToPage}
      >
        {(users, isStale) => (
          <DataTable
            caption={t('users.table')}
            columns={columns}
            rows={users}
            rowKey={({ id }) => id}
            isStale={isStale}
          />
        )}
      </Listing>
      {dialog !== null && <UserDialog {...dialog} onClose={() => setDialog(null)} />}
    </AdminFrame>
  );
}
