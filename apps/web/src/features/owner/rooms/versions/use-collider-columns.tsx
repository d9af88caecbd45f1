import type { ManagedViewer, ManagedViewerMap } from '@virtualcafe/contracts';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../../components/button/button.js';
import type { Column } from '../../../../components/table/data-table.js';
import { momentText } from '../../../../lib/format/moments.js';
import { DownloadButton } from './download-button.js';
import { FindingsButton } from './findings-button.js';
import { mayDelete } from './map-pairs.js';
import { MapBadge, type VersionTask } from './use-version-columns.js';
import styles from './version-columns.module.css';

/** What the table of uploaded colliders shows of each. They are chosen when a version is shown to visitors. */
export function useColliderColumns(
  room: ManagedViewer,
  onTask: (task: VersionTask) => void,
): Column<ManagedViewerMap>[] {
  const { t, i18n } = useTranslation('rooms');
  return [
    {
      key: 'version',
      header: t('versions.version'),
      cell: (map) => (
        <span className={styles['version']}>
          {t('versions.colliderNumber', { version: map.version })}
          <MapBadge map={map} />
        </span>
      ),
    },
    {
      key: 'created',
      header: t('versions.created'),
      isOneLine: true,
      cell: ({ createdAt }) => momentText(createdAt, i18n.language),
    },
    {
      key: 'actions',
      header: t('list.actions'),
      isActions: true,
      cell: (map) => (
        <>
          <FindingsButton map={map} />
          <DownloadButton room={room} map={map} />
          {mayDelete(map) && (
            <Button
              size="sm"
              variant="quiet"
              aria-label={t('versions.deleteColliderOf', { version: map.version })}
              onClick={() => onTask({ kind: 'delete', map })}
            >
              {t('versions.delete')}
            </Button>
          )}
        </>
      ),
    },
  ];
}
