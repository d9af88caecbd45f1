import { changePasswordRequest } from '@virtualcafe/contracts';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { Button } from '../../components/button/button.js';
import { toast } from '../../components/feedback/toast-store.js';
import { FormError } from '../../components/field/form-error.js';
import { PasswordField } from '../../components/field/password-field.js';
import { api, dataOf } from '../../lib/api/client.js';
import { useForm } from '../../lib/form/use-form.js';
import { session } from '../../lib/session/session.js';
import { PasswordRuleList } from './password-rule-list.js';
import { rulesKept } from './password-rules.js';
import styles from './password-form.module.css';

// Both comparisons are of fields that may be wrong by themselves: they are made in any case.
const always = { when: () => true };
const schema = z
  .object({ ...changePasswordRequest.shape, repeat: z.string() })
  .refine((typed) => typed.newPassword !== typed.currentPassword, { path: ['newPassword'], ...always })
  .refine((typed) => typed.newPassword === typed.repeat, { path: ['repeat'], ...always });

const empty = { currentPassword: '', newPassword: '', repeat: '' };

/** Changes the password. The API answers with a new session for this device and ends all others. */
export function PasswordForm({ loginId }: { loginId: string }) {
  const { t } = useTranslation('account');
  const form = useForm({
    initial: empty,
    schema,
    fieldOfCode: {
      'auth.wrong-password': '/currentPassword',
      'auth.password-too-common': '/newPassword',
      'auth.password-holds-login-id': '/newPassword',
    },
    describe: (pointer, issue) => {
      if (issue.code !== 'custom') return undefined;
      return pointer === '/repeat' ? t('password.mismatch') : t('password.unchanged');
    },
    submit: async ({ currentPassword, newPassword }) => {
      const body = { currentPassword, newPassword };
      session.accept(await dataOf(api.POST('/api/v1/auth/password', { body })));
      form.reset(empty);
      toast.success(t('password.done'));
    },
  });
  return (
    <form {...form.formProps} className={styles['form']}>
      <FormError text={form.formError} />
      {/* For password managers: whose password this is. */}
      <input type="text" autoComplete="username" value={loginId} readOnly hidden />
      <PasswordField
        label={t('password.current')}
        autoComplete="current-password"
        {...form.textProps('currentPassword')}
      />
      <PasswordField label={t('password.next')} autoComplete="new-password" {...form.textProps('newPassword')} />
      <PasswordRuleList kept={rulesKept(form.values, loginId)} />
      <PasswordField label={t('password.repeat')} autoComplete="new-password" {...form.textProps('repeat')} />
      <div>
        <Button type="submit" variant="primary" isBusy={form.isSubmitting}>
          {t('password.submit')}
        </Button>
      </div>
    </form>
  );
}
