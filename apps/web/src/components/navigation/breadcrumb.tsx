import { ChevronRight } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { AppLink } from './app-link.js';
import styles from './breadcrumb.module.css';

export type Crumb = { label: string; to: string };

/** The way from the whole to where one is; `current` is the last step when it has no link. */
export function Breadcrumb({ crumbs, current }: { crumbs: readonly Crumb[]; current?: string }) {
  const { t } = useTranslation();
  return (
    <nav aria-label={t('breadcrumb')}>
      <ol className={styles['list']}>
        {crumbs.map(({ label, to }, index) => (
          <li key={to} className={styles['step']}>
            {index > 0 && <ChevronRight aria-hidden />}
            <AppLink to={to}>{label}</AppLink>
          </li>
        ))}
        {current !== undefined && (
          <li className={styles['step']} aria-current="page">
            {crumbs.length > 0 && <ChevronRight aria-hidden />}
            {current}
          </li>
        )}
      </ol>
    </nav>
  );
}
