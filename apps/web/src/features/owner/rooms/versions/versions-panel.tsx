import type { ManagedViewer } from '@virtualcafe/contracts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { StatePanel } from '../../../../components/feedback/state-panel.js';
import { Section } from '../../../../components/section/section.js';
import { DataTable } from '../../../../components/table/data-table.js';
import { ActivateDialog } from './activate-dialog.js';
import { DeleteMapDialog } from './delete-map-dialog.js';
import { ownColliders, pairsOf } from './map-pairs.js';
import { useColliderColumns } from './use-collider-columns.js';
import { useVersionColumns, type VersionTask } from './use-version-columns.js';

/** All versions of a room: which one visitors see, what each costs a phone, and the way back to an older one. */
export function VersionsPanel({ room }: { room: ManagedViewer }) {
  const { t } = useTranslation('rooms');
  const [task, setTask] = useState<VersionTask | null>(null);
  const versionColumns = useVersionColumns(room, setTask);
  const colliderColumns = useColliderColumns(room, setTask);
  const pairs = pairsOf(room.maps);
  const colliders = ownColliders(room.maps);
  const close = (): void => setTask(null);
  return (
    <>
      <Section title={t('versions.title')} lead={t('versions.lead')}>
        {pairs.length === 0 ? (
          <StatePanel mood="empty" title={t('versions.emptyTitle')} text={t('versions.emptyText')} />
        ) : (
          <DataTable
            caption={t('versions.title')}
            columns={versionColumns}
            rows={pairs}
            rowKey={({ render }) => render.id}
          />
        )}
        {colliders.length > 0 && (
          <>
            <h3>{t('versions.colliders')}</h3>
            <DataTable
              caption={t('versions.colliders')}
              columns={colliderColumns}
              rows={colliders}
              rowKey={({ id }) => id}
            />
          </>
        )}
      </Section>
      {task?.kind === 'activate' && <ActivateDialog room={room} render={task.map} onClose={close} />}
      {task?.kind === 'delete' && <DeleteMapDialog room={room} map={task.map} onClose={close} />}
    </>
  );
}
