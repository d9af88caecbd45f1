import { useId } from 'react';
import styles from './choice-pills.module.css';

type ChoicePillsProps<T extends string> = {
  legend: string;
  choices: readonly { value: T; label: string }[];
  chosen: T | undefined;
  onChosen: (value: T) => void;
};

/** One of a few choices, all in sight. */
export function ChoicePills<T extends string>({ legend, choices, chosen, onChosen }: ChoicePillsProps<T>) {
  const name = useId();
  return (
    <fieldset className={styles['group']}>
      <legend>{legend}</legend>
      <div className={styles['pills']}>
        {choices.map(({ value, label }) => (
          <label key={value} className={styles['pill']}>
            <input type="radio" name={name} checked={value === chosen} onChange={() => onChosen(value)} />
            {label}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
