import { useId, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { classNames } from '../class-names.js';
import styles from './field.module.css';

export type FieldText = {
  label: string;
  hint?: ReactNode;
  error?: string | undefined;
  isOptional?: boolean;
  className?: string | undefined;
};

/** What a control must carry so that its label, hint and error are read with it. */
export type ControlAttributes = {
  id: string;
  'aria-invalid': boolean | undefined;
  'aria-describedby': string | undefined;
  'aria-required': boolean | undefined;
};

type FieldProps = FieldText & { children: (attributes: ControlAttributes) => ReactNode; note?: ReactNode };

/** Label, hint and error around one control. The error takes the hint's place, so that nothing below moves. */
export function Field({ label, hint, error, isOptional = false, className, children, note }: FieldProps) {
  const { t } = useTranslation('forms');
  const id = useId();
  const messageId = `${id}-message`;
  const message = error ?? hint;
  const hasMessage = message !== undefined && message !== '';
  const attributes: ControlAttributes = {
    id,
    'aria-invalid': error === undefined ? undefined : true,
    'aria-describedby': hasMessage ? messageId : undefined,
    'aria-required': isOptional ? undefined : true,
  };
  return (
    <div className={classNames(styles['field'], className)}>
      <div className={styles['label']}>
        <label htmlFor={id}>{label}</label>
        {isOptional && <span className={styles['optional']}>{t('optional')}</span>}
      </div>
      {children(attributes)}
      {note}
      {hasMessage && (
        <p id={messageId} className={error === undefined ? styles['hint'] : styles['error']}>
          {message}
        </p>
      )}
    </div>
  );
}
