import { useQuery } from '@tanstack/react-query';
import { reportStatuses, type ModerationReport } from '@virtualcafe/contracts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { StatePanel } from '../../../components/feedback/state-panel.js';
import { FilterSelect } from '../../../components/field/filter-select.js';
import { DataTable, TableSkeleton } from '../../../components/table/data-table.js';
import { FilterBar } from '../../../components/table/filter-bar.js';
import { Listing } from '../../../components/table/listing.js';
import { choiceFilter } from '../../../lib/filters/url-filters.js';
import { useUrlFilters } from '../../../lib/filters/use-url-filters.js';
import { reportListQuery } from '../../../lib/queries/moderation.js';
import { ReportDialog } from './report-dialog.js';
import { useReportColumns } from './use-report-columns.js';

// "all" is a choice here: what is open is what one comes for.
const kinds = { view: choiceFilter(['reports', 'bans']), status: choiceFilter([...reportStatuses, 'all']) };
const pageSize = 20;

/** The queue of reports, the open ones first. */
export function ReportList() {
  const { t } = useTranslation('moderation');
  const { filters, page, change, linkToPage } = useUrlFilters(kinds);
  const status = filters.status ?? 'OPEN';
  const query = useQuery(reportListQuery({ page, pageSize, status: status === 'all' ? undefined : status }));
  const [shown, setShown] = useState<ModerationReport | null>(null);
  const columns = useReportColumns(setShown);
  return (
    <>
      <FilterBar
        count={query.data ? t('reports.count', { count: query.data.total }) : null}
        isFiltered={filters.status !== undefined}
        onClear={() => change({ status: undefined })}
      >
        <FilterSelect
          label={t('reports.status')}
          value={status === 'all' ? undefined : status}
          allLabel={t('all')}
          options={reportStatuses.map((value) => ({ value, label: t(`reports.statuses.${value}`) }))}
          onValue={(value) => change({ status: value ?? 'all' })}
        />
      </FilterBar>
      <Listing
        query={query}
        skeleton={<TableSkeleton rows={4} />}
        summary={({ total }) => t('reports.count', { count: total })}
        empty={<StatePanel mood="empty" title={t('reports.emptyTitle')} text={t('reports.emptyText')} />}
        linkToPage={linkToPage}
      >
        {(reports, isStale) => (
          <DataTable
            caption={t('views.reports')}
            columns={columns}
            rows={reports}
            rowKey={({ id }) => id}
            isStale={isStale}
          />
        )}
      </Listing>
      {shown !== null && <ReportDialog key={shown.id} report={shown} onClose={() => setShown(null)} />}
    </>
  );
}
