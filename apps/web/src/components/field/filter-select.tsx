import { useId } from 'react';
import styles from './filter-select.module.css';

type FilterSelectProps<T extends string> = {
  label: string;
  /** Undefined is "all". */
  value: T | undefined;
  allLabel: string;
  options: readonly { value: T; label: string }[];
  onValue: (value: T | undefined) => void;
};

/** A filter of a list: one of a few values, or all. */
export function FilterSelect<T extends string>({ label, value, allLabel, options, onValue }: FilterSelectProps<T>) {
  const id = useId();
  return (
    <div className={styles['filter']}>
      <label htmlFor={id} className={styles['label']}>
        {label}
      </label>
      <select
        id={id}
        className={styles['select']}
        value={value ?? ''}
        data-set={value !== undefined || undefined}
        onChange={(event) => onValue(options.find((option) => option.value === event.target.value)?.value)}
      >
        <option value="">{allLabel}</option>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </div>
  );
}
