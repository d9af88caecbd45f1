import { useId } from 'react';
import styles from './range-field.module.css';

type RangeFieldProps = {
  label: string;
  min: number;
  max: number;
  step?: number;
  value: number;
  /** The value in words, with its unit. */
  text: string;
  onValue: (value: number) => void;
};

/** A number that is felt rather than typed: a slider with its value beside it. */
export function RangeField({ label, min, max, step = 1, value, text, onValue }: RangeFieldProps) {
  const id = useId();
  return (
    <div className={styles['field']}>
      <label htmlFor={id}>{label}</label>
      <output htmlFor={id} className={styles['value']}>
        {text}
      </output>
      <input
        id={id}
        type="range"
        {...{ min, max, step, value }}
        aria-valuetext={text}
        className={styles['range']}
        onChange={(event) => onValue(event.target.valueAsNumber)}
      />
    </div>
  );
}
