import { Search, X } from 'lucide-react';
import { useEffect, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { IconButton } from '../button/button.js';
import styles from './search-field.module.css';

type SearchFieldProps = {
  label: string;
  placeholder?: string;
  value: string;
  onSearch: (words: string) => void;
  maxLength?: number;
};

// Long enough to finish a Hangul syllable, short enough to feel at once.
const pauseMs = 300;

/** A search that follows the typing after a short pause. `value` is what is searched for now. */
export function SearchField({ label, placeholder, value, onSearch, maxLength = 100 }: SearchFieldProps) {
  const { t } = useTranslation();
  const id = useId();
  const inputRef = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState(value);
  const [searched, setSearched] = useState(value);
  const pause = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);

  // The search can change by itself: the back button, "clear the filters". One's own, coming back, must not eat a space.
  if (value !== searched) {
    setSearched(value);
    if (value !== typed.trim()) setTyped(value);
  }
  useEffect(() => () => clearTimeout(pause.current), []);

  const search = (words: string, delayMs: number): void => {
    setTyped(words);
    clearTimeout(pause.current);
    pause.current = setTimeout(() => onSearch(words.trim()), delayMs);
  };

  return (
    <search className={styles['search']}>
      <label htmlFor={id} className="visually-hidden">
        {label}
      </label>
      <Search aria-hidden className={styles['icon']} />
      <input
        ref={inputRef}
        id={id}
        type="search"
        enterKeyHint="search"
        autoComplete="off"
        className={styles['input']}
        maxLength={maxLength}
        placeholder={placeholder}
        value={typed}
        onChange={(event) => search(event.target.value, pauseMs)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && !event.nativeEvent.isComposing) search(typed, 0);
        }}
      />
      {typed !== '' && (
        <IconButton
          label={t('action.clear')}
          className={styles['clear']}
          onClick={() => {
            search('', 0);
            inputRef.current?.focus();
          }}
        >
          <X aria-hidden />
        </IconButton>
      )}
    </search>
  );
}
