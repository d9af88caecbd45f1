import { useQuery } from '@tanstack/react-query';
import { viewerCode } from '@virtualcafe/contracts';
import { useEffect, useState, type ComponentProps } from 'react';
import { useTranslation } from 'react-i18next';
import { AddressCodeField } from '../../../../components/field/address-code-field.js';
import { viewerCodeTakenQuery } from '../../../../lib/queries/managed-viewers.js';

// Long enough to finish a word.
const pauseMs = 400;

type Field = Pick<ComponentProps<typeof AddressCodeField>, 'value' | 'error' | 'onValue' | 'onBlur' | 'name'>;

/** A room's part of the address, and whether it is known to be taken. */
export function RoomCodeField({ field }: { field: Field }) {
  const { t } = useTranslation(['rooms', 'owner', 'errors']);
  const asked = useSettled(field.value);
  const isCode = viewerCode.safeParse(asked).success;
  const { data: isTaken } = useQuery({ ...viewerCodeTakenQuery(asked), enabled: isCode });
  const isKnown = isCode && asked === field.value && isTaken !== undefined;
  const error = field.error ?? (isKnown && isTaken ? t('errors:viewer.code-taken') : undefined);
  return (
    <AddressCodeField
      {...field}
      error={error}
      label={t('owner:field.code')}
      hint={t('owner:field.codeHint')}
      addressLabel={t('field.address')}
      path="/r/"
      // Closed rooms of other cafés cannot be seen from here: that one is taken is said only when the room is made.
      note={isKnown && !isTaken ? t('field.codeFree') : undefined}
    />
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
