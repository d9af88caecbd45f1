import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { Button, ButtonLink } from '../../../components/button/button.js';
import { toast } from '../../../components/feedback/toast-store.js';
import { FormError } from '../../../components/field/form-error.js';
import { Breadcrumb } from '../../../components/navigation/breadcrumb.js';
import { UnsavedGuard } from '../../../components/overlay/unsaved-guard.js';
import { PageHead } from '../../../components/page-head/page-head.js';
import { api, taggedDataOf } from '../../../lib/api/client.js';
import { useForm } from '../../../lib/form/use-form.js';
import { usePageTitle } from '../../../lib/navigation/page-title.js';
import { acceptCafe } from '../../../lib/queries/managed-cafes.js';
import { BasicFields } from './basic-fields.js';
import { changedFields, newCafeSchema, newCafeValues } from './cafe-values.js';
import { HoursFields } from './hours-fields.js';
import styles from './new-cafe-page.module.css';
import { useDescribeIssue } from './use-describe-issue.js';

/** Registers a café; its photos follow in the editor, where one is led afterwards. */
export default function NewCafePage() {
  const { t } = useTranslation(['owner', 'common']);
  usePageTitle(t('create.title'));
  const client = useQueryClient();
  const navigate = useNavigate();
  const [createdCode, setCreatedCode] = useState<string | null>(null);

  const form = useForm({
    initial: newCafeValues,
    schema: newCafeSchema,
    describe: useDescribeIssue(),
    fieldOfCode: { 'cafe.code-taken': '/code', 'cafe.region-unusable': '/regionId' },
    submit: async (body) => {
      const created = await taggedDataOf(api.POST('/api/v1/cafes', { body }));
      acceptCafe(client, created);
      setCreatedCode(created.data.code);
      toast.success(t('create.done'));
    },
  });

  // After the guard has seen that nothing is unsaved any more.
  useEffect(() => {
    if (createdCode !== null) void navigate(`/owner/cafes/${createdCode}?tab=photos`, { replace: true });
  }, [createdCode, navigate]);

  return (
    <div className="page">
      <UnsavedGuard isDirty={createdCode === null && changedFields(newCafeValues, form.values).length > 0} />
      <PageHead
        above={<Breadcrumb crumbs={[{ label: t('list.title'), to: '/owner' }]} current={t('create.title')} />}
        title={t('create.title')}
        lead={t('create.lead')}
      />
      <form {...form.formProps} className={styles['form']}>
        <FormError text={form.formError} />
        <BasicFields form={form} isNew />
        <HoursFields form={form} />
        <div className={styles['actions']}>
          <Button type="submit" variant="primary" size="lg" isBusy={form.isSubmitting}>
            {t('create.submit')}
          </Button>
          <ButtonLink to="/owner" variant="quiet" size="lg">
            {t('common:action.cancel')}
          </ButtonLink>
        </div>
      </form>
    </div>
  );
}
