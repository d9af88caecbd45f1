import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { ManagedViewer, ManagedViewerMap } from '@virtualcafe/contracts';
import { useTranslation } from 'react-i18next';
import { toast } from '../../../../components/feedback/toast-store.js';
import { FormError } from '../../../../components/field/form-error.js';
import { ConfirmDialog } from '../../../../components/overlay/confirm-dialog.js';
import { useErrorText } from '../../../../lib/api/use-error-text.js';
import { deleteMap, managedViewerQuery } from '../../../../lib/queries/managed-viewers.js';
import styles from './versions-dialogs.module.css';

type DeleteMapDialogProps = { room: ManagedViewer; map: ManagedViewerMap; onClose: () => void };

/** Asks before a version is deleted for good. */
export function DeleteMapDialog({ room, map, onClose }: DeleteMapDialogProps) {
  const { t } = useTranslation('rooms');
  const client = useQueryClient();
  const words = useErrorText();
  const { mutate, isPending, error } = useMutation({
    mutationFn: () => deleteMap(room.code, map.id),
    onSuccess: () => {
      toast.success(t('versions.deleted'));
      onClose();
    },
    // Also after a refusal: somebody else may have shown or deleted it.
    onSettled: () => client.invalidateQueries({ queryKey: managedViewerQuery(room.code).queryKey }),
  });
  return (
    <ConfirmDialog
      isOpen
      onClose={onClose}
      title={t(map.type === 'RENDER' ? 'versions.deleteTitle' : 'versions.deleteColliderTitle', {
        version: map.version,
      })}
      confirmLabel={t('versions.delete')}
      isDangerous
      isBusy={isPending}
      onConfirm={() => mutate()}
    >
      <div className={styles['content']}>
        <FormError text={error === null ? null : words(error)} />
        <p>{t('versions.deleteText')}</p>
      </div>
    </ConfirmDialog>
  );
}
