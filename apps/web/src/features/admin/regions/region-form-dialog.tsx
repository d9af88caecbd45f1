import { createRegionRequest, type ManagedRegion, type RegionType } from '@virtualcafe/contracts';
import { useQueryClient } from '@tanstack/react-query';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/button/button.js';
import { toast } from '../../../components/feedback/toast-store.js';
import { FormError } from '../../../components/field/form-error.js';
import { SelectField, TextField } from '../../../components/field/text-fields.js';
import { Dialog } from '../../../components/overlay/dialog.js';
import type { Tree } from '../../../components/tree/tree-model.js';
import { api, dataOf } from '../../../lib/api/client.js';
import { useForm } from '../../../lib/form/use-form.js';
import { refreshRegions } from '../../../lib/queries/managed-regions.js';
import styles from './region-dialogs.module.css';
import { childTypesOf, typesFor } from './region-places.js';

type RegionFormDialogProps = {
  tree: Tree<ManagedRegion>;
  /** The one to edit; null makes a new one under `parent`. */
  region: ManagedRegion | null;
  parent: ManagedRegion | null;
  onClose: () => void;
  onDone: (region: ManagedRegion) => void;
};

const schema = createRegionRequest.pick({ name: true, type: true });

/** Adds a region, or gives one another name or kind. */
export function RegionFormDialog({ tree, region, parent, onClose, onDone }: RegionFormDialogProps) {
  const { t } = useTranslation(['admin', 'common']);
  const client = useQueryClient();
  const formId = useId();
  const types = region === null ? childTypesOf(parent) : typesFor(tree, region);

  const send = (body: { name: string; type: RegionType }) =>
    region === null
      ? dataOf(api.POST('/api/v1/regions', { body: { ...body, parentId: parent?.id ?? null } }))
      : dataOf(api.PATCH('/api/v1/regions/{id}', { params: { path: { id: region.id } }, body }));

  const form = useForm({
    initial: { name: region?.name ?? '', type: region?.type ?? types[0] ?? 'PLACENAME' },
    schema,
    fieldOfCode: {
      'region.name-taken': '/name',
      'region.type-not-allowed': '/type',
      'region.parent-unusable': '/type',
    },
    submit: async (body) => {
      const saved = await send(body);
      await refreshRegions(client);
      toast.success(region === null ? t('regions.created', body) : t('regions.saved', body));
      onDone(saved);
    },
  });

  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={titleOf(t, region, parent)}
      footer={
        <>
          <Button onClick={onClose}>{t('common:action.cancel')}</Button>
          <Button type="submit" form={formId} variant="primary" isBusy={form.isSubmitting}>
            {region === null ? t('regions.submitAdd') : t('common:action.save')}
          </Button>
        </>
      }
    >
      <form {...form.formProps} id={formId} className={styles['content']}>
        <FormError text={form.formError} />
        <TextField label={t('regions.name')} autoComplete="off" {...form.textProps('name')} />
        <SelectField
          label={t('regions.type')}
          hint={t('regions.typeHint')}
          value={form.values.type}
          error={form.errorAt('/type')}
          options={types.map((value) => ({ value, label: t(`regions.types.${value}`) }))}
          onValue={(value) => form.setValue('type', types.find((type) => type === value) ?? form.values.type)}
        />
      </form>
    </Dialog>
  );
}

type AdminText = ReturnType<typeof useTranslation<['admin', 'common']>>['t'];

function titleOf(t: AdminText, region: ManagedRegion | null, parent: ManagedRegion | null): string {
  if (region !== null) return t('regions.editTitle', { name: region.name });
  return parent === null ? t('regions.addRootTitle') : t('regions.addTitle', { name: parent.name });
}
