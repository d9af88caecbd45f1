import { ChevronLeft, ChevronRight } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { classNames } from '../class-names.js';
import { AppLink } from './app-link.js';
import { pageNumbers } from './page-numbers.js';
import styles from './pagination.module.css';

type PaginationProps = { page: number; pageCount: number; linkTo: (page: number) => string };

/** Links to the pages of a list; nothing when there is one page. */
export function Pagination({ page, pageCount, linkTo }: PaginationProps) {
  const { t } = useTranslation();
  if (pageCount <= 1) return null;
  return (
    <nav aria-label={t('pagination.label')} className={styles['pagination']}>
      <Step label={t('pagination.previous')} to={page > 1 ? linkTo(page - 1) : null}>
        <ChevronLeft aria-hidden />
      </Step>
      <ol className={styles['pages']}>
        {pageNumbers(page, pageCount).map((number, index) => (
          <li key={number ?? `gap-${index}`}>
            {number === null ? (
              <span className={styles['gap']}>…</span>
            ) : (
              <AppLink
                to={linkTo(number)}
                className={styles['page']}
                aria-current={number === page ? 'page' : undefined}
                aria-label={t(number === page ? 'pagination.current' : 'pagination.page', { page: number })}
              >
                {number}
              </AppLink>
            )}
          </li>
        ))}
      </ol>
      <Step label={t('pagination.next')} to={page < pageCount ? linkTo(page + 1) : null}>
        <ChevronRight aria-hidden />
      </Step>
    </nav>
  );
}

function Step({ label, to, children }: { label: string; to: string | null; children: ReactNode }) {
  if (to === null) return <span className={classNames(styles['page'], styles['absent'])} aria-hidden="true" />;
  return (
    <AppLink to={to} className={styles['page']} aria-label={label}>
      {children}
    </AppLink>
  );
}
