import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { BanList } from '../../../components/bans/ban-list.js';
import { choiceFilter } from '../../../lib/filters/url-filters.js';
import { useUrlFilters } from '../../../lib/filters/use-url-filters.js';
import { banListQuery } from '../../../lib/queries/moderation.js';

const kinds = { view: choiceFilter(['reports', 'bans']), isActive: choiceFilter(['true', 'false']) };
const pageSize = 20;

/** Everybody who is or was kept out, of the site or of rooms. */
export function SiteBans() {
  const { t } = useTranslation('moderation');
  const { filters, page, change, linkToPage } = useUrlFilters(kinds);
  const { isActive } = filters;
  const query = useQuery(banListQuery({ page, pageSize, isActive }));
  return (
    <BanList
      {...{ query, isActive, linkToPage }}
      onIsActive={(value) => change({ isActive: value })}
      caption={t('views.bans')}
      empty={{ title: t('ban.emptyTitle'), text: t('ban.emptyText') }}
      hasScope
    />
  );
}
