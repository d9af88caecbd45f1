import { useTranslation } from 'react-i18next';
import { TextField } from '../../../components/field/text-fields.js';
import type { CafeForm } from './cafe-form.js';
import styles from './code-field.module.css';

/** The café's part of the address, with the whole address as it will be. */
export function CodeField({ form }: { form: CafeForm }) {
  const { t } = useTranslation('owner');
  const field = form.textProps('code');
  return (
    <div className={styles['field']}>
      <TextField
        label={t('field.code')}
        hint={t('field.codeHint')}
        autoCapitalize="none"
        autoComplete="off"
        spellCheck={false}
        {...field}
        onValue={(typed) => field.onValue(typed.toLowerCase().replaceAll(/\s/g, '-'))}
      />
      <p className={styles['preview']}>
        <span>{t('field.codePreview')}</span>
        <span className={styles['address']}>
          {location.host}/cafes/<strong>{field.value === '' ? '…' : field.value}</strong>
        </span>
      </p>
    </div>
  );
}
