import { useQueryClient } from '@tanstack/react-query';
import type { ViewerSummary } from '@virtualcafe/contracts';
import { DoorOpen, Pencil } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { ButtonLink } from '../../../../components/button/button.js';
import { AppLink } from '../../../../components/navigation/app-link.js';
import { DataTable, type Column } from '../../../../components/table/data-table.js';
import { momentText } from '../../../../lib/format/moments.js';
import { managedViewerQuery } from '../../../../lib/queries/managed-viewers.js';
import { RoomBadge } from './room-badge.js';
import styles from './room-table.module.css';

type RoomTableProps = {
  rooms: readonly ViewerSummary[];
  isStale?: boolean;
  /** Left out where all rooms are of one café. */
  hasCafe?: boolean;
};

/** Rooms with the ways to manage and to enter them. */
export function RoomTable({ rooms, isStale = false, hasCafe = true }: RoomTableProps) {
  const { t } = useTranslation('rooms');
  const columns = useRoomColumns(hasCafe);
  return (
    <DataTable caption={t('list.table')} columns={columns} rows={rooms} rowKey={({ id }) => id} isStale={isStale} />
  );
}

/** What the table of rooms shows of each, and the ways to manage and to enter it. */
function useRoomColumns(hasCafe: boolean): Column<ViewerSummary>[] {
  const { t, i18n } = useTranslation('rooms');
  const client = useQueryClient();
  const cafeColumn: Column<ViewerSummary> = {
    key: 'cafe',
    header: t('list.cafe'),
    cell: ({ cafe }) => <AppLink to={`/owner/cafes/${cafe.code}`}>{cafe.name}</AppLink>,
  };
  return [
    {
      key: 'name',
      header: t('list.name'),
      cell: ({ code, name }) => (
        <span className={styles['room']}>
          <AppLink to={`/owner/rooms/${code}`} onPrepare={() => void client.prefetchQuery(managedViewerQuery(code))}>
            {name}
          </AppLink>
          <span className={styles['code']}>/r/{code}</span>
        </span>
      ),
    },
    ...(hasCafe ? [cafeColumn] : []),
    { key: 'state', header: t('list.state'), cell: (room) => <RoomBadge room={room} /> },
    {
      key: 'updated',
      header: t('list.updated'),
      isOneLine: true,
      cell: ({ updatedAt }) => momentText(updatedAt, i18n.language),
    },
    {
      key: 'actions',
      header: t('list.actions'),
      isActions: true,
      cell: ({ code, name, isOpen }) => (
        <>
          <ButtonLink
            to={`/owner/rooms/${code}`}
            size="sm"
            icon={<Pencil aria-hidden />}
            aria-label={t('list.editName', { name })}
          >
            {t('list.edit')}
          </ButtonLink>
          {isOpen && (
            <ButtonLink
              to={`/r/${code}`}
              size="sm"
              variant="quiet"
              icon={<DoorOpen aria-hidden />}
              aria-label={t('list.enterName', { name })}
            >
              {t('list.enter')}
            </ButtonLink>
          )}
        </>
      ),
    },
  ];
}
