import type { InputHTMLAttributes, ReactNode, SelectHTMLAttributes, TextareaHTMLAttributes } from 'react';
import { classNames } from '../class-names.js';
import { Field, type FieldText } from './field.js';
import styles from './field.module.css';

type Native<T> = Omit<T, 'onChange' | 'className'>;
type WithValue = { value: string; onValue: (value: string) => void };

type TextFieldProps = FieldText & WithValue & Native<InputHTMLAttributes<HTMLInputElement>> & { suffix?: ReactNode };

/** One line of text. */
export function TextField({ label, hint, error, isOptional, className, onValue, suffix, ...input }: TextFieldProps) {
  return (
    <Field {...{ label, hint, error, className }} isOptional={isOptional ?? false}>
      {(attributes) => (
        <span className={styles['box']}>
          <input
            {...input}
            {...attributes}
            className={classNames(styles['control'], suffix !== undefined && styles['withSuffix'])}
            onChange={(event) => onValue(event.target.value)}
          />
          {suffix !== undefined && <span className={styles['suffix']}>{suffix}</span>}
        </span>
      )}
    </Field>
  );
}

type TextAreaFieldProps = FieldText & WithValue & Native<TextareaHTMLAttributes<HTMLTextAreaElement>>;

/** Text of several lines; grows with what is written where the browser can. */
export function TextAreaField({ label, hint, error, isOptional, className, onValue, ...area }: TextAreaFieldProps) {
  return (
    <Field {...{ label, hint, error, className }} isOptional={isOptional ?? false}>
      {(attributes) => (
        <textarea
          rows={5}
          {...area}
          {...attributes}
          className={classNames(styles['control'], styles['area'])}
          onChange={(event) => onValue(event.target.value)}
        />
      )}
    </Field>
  );
}

type SelectFieldProps = FieldText &
  WithValue &
  Native<SelectHTMLAttributes<HTMLSelectElement>> & { options: readonly { value: string; label: string }[] };

/** A choice of one from a list. */
export function SelectField({
  label,
  hint,
  error,
  isOptional,
  className,
  onValue,
  options,
  ...select
}: SelectFieldProps) {
  return (
    <Field {...{ label, hint, error, className }} isOptional={isOptional ?? false}>
      {(attributes) => (
        <select
          {...select}
          {...attributes}
          className={classNames(styles['control'], styles['select'])}
          onChange={(event) => onValue(event.target.value)}
        >
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
