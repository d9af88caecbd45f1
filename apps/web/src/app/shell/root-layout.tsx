import { useTranslation } from 'react-i18next';
import { Outlet, ScrollRestoration } from 'react-router';
import { Toaster } from '../../components/feedback/toaster.js';
import { Footer } from './footer.js';
import { Header } from './header.js';
import { OfflineBanner } from './offline-banner.js';
import styles from './root-layout.module.css';
import { mainId, RouteAnnouncer } from './route-announcer.js';

/** What stands around every page. */
export function RootLayout() {
  const { t } = useTranslation();
  return (
    <>
      <a href={`#${mainId}`} className={styles['skip']}>
        {t('skipToContent')}
      </a>
      <div className={styles['site']}>
        <Header />
        <OfflineBanner />
        <main id={mainId} tabIndex={-1} className={styles['main']}>
          <Outlet />
        </main>
        <Footer />
      </div>
      <Toaster />
      <RouteAnnouncer />
      <ScrollRestoration />
    </>
  );
}
