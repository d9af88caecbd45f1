import type { OpeningHours } from '@virtualcafe/contracts';
import { useTranslation } from 'react-i18next';
import { openingStateAt } from '../../../lib/hours/opening-state.js';
import { useMinute } from '../../../lib/hours/use-minute.js';
import styles from './opening-badge.module.css';
import { openingWords } from './opening-words.js';

/** Whether the café is open right now. */
export function OpeningBadge({ hours }: { hours: OpeningHours }) {
  const { t } = useTranslation('cafe');
  const opening = openingStateAt(hours, useMinute());
  const { state, detail } = openingWords(opening, t);
  return (
    <p className={styles['badge']} data-open={opening.status === 'open' || undefined}>
      <span className={styles['state']}>{state}</span>
      {detail !== null && <span>{detail}</span>}
    </p>
  );
}
