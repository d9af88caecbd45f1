import type { ComponentProps } from 'react';
import styles from './address-code-field.module.css';
import { TextField } from './text-fields.js';

type AddressCodeFieldProps = Pick<ComponentProps<typeof TextField>, 'value' | 'onValue' | 'onBlur' | 'name'> & {
  label: string;
  hint: string;
  error?: string | undefined;
  /** Stands before the address. */
  addressLabel: string;
  /** Of the address, between host and code, with its slashes. */
  path: string;
  /** Said behind the address, as soon as it is known. */
  note?: string | undefined;
};

/** Something's part of its address, with the whole address as it will be. */
export function AddressCodeField({ addressLabel, path, note, onValue, ...field }: AddressCodeFieldProps) {
  return (
    <div className={styles['field']}>
      <TextField
        autoCapitalize="none"
        autoComplete="off"
        spellCheck={false}
        {...field}
        onValue={(typed) => onValue(typed.toLowerCase().replaceAll(/\s/g, '-'))}
      />
      <p className={styles['preview']}>
        <span>{addressLabel}</span>
        <span className={styles['address']}>
          {location.host}
          {path}
          <strong>{field.value === '' ? '…' : field.value}</strong>
        </span>
        <output className={styles['note']}>{note}</output>
      </p>
    </div>
  );
}
