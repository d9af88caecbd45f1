import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { toast } from '../../../components/feedback/toast-store.js';
import { ApiError } from '../../../lib/api/api-error.js';
import { api, taggedDataOf } from '../../../lib/api/client.js';
import { useForm } from '../../../lib/form/use-form.js';
import { acceptCafe, managedCafeQuery, type TaggedCafe } from '../../../lib/queries/managed-cafes.js';
import {
  changedFields,
  editedCafeSchema,
  isSameIn,
  valuesOf,
  type CafeField,
  type CafeValues,
  type EditedCafe,
} from '../form/cafe-values.js';
import { useDescribeIssue } from '../form/use-describe-issue.js';
import { reconcile, type Reconciled } from './reconcile.js';

/** Somebody else's version, met while editing: what became of both, and theirs to choose from. */
export type StaleEdit = Reconciled<CafeValues> & { readonly theirs: CafeValues };

/**
 * The form of one café. `loaded` is what the API said last; each new version of it, from one's own save or somebody
 * else's, is brought together with what is being typed, so that nothing typed is lost and nothing of theirs is
 * overwritten unseen.
 */
export function useCafeEditor(loaded: TaggedCafe) {
  const { t } = useTranslation('owner');
  const client = useQueryClient();
  const [base, setBase] = useState(() => valuesOf(loaded.data));
  const [stale, setStale] = useState<StaleEdit | null>(null);

  const send = async (body: Partial<EditedCafe>, etag: string | null): Promise<void> => {
    const params = { path: { code: loaded.data.code }, header: { 'If-Match': etag ?? '' } };
    acceptCafe(client, await taggedDataOf(api.PATCH('/api/v1/cafes/{code}', { params, body })));
  };

  /** False when somebody else was faster: what they changed is then being shown. */
  const save = async (body: Partial<EditedCafe>): Promise<boolean> => {
    try {
      await send(body, loaded.etag);
      return true;
    } catch (error) {
      if (!(error instanceof ApiError && error.is('resource.stale'))) throw error;
      const fresh = await client.fetchQuery(managedCafeQuery(loaded.data.code));
      if (changedFields(base, valuesOf(fresh.data)).length > 0) return false;
      // Only photos, links or owners have changed: nothing that this edit touches.
      await send(body, fresh.etag);
      return true;
    }
  };

  const form = useForm({
    initial: base,
    schema: editedCafeSchema,
    describe: useDescribeIssue(),
    fieldOfCode: { 'cafe.region-unusable': '/regionId' },
    submit: async (parsed, values) => {
      const fields = changedFields(base, values);
      if (fields.length === 0 || !(await save(bodyOf(parsed, fields)))) return;
      setBase(values);
      toast.success(t('editor.saved'));
    },
  });

  const receive = (theirs: CafeValues): void => {
    const isDirty = changedFields(base, form.values).length > 0;
    const merged = reconcile(base, form.values, theirs, isSameIn);
    setBase(theirs);
    for (const field of merged.received) form.setValue(field, theirs[field]);
    if (merged.conflicts.length > 0 || (isDirty && merged.received.length > 0)) setStale({ ...merged, theirs });
  };
  const [received, setReceived] = useState(loaded);
  if (received !== loaded) {
    setReceived(loaded);
    receive(valuesOf(loaded.data));
  }

  const settle = (fields: readonly CafeField[]): void => {
    if (stale !== null) for (const field of fields) form.setValue(field, stale.theirs[field]);
    setStale(null);
  };

  const revert = (): void => {
    const typed = form.values;
    form.reset(base);
    toast.success(t('editor.reverted'), { label: t('editor.restore'), run: () => form.reset(typed) });
  };

  return { form, changed: changedFields(base, form.values), stale, settle, revert };
}

const bodyOf = (parsed: EditedCafe, fields: readonly CafeField[]): Partial<EditedCafe> =>
  Object.fromEntries(Object.entries(parsed).filter(([name]) => fields.some((field) => field === name)));
