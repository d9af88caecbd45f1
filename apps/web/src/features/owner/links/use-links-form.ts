import { useQueryClient } from '@tanstack/react-query';
import type { ManagedCafe } from '@virtualcafe/contracts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { toast } from '../../../components/feedback/toast-store.js';
import { api, taggedDataOf } from '../../../lib/api/client.js';
import { useForm } from '../../../lib/form/use-form.js';
import { acceptCafe } from '../../../lib/queries/managed-cafes.js';
import { draftsOf, isSameLinks, linksSchema, type LinkDrafts } from './link-drafts.js';

/** The form of a café's links. They are saved as a whole, so a change by somebody else is told before it is overwritten. */
export function useLinksForm(cafe: ManagedCafe) {
  const { t } = useTranslation('photos');
  const client = useQueryClient();
  const [base, setBase] = useState(() => draftsOf(cafe.virtualLinks));
  const [isStale, setStale] = useState(false);

  const form = useForm<LinkDrafts, { links: object[] }>({
    initial: base,
    schema: linksSchema,
    describe: (pointer, issue) =>
      pointer.endsWith('/url') && issue.code === 'custom' ? t('links.urlFormat') : undefined,
    submit: async (_parsed, values) => {
      const params = { path: { code: cafe.code } };
      const body = linksSchema.parse(values);
      const saved = await taggedDataOf(api.PUT('/api/v1/cafes/{code}/virtual-links', { params, body }));
      setBase(values);
      setStale(false);
      acceptCafe(client, saved);
      toast.success(t('links.saved'));
    },
  });
  const isDirty = !isSameLinks(base, form.values);

  const receive = (theirs: LinkDrafts): void => {
    if (isSameLinks(base, theirs)) return;
    setBase(theirs);
    if (isDirty) setStale(!isSameLinks(form.values, theirs));
    else form.reset(theirs);
  };
  const [received, setReceived] = useState(cafe);
  if (received !== cafe) {
    setReceived(cafe);
    receive(draftsOf(cafe.virtualLinks));
  }

  const revert = (): void => {
    form.reset(base);
    setStale(false);
  };
  return { form, isDirty, isStale, revert };
}

export type LinksForm = ReturnType<typeof useLinksForm>['form'];
