import { useId } from 'react';
import type { PlaceDraft } from './hotspot-drafts.js';
import styles from './place-inputs.module.css';

export const axes = ['x', 'y', 'z'] as const;
export type Axis = (typeof axes)[number];

type PlaceInputsProps = {
  legend: string;
  hint: string;
  unit: string;
  value: PlaceDraft;
  errorAt: (axis: Axis) => string | undefined;
  /** What is wrong with the three together. */
  error: string | undefined;
  onLeave: (axis: Axis) => void;
  onValue: (value: PlaceDraft) => void;
};

/** Three numbers: x, y, z. What is wrong with one of them stands below, as there is no room beside. */
export function PlaceInputs({ legend, hint, unit, value, errorAt, error, onLeave, onValue }: PlaceInputsProps) {
  const id = useId();
  const wrongAxis = axes.find((axis) => errorAt(axis) !== undefined);
  const wrong = wrongAxis === undefined ? error : `${wrongAxis}: ${errorAt(wrongAxis)}`;
  return (
    <fieldset className={styles['place']} aria-describedby={`${id}-message`}>
      <legend>{legend}</legend>
      <div className={styles['axes']}>
        {axes.map((axis) => (
          <label key={axis} className={styles['axis']}>
            <span>{axis}</span>
            <input
              inputMode="decimal"
              autoComplete="off"
              value={value[axis]}
              aria-label={`${legend} ${axis}`}
              aria-describedby={`${id}-message`}
              aria-invalid={errorAt(axis) !== undefined || (error !== undefined && axis === 'x') || undefined}
              onBlur={() => onLeave(axis)}
              onChange={(event) => onValue({ ...value, [axis]: event.target.value })}
            />
            <span className={styles['unit']}>{unit}</span>
          </label>
        ))}
      </div>
      <p id={`${id}-message`} className={wrong === undefined ? styles['hint'] : styles['error']}>
        {wrong ?? hint}
      </p>
    </fieldset>
  );
}
