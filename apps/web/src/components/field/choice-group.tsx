import { useId } from 'react';
import styles from './choice-group.module.css';

type ChoiceGroupProps<T extends string> = {
  /** One of them, or any number. */
  kind: 'radio' | 'checkbox';
  legend: string;
  error?: string | undefined;
  choices: readonly { value: T; label: string }[];
  chosen: readonly string[];
  onChosen: (chosen: T[]) => void;
};

/** A few choices, all in sight. */
export function ChoiceGroup<T extends string>({ kind, legend, error, choices, chosen, onChosen }: ChoiceGroupProps<T>) {
  const id = useId();
  const errorId = `${id}-error`;

  const toggle = (value: T): void => {
    if (kind === 'radio') return onChosen([value]);
    const isChosen = (choice: T): boolean => chosen.includes(choice) !== (choice === value);
    onChosen(choices.map((choice) => choice.value).filter(isChosen));
  };

  return (
    <fieldset className={styles['group']} aria-describedby={error === undefined ? undefined : errorId}>
      <legend>{legend}</legend>
      <div className={styles['choices']}>
        {choices.map(({ value, label }, index) => (
          <label key={value} className={styles['choice']}>
            <input
              type={kind}
              name={id}
              checked={chosen.includes(value)}
              aria-invalid={(index === 0 && error !== undefined) || undefined}
              onChange={() => toggle(value)}
            />
            {label}
          </label>
        ))}
      </div>
      {error !== undefined && (
        <p id={errorId} className={styles['error']}>
          {error}
        </p>
      )}
    </fieldset>
  );
}
