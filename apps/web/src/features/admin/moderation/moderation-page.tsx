import { useQuery } from '@tanstack/react-query';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { Badge } from '../../../components/badge/badge.js';
import { TabList, TabPanel } from '../../../components/tabs/tabs.js';
import { choiceFilter } from '../../../lib/filters/url-filters.js';
import { useUrlFilters } from '../../../lib/filters/use-url-filters.js';
import { reportListQuery } from '../../../lib/queries/moderation.js';
import { AdminFrame } from '../frame/admin-frame.js';
import { SiteBans } from './site-bans.js';
import { ReportList } from './report-list.js';

const views = ['reports', 'bans'] as const;
const kinds = { view: choiceFilter(views) };

/** What people complain of, and who is kept out of the site or its rooms. */
export default function ModerationPage() {
  const { t } = useTranslation('moderation');
  const { filters, change } = useUrlFilters(kinds);
  const view = filters.view ?? 'reports';
  const idPrefix = useId();
  const { data: open } = useQuery(reportListQuery({ page: 1, pageSize: 1, status: 'OPEN' }));
  const tabs = views.map((id) => ({
    id,
    label: t(`views.${id}`),
    mark: id === 'reports' && open !== undefined && open.total > 0 && (
      <Badge tone="warm">{t('openCount', { count: open.total })}</Badge>
    ),
  }));
  return (
    <AdminFrame title={t('title')} lead={t('lead')}>
      <TabList
        idPrefix={idPrefix}
        label={t('title')}
        tabs={tabs}
        active={view}
        onSelect={(next) => change({ view: next })}
      />
      <TabPanel idPrefix={idPrefix} id="reports" isActive={view === 'reports'}>
        {view === 'reports' && <ReportList />}
      </TabPanel>
      <TabPanel idPrefix={idPrefix} id="bans" isActive={view === 'bans'}>
        {view === 'bans' && <SiteBans />}
      </TabPanel>
    </AdminFrame>
  );
}
