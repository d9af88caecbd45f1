import { Eye, EyeOff } from 'lucide-react';
import { useState, type InputHTMLAttributes, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { IconButton } from '../button/button.js';
import { classNames } from '../class-names.js';
import { Field, type FieldText } from './field.js';
import styles from './field.module.css';

type PasswordFieldProps = FieldText &
  Omit<InputHTMLAttributes<HTMLInputElement>, 'onChange' | 'className' | 'type'> & {
    value: string;
    onValue: (value: string) => void;
    autoComplete: 'current-password' | 'new-password';
  };

/** A password that can be shown, with a warning while Caps Lock is on. */
export function PasswordField({ label, hint, error, className, onValue, onBlur, ...input }: PasswordFieldProps) {
  const { t } = useTranslation('forms');
  const [isShown, setShown] = useState(false);
  const [hasCapsLock, setCapsLock] = useState(false);
  const watchCapsLock = (event: KeyboardEvent): void => setCapsLock(event.getModifierState('CapsLock'));

  return (
    <Field
      {...{ label, hint, error, className }}
      note={
        <output className={hasCapsLock ? styles['note'] : 'visually-hidden'}>{hasCapsLock && t('capsLock')}</output>
      }
    >
      {(attributes) => (
        <span className={styles['box']}>
          <input
            {...input}
            {...attributes}
            type={isShown ? 'text' : 'password'}
            autoCapitalize="none"
            autoCorrect="off"
            spellCheck={false}
            className={classNames(styles['control'], styles['withSuffix'])}
            onChange={(event) => onValue(event.target.value)}
            onKeyDown={watchCapsLock}
            onKeyUp={watchCapsLock}
            onBlur={(event) => {
              setCapsLock(false);
              onBlur?.(event);
            }}
          />
          <span className={styles['suffix']}>
            <IconButton
              label={isShown ? t('hidePassword') : t('showPassword')}
              aria-pressed={isShown}
              onClick={() => setShown(!isShown)}
            >
              {isShown ? <EyeOff aria-hidden /> : <Eye aria-hidden />}
            </IconButton>
          </span>
        </span>
      )}
    </Field>
  );
}
