import type { Account } from '@virtualcafe/contracts';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/button/button.js';
import { AppLink } from '../../components/navigation/app-link.js';
import { Dialog } from '../../components/overlay/dialog.js';
import { accountLinksOf } from './account-links.js';
import { LanguageSwitch, ThemeSwitch } from './appearance-switches.js';
import styles from './side-menu.module.css';
import { SignInLinks } from './sign-in-links.js';
import { useSignOut } from '../../lib/session/use-sign-out.js';

type SideMenuProps = { isOpen: boolean; onClose: () => void; account: Account | null };

/** Everything of the header that a narrow screen has no room for. */
export function SideMenu({ isOpen, onClose, account }: SideMenuProps) {
  const { t } = useTranslation();

  return (
    <Dialog isOpen={isOpen} onClose={onClose} title={t('nav.menu')} shape="side">
      <nav aria-label={t('nav.label')}>
        <ul className={styles['list']}>
          <MenuLink to="/" text={t('nav.home')} />
          <MenuLink to="/cafes" text={t('nav.cafes')} />
          {account !== null &&
            accountLinksOf(account).map(({ to, textKey }) => <MenuLink key={to} to={to} text={t(textKey)} />)}
        </ul>
      </nav>
      <div className={styles['switches']}>
        <LanguageSwitch />
        <ThemeSwitch />
      </div>
      <div className={styles['account']}>{account === null ? <SignInLinks size="md" isWide /> : <SignOutButton />}</div>
    </Dialog>
  );
}

const MenuLink = ({ to, text }: { to: string; text: string }) => (
  <li>
    <AppLink to={to} className={styles['link']}>
      {text}
    </AppLink>
  </li>
);

function SignOutButton() {
  const { t } = useTranslation();
  const { signOut, isSigningOut } = useSignOut();
  return (
    <Button isWide isBusy={isSigningOut} onClick={() => void signOut()}>
      {t('nav.signOut')}
    </Button>
  );
}
