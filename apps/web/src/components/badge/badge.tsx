import type { ReactNode } from 'react';
import styles from './badge.module.css';

export type BadgeTone = 'neutral' | 'good' | 'warm' | 'bad';

/** A state in a word. The word alone must say it: colour only helps. */
export const Badge = ({ tone = 'neutral', children }: { tone?: BadgeTone; children: ReactNode }) => (
  <span className={styles['badge']} data-tone={tone}>
    {children}
  </span>
);
