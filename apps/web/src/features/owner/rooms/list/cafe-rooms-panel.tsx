import { useQuery } from '@tanstack/react-query';
import type { ManagedCafe } from '@virtualcafe/contracts';
import { Plus } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { ButtonLink } from '../../../../components/button/button.js';
import { LoadingNote } from '../../../../components/feedback/skeleton.js';
import { ErrorPanel, StatePanel } from '../../../../components/feedback/state-panel.js';
import { Section } from '../../../../components/section/section.js';
import { TableSkeleton } from '../../../../components/table/data-table.js';
import { managedViewerListQuery } from '../../../../lib/queries/managed-viewers.js';
import { RoomTable } from './room-table.js';

const shownRooms = 50;

/** The rooms of one café, within its editor. */
export function CafeRoomsPanel({ cafe }: { cafe: ManagedCafe }) {
  const { t } = useTranslation('rooms');
  const { data, error, refetch } = useQuery(managedViewerListQuery({ page: 1, pageSize: shownRooms, cafeId: cafe.id }));
  const createLink = (
    <ButtonLink to={`/owner/rooms/new?cafe=${cafe.code}`} variant="primary" icon={<Plus aria-hidden />}>
      {t('list.create')}
    </ButtonLink>
  );
  return (
    <Section
      title={t('list.ofCafe')}
      lead={t('list.ofCafeLead')}
      actions={data !== undefined && data.total > 0 && createLink}
    >
      {data === undefined && error === null && (
        <>
          <LoadingNote />
          <TableSkeleton rows={2} />
        </>
      )}
      {error !== null && <ErrorPanel error={error} onRetry={() => void refetch()} />}
      {data?.total === 0 && (
        <StatePanel mood="empty" title={t('list.emptyTitle')} text={t('list.emptyText')}>
          {createLink}
        </StatePanel>
      )}
      {data !== undefined && data.total > 0 && <RoomTable rooms={data.items} hasCafe={false} />}
    </Section>
  );
}
