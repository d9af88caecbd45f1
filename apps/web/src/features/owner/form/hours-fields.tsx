import { useTranslation } from 'react-i18next';
import { toast } from '../../../components/feedback/toast-store.js';
import { SwitchField } from '../../../components/field/switch-field.js';
import { TextField } from '../../../components/field/text-fields.js';
import { Section } from '../../../components/section/section.js';
import type { CafeForm } from './cafe-form.js';
import { DayHours } from './day-hours.js';
import { withDay, withDayForAll, type HoursDraft } from './hours-draft.js';
import styles from './hours-fields.module.css';

/** The opening hours of a week. */
export function HoursFields({ form }: { form: CafeForm }) {
  const { t } = useTranslation('owner');
  const draft = form.values.openingHours;
  const set = (next: HoursDraft): void => form.setValue('openingHours', next);
  const days = t('hours.dayNames', { returnObjects: true });

  return (
    <Section title={t('section.hours')} lead={t('section.hoursLead')} className={styles['section']}>
      <SwitchField
        label={t('hours.isShown')}
        hint={t('hours.isShownHint')}
        isOn={draft.isShown}
        onToggle={(isShown) => set({ ...draft, isShown })}
      />
      {draft.isShown && (
        <>
          <ul className={styles['days']}>
            {draft.days.map((day, index) => (
              <DayHours
                key={days[index]}
                name={days[index] ?? ''}
                day={day}
                errors={{
                  open: form.errorAt(`/openingHours/days/${index}/open`),
                  close: form.errorAt(`/openingHours/days/${index}/close`),
                }}
                onChange={(change) => set(withDay(draft, index, change))}
                onCopy={() => {
                  set(withDayForAll(draft, index));
                  toast.success(t('hours.copied', { day: days[index] }));
                }}
              />
            ))}
          </ul>
          <TextField
            label={t('hours.note')}
            hint={t('hours.noteHint')}
            autoComplete="off"
            isOptional
            value={draft.note}
            error={form.errorAt('/openingHours/note')}
            onValue={(note) => set({ ...draft, note })}
            onBlur={() => form.leave('/openingHours/note')}
          />
        </>
      )}
    </Section>
  );
}
