import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/button/button.js';
import { FormError } from '../../../components/field/form-error.js';
import { Dialog } from '../../../components/overlay/dialog.js';
import { pathTo } from '../../../components/tree/tree-model.js';
import styles from './region-dialogs.module.css';
import { newParentsOf } from './region-places.js';
import type { RegionDialogProps } from './region-task.js';
import { RegionTree } from './region-tree.js';
import { useUpdateRegion } from './use-update-region.js';

/** Moves a region with everything below it under another one. */
export function MoveRegionDialog({ tree, region, onClose, onDone }: RegionDialogProps) {
  const { t } = useTranslation(['admin', 'common']);
  const { name } = region;
  const [parentId, setParentId] = useState<string | null>(null);
  const { update, isBusy, errorText } = useUpdateRegion(region, { doneText: t('regions.moved', { name }), onDone });
  const parent = parentId === null ? undefined : tree.byId.get(parentId);
  const above = pathTo(tree, region.id).slice(0, -1);
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t('regions.moveTitle', { name })}
      footer={
        <>
          <Button onClick={onClose}>{t('common:action.cancel')}</Button>
          <Button
            variant="primary"
            isBusy={isBusy}
            disabled={parent === undefined}
            onClick={() => parent && update({ parentId: parent.id })}
          >
            {parent === undefined ? t('regions.moveChoose') : t('regions.moveTo', { name: parent.name })}
          </Button>
        </>
      }
    >
      <div className={styles['content']}>
        <p>{t('regions.moveLead')}</p>
        <FormError text={errorText} />
        <RegionTree
          tree={tree}
          selectedId={parentId}
          onSelect={setParentId}
          choosable={newParentsOf(tree, region)}
          initiallyExpanded={above.map(({ id }) => id)}
        />
      </div>
    </Dialog>
  );
}
