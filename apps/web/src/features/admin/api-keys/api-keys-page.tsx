import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { ApiKeyView, CreatedApiKey } from '@virtualcafe/contracts';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/button/button.js';
import { StatePanel } from '../../../components/feedback/state-panel.js';
import { toast } from '../../../components/feedback/toast-store.js';
import { FormError } from '../../../components/field/form-error.js';
import { ConfirmDialog } from '../../../components/overlay/confirm-dialog.js';
import { DataTable, TableSkeleton } from '../../../components/table/data-table.js';
import { Listing } from '../../../components/table/listing.js';
import { api, dataOf } from '../../../lib/api/client.js';
import { useErrorText } from '../../../lib/api/use-error-text.js';
import { useUrlFilters } from '../../../lib/filters/use-url-filters.js';
import { apiKeyKeys, apiKeyListQuery } from '../../../lib/queries/api-keys.js';
import { AdminFrame } from '../frame/admin-frame.js';
import { CreateKeyDialog } from './create-key-dialog.js';
import { CreatedKeyDialog } from './created-key-dialog.js';
import { useKeyColumns } from './use-key-columns.js';

const kinds = {};
const pageSize = 20;

type Task = { kind: 'create' } | { kind: 'created'; key: CreatedApiKey } | { kind: 'revoke'; key: ApiKeyView };

/** The keys of partners and build servers. */
export default function ApiKeysPage() {
  const { t } = useTranslation('admin');
  const { page, linkToPage } = useUrlFilters(kinds);
  const query = useQuery(apiKeyListQuery(page, pageSize));
  const [task, setTask] = useState<Task | null>(null);
  const columns = useKeyColumns((key) => setTask({ kind: 'revoke', key }));
  const close = (): void => setTask(null);
  return (
    <AdminFrame
      title={t('apiKeys.title')}
      lead={t('apiKeys.lead')}
      actions={
        <Button variant="primary" icon={<Plus aria-hidden />} onClick={() => setTask({ kind: 'create' })}>
          {t('apiKeys.create')}
        </Button>
      }
    >
      <Listing
        query={query}
        skeleton={<TableSkeleton rows={4} />}
        summary={({ total }) => t('apiKeys.count', { count: total })}
        empty={<StatePanel mood="empty" title={t('apiKeys.emptyTitle')} text={t('apiKeys.emptyText')} />}
        linkToPage={linkToPage}
      >
        {(keys, isStale) => (
          <DataTable
            caption={t('apiKeys.table')}
            columns={columns}
            rows={keys}
            rowKey={({ id }) => id}
            isStale={isStale}
          />
        )}
      </Listing>
      {task?.kind === 'create' && (
        <CreateKeyDialog onClose={close} onCreated={(key) => setTask({ kind: 'created', key })} />
      )}
      {task?.kind === 'created' && <CreatedKeyDialog created={task.key} onClose={close} />}
      {task?.kind === 'revoke' && <RevokeDialog apiKey={task.key} onClose={close} />}
    </AdminFrame>
  );
}

function RevokeDialog({ apiKey: { id, name }, onClose }: { apiKey: ApiKeyView; onClose: () => void }) {
  const { t } = useTranslation('admin');
  const client = useQueryClient();
  const words = useErrorText();
  const { mutate, isPending, error } = useMutation({
    mutationFn: () => dataOf(api.DELETE('/api/v1/api-keys/{id}', { params: { path: { id } } })),
    onSuccess: () => {
      toast.success(t('apiKeys.revokedDone', { name }));
      onClose();
    },
    onSettled: () => client.invalidateQueries({ queryKey: apiKeyKeys }),
  });
  return (
    <ConfirmDialog
      isOpen
      onClose={onClose}
      title={t('apiKeys.revokeTitle', { name })}
      confirmLabel={t('apiKeys.revoke')}
      isDangerous
      isBusy={isPending}
      onConfirm={mutate}
    >
      <FormError text={error === null ? null : words(error)} />
      <p>{t('apiKeys.revokeText')}</p>
    </ConfirmDialog>
  );
}
