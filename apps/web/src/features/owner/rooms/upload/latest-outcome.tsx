import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { ManagedViewer, ManagedViewerMap } from '@virtualcafe/contracts';
import { useTranslation } from 'react-i18next';
import { Badge } from '../../../../components/badge/badge.js';
import { Button } from '../../../../components/button/button.js';
import { toast } from '../../../../components/feedback/toast-store.js';
import { useErrorText } from '../../../../lib/api/use-error-text.js';
import { acceptViewer, activateMaps } from '../../../../lib/queries/managed-viewers.js';
import { collidersFor } from '../versions/map-pairs.js';
import { FindingList } from './finding-list.js';
import styles from './latest-outcome.module.css';

/** What the server made of the model that was sent last. */
export function LatestOutcome({ room, map }: { room: ManagedViewer; map: ManagedViewerMap }) {
  const { t } = useTranslation(['maps', 'rooms']);
  const { show, isShowing } = useShow(room);
  if (map.status === 'PROCESSING') return null;
  const collider = collidersFor(map, room.maps)[0];
  const isRefused = map.status === 'REFUSED';
  return (
    <div className={styles['outcome']}>
      <p className={styles['title']}>
        <Badge tone={isRefused ? 'bad' : 'good'}>{t(`rooms:versions.status.${map.status}`)}</Badge>
        {isRefused
          ? t('upload.outcomeRefused', { version: map.version })
          : t('upload.outcomeReady', { version: map.version })}
      </p>
      {map.report !== null && <FindingList findings={map.report.findings} />}
      {!isRefused && !map.isActive && collider !== undefined && (
        <Button
          variant="primary"
          isBusy={isShowing}
          onClick={() => show({ renderMapId: map.id, colliderMapId: collider.id })}
        >
          {t('upload.showVersion', { version: map.version })}
        </Button>
      )}
    </div>
  );
}

function useShow(room: ManagedViewer) {
  const { t } = useTranslation('rooms');
  const client = useQueryClient();
  const errorText = useErrorText();
  const { mutate, isPending } = useMutation({
    mutationFn: (pair: { renderMapId: string; colliderMapId: string }) => activateMaps(room.code, pair),
    onSuccess: (viewer) => {
      acceptViewer(client, viewer);
      toast.success(t('versions.activated'));
    },
    onError: (error) => toast.error(errorText(error)),
  });
  return { show: mutate, isShowing: isPending };
}
