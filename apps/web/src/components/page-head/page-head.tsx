import type { ReactNode } from 'react';
import styles from './page-head.module.css';

type PageHeadProps = {
  title: string;
  lead?: ReactNode;
  /** The way here, above the title. */
  above?: ReactNode;
  /** What one can do with the page as a whole. */
  actions?: ReactNode;
};

/** The head of a page that one works in: title, a line about it, actions. */
export const PageHead = ({ title, lead, above, actions }: PageHeadProps) => (
  <header className={styles['head']}>
    {above}
    <div className={styles['row']}>
      <div className={styles['words']}>
        <h1 className={styles['title']}>{title}</h1>
        {lead !== undefined && <div className={styles['lead']}>{lead}</div>}
      </div>
      {actions !== undefined && <div className={styles['actions']}>{actions}</div>}
    </div>
  </header>
);
