import { useTranslation } from 'react-i18next';
import type { ReactNode } from 'react';
import { Button } from '../button/button.js';
import styles from './filter-bar.module.css';

type FilterBarProps = { children: ReactNode; count: string | null; isFiltered: boolean; onClear: () => void };

/** The search and filters above a list, and how many it has. */
export function FilterBar({ children, count, isFiltered, onClear }: FilterBarProps) {
  const { t } = useTranslation('controls');
  return (
    <div className={styles['bar']}>
      <div className={styles['filters']}>{children}</div>
      <div className={styles['result']}>
        {count !== null && <span>{count}</span>}
        {isFiltered && (
          <Button variant="quiet" size="sm" onClick={onClear}>
            {t('clearFilters')}
          </Button>
        )}
      </div>
    </div>
  );
}
