import { Search, X } from 'lucide-react';
import { useId, useRef, type ReactNode, type SubmitEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { IconButton } from '../button/button.js';
import styles from './search-box.module.css';

type SearchBoxProps = {
  value: string;
  onValue: (value: string) => void;
  onSubmit: () => void;
  label: string;
  placeholder: string;
  hint?: ReactNode;
  /** A button with words at the end, for where typing alone does not search. */
  submitLabel?: string;
};

// The API takes up to 100 characters.
const maxLength = 100;

/** One field to search with, in a landmark of its own. */
export function SearchBox({ value, onValue, onSubmit, label, placeholder, hint, submitLabel }: SearchBoxProps) {
  const { t } = useTranslation();
  const id = useId();
  const hintId = `${id}-hint`;
  const inputRef = useRef<HTMLInputElement>(null);

  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    onSubmit();
  };
  const clear = (): void => {
    onValue('');
    inputRef.current?.focus();
  };

  return (
    <search>
      <form onSubmit={submit} action="/cafes">
        <div className={styles['box']}>
          <Search aria-hidden className={styles['glass']} />
          <label htmlFor={id} className="visually-hidden">
            {label}
          </label>
          <input
            ref={inputRef}
            id={id}
            name="q"
            type="search"
            enterKeyHint="search"
            autoComplete="off"
            spellCheck={false}
            maxLength={maxLength}
            value={value}
            placeholder={placeholder}
            aria-describedby={hint === undefined ? undefined : hintId}
            className={styles['input']}
            onChange={(event) => onValue(event.target.value)}
          />
          {value !== '' && (
            <IconButton label={t('action.clear')} onClick={clear}>
              <X aria-hidden />
            </IconButton>
          )}
          {submitLabel !== undefined && (
            <button type="submit" className={styles['submit']}>
              {submitLabel}
            </button>
          )}
        </div>
        {hint !== undefined && (
          <p id={hintId} className={styles['hint']}>
            {hint}
          </p>
        )}
      </form>
    </search>
  );
}
