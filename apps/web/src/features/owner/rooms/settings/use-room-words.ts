import { useTranslation } from 'react-i18next';
import type { FieldWords } from '../../editor/stale-dialog.js';
import type { PlaceDraft } from './hotspot-drafts.js';
import type { RoomField, RoomValues } from './room-values.js';

const placeText = ({ x, y, z }: PlaceDraft): string => `x ${x}, y ${y}, z ${z}`;

/** What the fields of a room are called, and their values in words. */
export function useRoomWords(): FieldWords<RoomValues> {
  const { t } = useTranslation(['rooms', 'world']);

  const nameOf = (field: RoomField): string => t(`world:field.${field}`);

  const textOf = (field: RoomField, values: RoomValues): string => {
    if (field === 'isDisabled') return values.isDisabled ? t('state.hidden') : t('list.shown');
    if (field === 'hotspots') {
      return values.hotspots.map(({ ko, position }) => `${ko} (${placeText(position)})`).join('\n');
    }
    const value = values[field];
    return typeof value === 'string' ? value : placeText(value);
  };
  return { nameOf, textOf };
}
