import type { Account } from '@virtualcafe/contracts';
import { LogOut } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/button/button.js';
import { PageHead } from '../../components/page-head/page-head.js';
import { Section } from '../../components/section/section.js';
import { dayText } from '../../lib/format/moments.js';
import { usePageTitle } from '../../lib/navigation/page-title.js';
import { useSession } from '../../lib/session/use-session.js';
import { useSignOut } from '../../lib/session/use-sign-out.js';
import styles from './account-page.module.css';
import { PasswordForm } from './password-form.js';

/** What the signed-in person's own data are; only shown to who is signed in. */
export default function AccountPage() {
  const { t } = useTranslation('account');
  const { account } = useSession();
  usePageTitle(t('title'));
  if (account === null) return null;
  return (
    <div className="page">
      <PageHead title={t('title')} lead={t('lead')} />
      <div className={styles['sections']}>
        <Section title={t('details.title')}>
          <Details account={account} />
        </Section>
        <Section
          title={t('password.title')}
          lead={account.loginId === null ? t('password.social') : t('password.lead')}
        >
          {account.loginId !== null && <PasswordForm loginId={account.loginId} />}
        </Section>
        <Section title={t('signOut.title')} lead={t('signOut.lead')}>
          <SignOut />
        </Section>
      </div>
    </div>
  );
}

function Details({ account }: { account: Account }) {
  const { t, i18n } = useTranslation(['account', 'people']);
  const details = [
    [t('details.loginId'), account.loginId ?? t('details.none')],
    [t('details.nickname'), account.nickname],
    [t('details.email'), account.email ?? t('details.none')],
    [t('details.userType'), t(`people:types.${account.userType}`)],
    [t('details.since'), dayText(account.createdAt, i18n.language)],
  ] as const;
  return (
    <dl className={styles['details']}>
      {details.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function SignOut() {
  const { t } = useTranslation();
  const { signOut, isSigningOut } = useSignOut();
  return (
    <div>
      <Button icon={<LogOut aria-hidden />} isBusy={isSigningOut} onClick={() => void signOut()}>
        {t('nav.signOut')}
      </Button>
    </div>
  );
}
