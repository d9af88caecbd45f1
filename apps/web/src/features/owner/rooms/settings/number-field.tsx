import { useTranslation } from 'react-i18next';
import { TextField } from '../../../../components/field/text-fields.js';
import styles from './number-field.module.css';
import type { RoomForm } from './use-room-editor.js';

type NumberFieldName =
  | 'playerRotation'
  | 'playerHeight'
  | 'playerRadius'
  | 'playerSpeed'
  | 'playerJumpForce'
  | 'playerRotationSpeed'
  | 'playerScale';

/** A number of a room with its unit. */
export function NumberField({ form, field, unit }: { form: RoomForm; field: NumberFieldName; unit: string }) {
  const { t } = useTranslation('world');
  return (
    <TextField
      label={t(`field.${field}`)}
      hint={t(`hint.${field}`)}
      inputMode="decimal"
      autoComplete="off"
      suffix={<span className={styles['unit']}>{unit}</span>}
      {...form.textProps(field)}
    />
  );
}
