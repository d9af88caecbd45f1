import { useQuery } from '@tanstack/react-query';
import type { ManagedViewer } from '@virtualcafe/contracts';
import { useTranslation } from 'react-i18next';
import { BanList } from '../../../../components/bans/ban-list.js';
import { Section } from '../../../../components/section/section.js';
import { choiceFilter } from '../../../../lib/filters/url-filters.js';
import { useUrlFilters } from '../../../../lib/filters/use-url-filters.js';
import { viewerBanListQuery } from '../../../../lib/queries/moderation.js';
import { roomTabs } from '../console/room-tabs.js';

// The tab is among them so that a filter does not lead away from it.
const kinds = { tab: choiceFilter(roomTabs), isActive: choiceFilter(['true', 'false']) };
const pageSize = 20;

/** Who is kept out of a room, why and until when; the ban is imposed within the room, where it happened. */
export function PeoplePanel({ room }: { room: ManagedViewer }) {
  const { t } = useTranslation('rooms');
  const { filters, page, change, linkToPage } = useUrlFilters(kinds);
  const { isActive } = filters;
  const query = useQuery(viewerBanListQuery(room.code, { page, pageSize, isActive }));
  return (
    <Section title={t('people.title')} lead={t('people.lead')}>
      <BanList
        {...{ query, isActive, linkToPage }}
        onIsActive={(value) => change({ isActive: value })}
        caption={t('people.title')}
        empty={{ title: t('people.emptyTitle'), text: t('people.emptyText') }}
        hasScope={false}
      />
    </Section>
  );
}
