import { X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import styles from './filter-chip.module.css';

/** A filter that was set from within the list, and the way to remove it. */
export function FilterChip({ text, onRemove }: { text: string; onRemove: () => void }) {
  const { t } = useTranslation('admin');
  return (
    <button
      type="button"
      className={styles['chip']}
      aria-label={t('log.removeFilter', { filter: text })}
      onClick={onRemove}
    >
      {text}
      <X aria-hidden />
    </button>
  );
}
