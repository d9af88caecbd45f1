import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { toast } from '../../../components/feedback/toast-store.js';
import { ApiError } from '../../../lib/api/api-error.js';
import { useForm, type FormOptions } from '../../../lib/form/use-form.js';
import { reconcile, type Reconciled } from './reconcile.js';

export type FieldOf<Values> = keyof Values & string;

/** Somebody else's version, met while editing: what became of both, and theirs to choose from. */
export type StaleEdit<Values> = Reconciled<Values> & { readonly theirs: Values };

/** A record with the tag that an edit must send in `If-Match`. */
type Tagged<Stored> = { readonly data: Stored; readonly etag: string | null };

type RecordEditor<Stored, Values extends object, Parsed> = Pick<
  FormOptions<Values, Parsed>,
  'schema' | 'describe' | 'fieldOfCode'
> & {
  /** What the API said last. */
  loaded: Tagged<Stored>;
  valuesOf: (stored: Stored) => Values;
  isSame: (field: FieldOf<Values>, a: Values, b: Values) => boolean;
  /** Sends the named fields and puts the answer in place of `loaded`. */
  send: (parsed: Parsed, fields: readonly FieldOf<Values>[], etag: string) => Promise<void>;
  /** Asks for the record anew, which also puts it in place of `loaded`. */
  fetchLatest: () => Promise<Tagged<Stored>>;
};

/**
 * The form of one record that others may edit at the same time. Each new version of it, from one's own save or somebody
 * else's, is brought together with what is being typed, so that nothing typed is lost and nothing of theirs is
 * overwritten unseen.
 */
export function useRecordEditor<Stored, Values extends object, Parsed>(editor: RecordEditor<Stored, Values, Parsed>) {
  const { t } = useTranslation('owner');
  const { loaded, valuesOf, isSame, send, fetchLatest } = editor;
  const [base, setBase] = useState(() => valuesOf(loaded.data));
  const [stale, setStale] = useState<StaleEdit<Values> | null>(null);

  const changedBetween = (before: Values, after: Values): FieldOf<Values>[] =>
    (Object.keys(after) as FieldOf<Values>[]).filter((field) => !isSame(field, before, after));

  /** False when somebody else was faster: what they changed is then being shown. */
  const save = async (parsed: Parsed, fields: readonly FieldOf<Values>[]): Promise<boolean> => {
    try {
      await send(parsed, fields, loaded.etag ?? '');
      return true;
    } catch (error) {
      if (!(error instanceof ApiError && error.is('resource.stale'))) throw error;
      const fresh = await fetchLatest();
      if (changedBetween(base, valuesOf(fresh.data)).length > 0) return false;
      // Only what this form does not hold has changed: nothing that this edit touches.
      await send(parsed, fields, fresh.etag ?? '');
      return true;
    }
  };

  const form = useForm<Values, Parsed>({
    initial: base,
    schema: editor.schema,
    ...(editor.describe && { describe: editor.describe }),
    ...(editor.fieldOfCode && { fieldOfCode: editor.fieldOfCode }),
    submit: async (parsed, values) => {
      const fields = changedBetween(base, values);
      if (fields.length === 0 || !(await save(parsed, fields))) return;
      setBase(values);
      toast.success(t('editor.saved'));
    },
  });

  const receive = (theirs: Values): void => {
    const isDirty = changedBetween(base, form.values).length > 0;
    const merged = reconcile(base, form.values, theirs, isSame);
    setBase(theirs);
    for (const field of merged.received) form.setValue(field, theirs[field]);
    if (merged.conflicts.length > 0 || (isDirty && merged.received.length > 0)) setStale({ ...merged, theirs });
  };
  const [received, setReceived] = useState(loaded);
  if (received !== loaded) {
    setReceived(loaded);
    receive(valuesOf(loaded.data));
  }

  const settle = (fields: readonly FieldOf<Values>[]): void => {
    if (stale !== null) for (const field of fields) form.setValue(field, stale.theirs[field]);
    setStale(null);
  };

  const revert = (): void => {
    const typed = form.values;
    form.reset(base);
    toast.success(t('editor.reverted'), { label: t('editor.restore'), run: () => form.reset(typed) });
  };

  return { form, changed: changedBetween(base, form.values), stale, settle, revert };
}
