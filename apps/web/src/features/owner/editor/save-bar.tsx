import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/button/button.js';
import styles from './save-bar.module.css';

type SaveBarProps = { formId: string; changeCount: number; isSaving: boolean; onRevert: () => void };

/** Stays in sight while something is unsaved, on whichever tab it was changed. */
export function SaveBar({ formId, changeCount, isSaving, onRevert }: SaveBarProps) {
  const { t } = useTranslation('owner');
  if (changeCount === 0) return null;
  return (
    <section className={styles['bar']} aria-label={t('editor.changes', { count: changeCount })}>
      <p className={styles['text']}>{t('editor.changes', { count: changeCount })}</p>
      <Button variant="quiet" disabled={isSaving} onClick={onRevert}>
        {t('editor.revert')}
      </Button>
      <Button type="submit" form={formId} variant="primary" isBusy={isSaving}>
        {t('editor.save')}
      </Button>
    </section>
  );
}
