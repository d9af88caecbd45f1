import { useQuery } from '@tanstack/react-query';
import { viewerCode } from '@virtualcafe/contracts';
import { useEffect, useState, type ComponentProps } from 'react';
import { useTranslation } from 'react-i18next';
import { TextField } from '../../../../components/field/text-fields.js';
import { viewerCodeTakenQuery } from '../../../../lib/queries/managed-viewers.js';
import styles from './room-code-field.module.css';

// Long enough to finish a word.
const pauseMs = 400;

type Field = Pick<ComponentProps<typeof TextField>, 'value' | 'error' | 'onValue' | 'onBlur' | 'name'>;

/** A room's part of the address, with the whole address as it will be and whether it is known to be taken. */
export function RoomCodeField({ field }: { field: Field }) {
  const { t } = useTranslation(['rooms', 'owner', 'errors']);
  const asked = useSettled(field.value);
  const isCode = viewerCode.safeParse(asked).success;
  const { data: isTaken } = useQuery({ ...viewerCodeTakenQuery(asked), enabled: isCode });
  const isKnown = isCode && asked === field.value && isTaken !== undefined;
  const error = field.error ?? (isKnown && isTaken ? t('errors:viewer.code-taken') : undefined);
  return (
    <div className={styles['field']}>
      <TextField
        label={t('owner:field.code')}
        hint={t('owner:field.codeHint')}
        autoCapitalize="none"
        autoComplete="off"
        spellCheck={false}
        {...field}
        error={error}
        onValue={(typed) => field.onValue(typed.toLowerCase().replaceAll(/\s/g, '-'))}
      />
      <p className={styles['preview']}>
        <span>{t('field.address')}</span>
        <span className={styles['address']}>
          {location.host}/r/<strong>{field.value === '' ? '…' : field.value}</strong>
        </span>
        {/* Closed rooms of other cafés cannot be seen from here: it is said only when the room is made. */}
        <output className={styles['free']}>{isKnown && !isTaken && t('field.codeFree')}</output>
      </p>
    </div>
  );
}

function useSettled(value: string): string {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), pauseMs);
    return () => clearTimeout(timer);
  }, [value]);
  return settled;
}
