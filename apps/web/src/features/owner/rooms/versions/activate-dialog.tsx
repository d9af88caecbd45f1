import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { ManagedViewer, ManagedViewerMap } from '@virtualcafe/contracts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { toast } from '../../../../components/feedback/toast-store.js';
import { FormError } from '../../../../components/field/form-error.js';
import { SelectField } from '../../../../components/field/text-fields.js';
import { ConfirmDialog } from '../../../../components/overlay/confirm-dialog.js';
import { useErrorText } from '../../../../lib/api/use-error-text.js';
import { momentText } from '../../../../lib/format/moments.js';
import { acceptViewer, activateMaps } from '../../../../lib/queries/managed-viewers.js';
import { collidersFor } from './map-pairs.js';
import styles from './versions-dialogs.module.css';

type ActivateDialogProps = { room: ManagedViewer; render: ManagedViewerMap; onClose: () => void };

/** Asks before visitors get another version, and with which collider; the fitting one is offered. */
export function ActivateDialog({ room, render, onClose }: ActivateDialogProps) {
  const { t, i18n } = useTranslation('rooms');
  const colliders = collidersFor(render, room.maps);
  const [colliderId, setColliderId] = useState(colliders[0]?.id ?? '');
  const { activate, isBusy, errorText } = useActivation(room.code, onClose);
  const { version } = render;
  return (
    <ConfirmDialog
      isOpen
      onClose={onClose}
      title={t('versions.activateTitle', { version })}
      confirmLabel={t('versions.activate')}
      isBusy={isBusy}
      onConfirm={() => activate({ renderMapId: render.id, colliderMapId: colliderId })}
    >
      <div className={styles['content']}>
        <FormError text={errorText} />
        <p>{t('versions.activateText')}</p>
        {colliders.length > 1 && (
          <SelectField
            label={t('versions.collider')}
            hint={t('versions.colliderHint')}
            value={colliderId}
            onValue={setColliderId}
            options={colliders.map((collider) => ({
              value: collider.id,
              label: t('versions.colliderOption', {
                version: collider.version,
                source: t(`versions.sources.${collider.source}`),
                moment: momentText(collider.createdAt, i18n.language),
              }),
            }))}
          />
        )}
      </div>
    </ConfirmDialog>
  );
}

function useActivation(code: string, onDone: () => void) {
  const { t } = useTranslation('rooms');
  const client = useQueryClient();
  const words = useErrorText();
  const { mutate, isPending, error } = useMutation({
    mutationFn: (pair: { renderMapId: string; colliderMapId: string }) => activateMaps(code, pair),
    onSuccess: (viewer) => {
      acceptViewer(client, viewer);
      toast.success(t('versions.activated'));
      onDone();
    },
  });
  return { activate: mutate, isBusy: isPending, errorText: error === null ? null : words(error) };
}
