import type { ManagedRegion } from '@virtualcafe/contracts';
import { useTranslation } from 'react-i18next';
import { FormError } from '../../../components/field/form-error.js';
import { ConfirmDialog } from '../../../components/overlay/confirm-dialog.js';
import { subtreeOf, type Tree } from '../../../components/tree/tree-model.js';
import { MoveRegionDialog } from './move-region-dialog.js';
import styles from './region-dialogs.module.css';
import { RegionFormDialog } from './region-form-dialog.js';
import type { RegionDialogProps, RegionTask } from './region-task.js';
import { useUpdateRegion } from './use-update-region.js';

type RegionDialogsProps = {
  tree: Tree<ManagedRegion>;
  task: RegionTask | null;
  onClose: () => void;
  onDone: (region: ManagedRegion) => void;
};

/** The dialog of the task at hand, if there is one. */
export function RegionDialogs({ tree, task, onClose, onDone }: RegionDialogsProps) {
  if (task === null) return null;
  const shared = { tree, onClose, onDone };
  switch (task.kind) {
    case 'add':
      return <RegionFormDialog {...shared} region={null} parent={task.parent} />;
    case 'edit':
      return <RegionFormDialog {...shared} region={task.region} parent={null} />;
    case 'move':
      return <MoveRegionDialog {...shared} region={task.region} />;
    case 'disable':
    case 'enable':
      return <HideDialog {...shared} region={task.region} />;
  }
}

/** Hides a region, after saying what vanishes with it, or shows it again. */
function HideDialog({ tree, region, onClose, onDone }: RegionDialogProps) {
  const { t } = useTranslation('admin');
  const { name, isDisabled, cafeCount } = region;
  const { update, isBusy, errorText } = useUpdateRegion(region, {
    doneText: isDisabled ? t('regions.enabled', { name }) : t('regions.disabled', { name }),
    onDone,
  });
  const below = subtreeOf(tree, region.id).length - 1;
  return (
    <ConfirmDialog
      isOpen
      onClose={onClose}
      title={isDisabled ? `${name}: ${t('regions.enable')}` : t('regions.disableTitle', { name })}
      confirmLabel={isDisabled ? t('regions.enable') : t('regions.disable')}
      isDangerous={!isDisabled}
      isBusy={isBusy}
      onConfirm={() => update({ isDisabled: !isDisabled })}
    >
      <div className={styles['content']}>
        <FormError text={errorText} />
        {isDisabled ? (
          <p>{below > 0 ? t('regions.subregions', { count: below }) : name}</p>
        ) : (
          <>
            <p className={styles['warning']}>
              {cafeCount > 0 ? t('regions.disableCafes', { count: cafeCount }) : t('regions.disableNoCafes')}
            </p>
            {below > 0 && <p>{t('regions.disableSubregions', { count: below })}</p>}
            <p>{t('regions.disableBack')}</p>
          </>
        )}
      </div>
    </ConfirmDialog>
  );
}
