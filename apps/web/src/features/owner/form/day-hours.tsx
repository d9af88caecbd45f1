import { CopyCheck } from 'lucide-react';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/button/button.js';
import styles from './day-hours.module.css';
import { closingOf, type DayDraft } from './hours-draft.js';

type DayHoursProps = {
  name: string;
  day: DayDraft;
  errors: { open: string | undefined; close: string | undefined };
  onChange: (change: Partial<DayDraft>) => void;
  onCopy: () => void;
};

/** One day of the week: open or closed, from when to when, and the way to give every day the same. */
export function DayHours({ name, day, errors, onChange, onCopy }: DayHoursProps) {
  const { t } = useTranslation('owner');
  const id = useId();
  return (
    <li className={styles['day']}>
      <span className={styles['toggle']}>
        <input
          id={id}
          type="checkbox"
          className={styles['box']}
          aria-label={t('hours.isOpen', { day: name })}
          checked={day.isOpen}
          onChange={(event) => onChange({ isOpen: event.target.checked })}
        />
        <label htmlFor={id}>{name}</label>
      </span>
      {day.isOpen ? (
        <Times {...{ name, day, errors, onChange }} />
      ) : (
        <span className={styles['closed']}>{t('hours.closed')}</span>
      )}
      <Button
        variant="quiet"
        size="sm"
        className={styles['copy']}
        icon={<CopyCheck aria-hidden />}
        aria-label={t('hours.copyFrom', { day: name })}
        onClick={onCopy}
      >
        {t('hours.copy')}
      </Button>
    </li>
  );
}

function Times({ name, day, errors, onChange }: Omit<DayHoursProps, 'onCopy'>) {
  const { t } = useTranslation('owner');
  const messageId = useId();
  const error = errors.open ?? errors.close;
  const message = error ?? closingText(day, t('hours.allDay'), t('hours.nextDay', { time: day.close }));
  const timeProps = { type: 'time', className: styles['time'], 'aria-describedby': messageId } as const;
  return (
    <div className={styles['times']}>
      <input
        {...timeProps}
        aria-label={t('hours.from', { day: name })}
        aria-invalid={errors.open !== undefined || undefined}
        value={day.open}
        onChange={(event) => onChange({ open: event.target.value })}
      />
      <span aria-hidden="true">{t('hours.until')}</span>
      <input
        {...timeProps}
        aria-label={t('hours.to', { day: name })}
        aria-invalid={errors.close !== undefined || undefined}
        value={day.close}
        onChange={(event) => onChange({ close: event.target.value })}
      />
      <span id={messageId} className={styles['message']} data-error={error !== undefined || undefined}>
        {message}
      </span>
    </div>
  );
}

function closingText(day: DayDraft, allDay: string, nextDay: string): string {
  const closing = closingOf(day);
  if (closing === 'allDay') return allDay;
  return closing === 'nextDay' ? nextDay : '';
}
