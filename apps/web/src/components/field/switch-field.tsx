import { useId, type ReactNode } from 'react';
import styles from './switch-field.module.css';

type SwitchFieldProps = {
  label: string;
  hint?: ReactNode;
  isOn: boolean;
  onToggle: (isOn: boolean) => void;
  isDisabled?: boolean;
};

/** Something that is on or off. */
export function SwitchField({ label, hint, isOn, onToggle, isDisabled = false }: SwitchFieldProps) {
  const id = useId();
  const hintId = `${id}-hint`;
  return (
    <div className={styles['row']}>
      <input
        id={id}
        type="checkbox"
        role="switch"
        className={styles['switch']}
        checked={isOn}
        aria-checked={isOn}
        disabled={isDisabled}
        aria-describedby={hint === undefined ? undefined : hintId}
        onChange={(event) => onToggle(event.target.checked)}
      />
      <label htmlFor={id} className={styles['label']}>
        {label}
      </label>
      {hint !== undefined && (
        <p id={hintId} className={styles['hint']}>
          {hint}
        </p>
      )}
    </div>
  );
}
