import { signupRequest, type SignupRequest } from '@virtualcafe/contracts';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/button/button.js';
import { FormError } from '../../../components/field/form-error.js';
import { PasswordField } from '../../../components/field/password-field.js';
import { TextField } from '../../../components/field/text-fields.js';
import { AppLink } from '../../../components/navigation/app-link.js';
import type { ClientErrorCode } from '../../../lib/api/api-error.js';
import { dataOf, publicApi } from '../../../lib/api/client.js';
import { useForm } from '../../../lib/form/use-form.js';
import { usePageTitle } from '../../../lib/navigation/page-title.js';
import { withReturnPath } from '../../../lib/navigation/return-path.js';
import { AlreadyInside } from './already-inside.js';
import styles from './auth-form.module.css';
import { AuthLayout } from './auth-layout.js';
import { useEntry } from './use-entry.js';

const fieldOfCode: Partial<Record<ClientErrorCode, string>> = {
  'user.login-id-taken': '/loginId',
  'user.nickname-taken': '/nickname',
  'user.email-taken': '/email',
  'auth.password-too-common': '/password',
  'auth.password-holds-login-id': '/password',
};

/** Where a visitor becomes a member. */
export default function SignUpPage() {
  const { t } = useTranslation('auth');
  const { returnPath } = useEntry();
  usePageTitle(t('signUpTitle'));
  return (
    <AuthLayout
      title={t('signUpTitle')}
      lead={t('signUpLead')}
      foot={
        <>
          {t('hasAccount')} <AppLink to={withReturnPath('/login', returnPath)}>{t('signInTitle')}</AppLink>
        </>
      }
    >
      <AlreadyInside otherwise={<SignUpForm />} />
    </AuthLayout>
  );
}

function SignUpForm() {
  const { t } = useTranslation('auth');
  const { enter } = useEntry();
  const form = useForm({
    initial: { loginId: '', password: '', nickname: '', email: '' },
    schema: signupRequest,
    fieldOfCode,
    describe: (pointer, { code }) =>
      pointer === '/loginId' && code === 'invalid_format' ? t('loginIdFormat') : undefined,
    submit: async (body: SignupRequest) => enter(await dataOf(publicApi.POST('/api/v1/auth/signup', { body }))),
  });
  return (
    <form {...form.formProps} className={styles['form']}>
      <FormError text={form.formError} />
      <TextField
        {...form.textProps('loginId')}
        label={t('loginId')}
        hint={t('loginIdHint')}
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        maxLength={20}
      />
      <PasswordField
        {...form.textProps('password')}
        label={t('password')}
        hint={t('passwordHint')}
        autoComplete="new-password"
        maxLength={128}
      />
      <TextField
        {...form.textProps('nickname')}
        label={t('nickname')}
        hint={t('nicknameHint')}
        autoComplete="nickname"
        maxLength={20}
      />
      <TextField
        {...form.textProps('email')}
        label={t('email')}
        hint={t('emailHint')}
        type="email"
        inputMode="email"
        autoComplete="email"
        autoCapitalize="none"
        maxLength={254}
      />
      <Button type="submit" variant="primary" size="lg" isWide isBusy={form.isSubmitting} className={styles['submit']}>
        {t('signUp')}
      </Button>
    </form>
  );
}
