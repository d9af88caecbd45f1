import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Logo } from '../../components/brand/logo.js';
import { AppLink } from '../../components/navigation/app-link.js';
import styles from './footer.module.css';

const year = new Date().getFullYear();

/** The foot of every page. */
export function Footer() {
  const { t } = useTranslation();
  return (
    <footer className={styles['footer']}>
      <div className={`page ${styles['columns']}`}>
        <div className={styles['about']}>
          <Logo />
          <p>{t('footer.about')}</p>
        </div>
        <Column title={t('footer.browse')}>
          <AppLink to="/">{t('nav.home')}</AppLink>
          <AppLink to="/cafes">{t('nav.cafes')}</AppLink>
        </Column>
        <Column title={t('footer.members')}>
          <AppLink to="/login">{t('nav.signIn')}</AppLink>
          <AppLink to="/signup">{t('nav.signUp')}</AppLink>
        </Column>
        <Column title={t('footer.developers')}>
          <a href="/api/docs">{t('footer.apiDocs')}</a>
        </Column>
        <p className={styles['copyright']}>{t('footer.copyright', { year })}</p>
      </div>
    </footer>
  );
}

const Column = ({ title, children }: { title: string; children: ReactNode }) => (
  <div className={styles['column']}>
    <h2>{title}</h2>
    {children}
  </div>
);
