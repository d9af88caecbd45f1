import type { Ban, BanListQuery, BanPage } from '@virtualcafe/contracts';
import type { UseQueryResult } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { StatePanel } from '../feedback/state-panel.js';
import { FilterSelect } from '../field/filter-select.js';
import { DataTable, TableSkeleton } from '../table/data-table.js';
import { FilterBar } from '../table/filter-bar.js';
import { Listing } from '../table/listing.js';
import { useBanColumns } from './use-ban-columns.js';
import { useLiftBan } from './use-lift-ban.js';

type IsActive = BanListQuery['isActive'];

type BanListProps = {
  query: UseQueryResult<BanPage>;
  isActive: IsActive;
  onIsActive: (isActive: IsActive) => void;
  linkToPage: (page: number) => string;
  /** What is listed, for those who hear it. */
  caption: string;
  empty: { title: string; text: string };
  /** Whether it is said where each ban holds: not where all are of one room. */
  hasScope: boolean;
};

/** Bans that stand or are over, to look through and to lift; its page's texts hold `bans`. */
export function BanList({ query, isActive, onIsActive, linkToPage, caption, empty, hasScope }: BanListProps) {
  const { t } = useTranslation('bans');
  const { lift, liftingId } = useLiftBan();
  const columns = useBanColumns({ onLift: lift, liftingId, hasScope });
  return (
    <>
      <FilterBar
        count={query.data ? t('count', { count: query.data.total }) : null}
        isFiltered={isActive !== undefined}
        onClear={() => onIsActive(undefined)}
      >
        <FilterSelect
          label={t('state')}
          value={isActive}
          allLabel={t('all')}
          options={[
            { value: 'true', label: t('states.active') },
            { value: 'false', label: t('past') },
          ]}
          onValue={onIsActive}
        />
      </FilterBar>
      <Listing
        query={query}
        skeleton={<TableSkeleton rows={4} />}
        summary={({ total }) => t('count', { count: total })}
        empty={<StatePanel mood="empty" title={empty.title} text={empty.text} />}
        linkToPage={linkToPage}
      >
        {(bans: readonly Ban[], isStale) => (
          <DataTable caption={caption} columns={columns} rows={bans} rowKey={({ id }) => id} isStale={isStale} />
        )}
      </Listing>
    </>
  );
}
