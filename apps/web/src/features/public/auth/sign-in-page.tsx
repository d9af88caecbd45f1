import { loginRequest, type LoginRequest } from '@virtualcafe/contracts';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/button/button.js';
import { FormError } from '../../../components/field/form-error.js';
import { PasswordField } from '../../../components/field/password-field.js';
import { TextField } from '../../../components/field/text-fields.js';
import { AppLink } from '../../../components/navigation/app-link.js';
import { dataOf, publicApi } from '../../../lib/api/client.js';
import { useForm } from '../../../lib/form/use-form.js';
import { usePageTitle } from '../../../lib/navigation/page-title.js';
import { withReturnPath } from '../../../lib/navigation/return-path.js';
import { AlreadyInside } from './already-inside.js';
import styles from './auth-form.module.css';
import { AuthLayout } from './auth-layout.js';
import { useEntry } from './use-entry.js';

/** Where a member signs in. */
export default function SignInPage() {
  const { t } = useTranslation('auth');
  const { returnPath } = useEntry();
  usePageTitle(t('signInTitle'));
  return (
    <AuthLayout
      title={t('signInTitle')}
      lead={t('signInLead')}
      foot={
        <>
          {t('noAccount')} <AppLink to={withReturnPath('/signup', returnPath)}>{t('signUpTitle')}</AppLink>
        </>
      }
    >
      <AlreadyInside otherwise={<SignInForm />} />
    </AuthLayout>
  );
}

function SignInForm() {
  const { t } = useTranslation('auth');
  const { enter } = useEntry();
  const form = useForm({
    initial: { loginId: '', password: '' },
    schema: loginRequest,
    submit: async (body: LoginRequest) => enter(await dataOf(publicApi.POST('/api/v1/auth/login', { body }))),
  });
  return (
    <form {...form.formProps} className={styles['form']}>
      <FormError text={form.formError} />
      <TextField
        {...form.textProps('loginId')}
        label={t('loginId')}
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        maxLength={20}
      />
      <PasswordField
        {...form.textProps('password')}
        label={t('password')}
        autoComplete="current-password"
        maxLength={128}
      />
      <Button type="submit" variant="primary" size="lg" isWide isBusy={form.isSubmitting} className={styles['submit']}>
        {t('signIn')}
      </Button>
    </form>
  );
}
