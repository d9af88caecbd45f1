import type { ManagedViewer, ManagedViewerMap } from '@virtualcafe/contracts';
import { useTranslation } from 'react-i18next';
import { Badge, type BadgeTone } from '../../../../components/badge/badge.js';
import { Button } from '../../../../components/button/button.js';
import type { Column } from '../../../../components/table/data-table.js';
import { momentText } from '../../../../lib/format/moments.js';
import { byteText } from '../upload/byte-text.js';
import { FindingsButton } from './findings-button.js';
import { BudgetLights } from './budget-lights.js';
import { DownloadButton } from './download-button.js';
import { downloadSizeOf } from './map-budget-lights.js';
import { activePair, mayDelete, obstacleOf, type MapPair } from './map-pairs.js';
import styles from './version-columns.module.css';

/** What one is about to do with a version, once it is confirmed. */
export type VersionTask = { readonly kind: 'activate' | 'delete'; readonly map: ManagedViewerMap };

/** What the table of versions shows of each, and what can be done with it. */
export function useVersionColumns(room: ManagedViewer, onTask: (task: VersionTask) => void): Column<MapPair>[] {
  const { t, i18n } = useTranslation('rooms');
  const active = activePair(room.maps);
  const bytes = (size: number | null): string => (size === null ? '–' : byteText(size, i18n.language));
  return [
    {
      key: 'version',
      header: t('versions.version'),
      cell: ({ render }) => (
        <span className={styles['version']}>
          {t('versions.number', { version: render.version })}
          <MapBadge map={render} />
        </span>
      ),
    },
    {
      key: 'source',
      header: t('versions.source'),
      cell: ({ render }) => (
        <span className={styles['stacked']}>
          {t(`versions.sources.${render.source}`)}
          <span className={styles['more']}>{momentText(render.createdAt, i18n.language)}</span>
        </span>
      ),
    },
    {
      key: 'size',
      header: t('versions.size'),
      isOneLine: true,
      cell: ({ render }) => (
        <span className={styles['stacked']}>
          <span>{t('versions.desktop', { size: bytes(downloadSizeOf(render, 'DESKTOP')) })}</span>
          <span>{t('versions.mobile', { size: bytes(downloadSizeOf(render, 'MOBILE')) })}</span>
        </span>
      ),
    },
    {
      key: 'budget',
      header: t('versions.budget'),
      cell: ({ render }) => <BudgetLights map={render} />,
    },
    {
      key: 'actions',
      header: t('list.actions'),
      isActions: true,
      cell: (pair) => {
        const { render } = pair;
        const isOlder = active !== null && render.version < active.render.version;
        const words = isOlder ? 'versions.rollBack' : 'versions.activate';
        return (
          <>
            {obstacleOf(pair) === null && (
              <Button
                size="sm"
                variant="primary"
                aria-label={t(`${words}Of`, { version: render.version })}
                onClick={() => onTask({ kind: 'activate', map: render })}
              >
                {t(words)}
              </Button>
            )}
            <FindingsButton map={render} />
            <DownloadButton room={room} map={render} />
            {mayDelete(render) && (
              <Button
                size="sm"
                variant="quiet"
                aria-label={t('versions.deleteOf', { version: render.version })}
                onClick={() => onTask({ kind: 'delete', map: render })}
              >
                {t('versions.delete')}
              </Button>
            )}
          </>
        );
      },
    },
  ];
}

const tones: Record<ManagedViewerMap['status'], BadgeTone> = { PROCESSING: 'warm', READY: 'neutral', REFUSED: 'bad' };

export function MapBadge({ map: { status, isActive } }: { map: ManagedViewerMap }) {
  const { t } = useTranslation('rooms');
  return (
    <Badge tone={isActive ? 'good' : tones[status]}>
      {isActive ? t('versions.active') : t(`versions.status.${status}`)}
    </Badge>
  );
}
