import { useTranslation } from 'react-i18next';
import { TextField } from '../../../components/field/text-fields.js';
import { groupBusinessNumber, judgeBusinessNumber } from './business-number.js';
import styles from './business-number-field.module.css';
import type { CafeForm } from './cafe-form.js';

/** A business registration number, grouped while it is typed; a false check digit is noticed at the tenth digit. */
export function BusinessNumberField({ form }: { form: CafeForm }) {
  const { t } = useTranslation('owner');
  const field = form.textProps('businessNumber');
  const judgement = judgeBusinessNumber(field.value);
  const wrong = judgement === 'wrong' ? t('field.businessNumberWrong') : undefined;
  // Half of a number is wrong too, but only once one has stopped typing it.
  const error =
    judgement === 'short' && field.error !== undefined ? t('field.businessNumberShort') : (wrong ?? field.error);
  return (
    <TextField
      label={t('field.businessNumber')}
      hint={
        judgement === 'right' ? (
          <span className={styles['right']}>{t('field.businessNumberRight')}</span>
        ) : (
          t('field.businessNumberHint')
        )
      }
      inputMode="numeric"
      autoComplete="off"
      isOptional
      {...field}
      error={error}
      onValue={(typed) => field.onValue(groupBusinessNumber(typed))}
    />
  );
}
