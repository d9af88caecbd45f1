import { useTranslation } from 'react-i18next';
import { AddressCodeField } from '../../../components/field/address-code-field.js';
import type { CafeForm } from './cafe-form.js';

/** The café's part of the address. */
export function CodeField({ form }: { form: CafeForm }) {
  const { t } = useTranslation('owner');
  return (
    <AddressCodeField
      {...form.textProps('code')}
      label={t('field.code')}
      hint={t('field.codeHint')}
      addressLabel={t('field.codePreview')}
      path="/cafes/"
    />
  );
}
