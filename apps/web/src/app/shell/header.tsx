import { Menu } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'react-router';
import { Logo } from '../../components/brand/logo.js';
import { ButtonLink, IconButton } from '../../components/button/button.js';
import { AppLink } from '../../components/navigation/app-link.js';
import { useSession } from '../../lib/session/use-session.js';
import { AccountMenu } from './account-menu.js';
import { LanguageSwitch, ThemeSwitch } from './appearance-switches.js';
import styles from './header.module.css';
import { SideMenu } from './side-menu.js';
import { SignInLinks } from './sign-in-links.js';

/** The head of every page. */
export function Header() {
  const { t } = useTranslation();
  const { status, account } = useSession();
  const { key } = useLocation();
  // Open at one place in the history only: following a link closes it.
  const [menuOpenAt, setMenuOpenAt] = useState<string | null>(null);
  const isMenuOpen = menuOpenAt === key;
  return (
    <header className={styles['header']}>
      <div className={`page ${styles['bar']}`}>
        <AppLink to="/" className={styles['home']} aria-label={`${t('brand')} · ${t('nav.home')}`}>
          <Logo />
        </AppLink>
        <nav aria-label={t('nav.label')} className={styles['nav']}>
          <ButtonLink to="/cafes" variant="quiet" size="sm">
            {t('nav.cafes')}
          </ButtonLink>
        </nav>
        <div className={styles['switches']}>
          <LanguageSwitch />
          <ThemeSwitch />
        </div>
        <div className={styles['account']} data-settled={status !== 'restoring' || undefined}>
          {account === null ? <SignInLinks /> : <AccountMenu account={account} />}
        </div>
        <IconButton
          label={t('nav.menu')}
          className={styles['menuButton']}
          aria-haspopup="dialog"
          aria-expanded={isMenuOpen}
          onClick={() => setMenuOpenAt(key)}
        >
          <Menu aria-hidden />
        </IconButton>
      </div>
      <SideMenu isOpen={isMenuOpen} onClose={() => setMenuOpenAt(null)} account={account} />
    </header>
  );
}
