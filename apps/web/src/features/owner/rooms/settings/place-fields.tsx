import { useTranslation } from 'react-i18next';
import type { PlaceDraft } from './hotspot-drafts.js';
import { PlaceInputs } from './place-inputs.js';
import type { RoomForm } from './use-room-editor.js';

type PlaceFieldsProps = {
  form: RoomForm;
  field: 'spawnPoint' | 'boundsMin' | 'boundsMax' | 'worldPosition' | 'worldRotation' | 'worldScale';
  /** Where the form's schema names it. */
  pointer: string;
  unit?: string;
};

/** Three numbers of a room that belong together. */
export function PlaceFields({ form, field, pointer, unit = 'm' }: PlaceFieldsProps) {
  const { t } = useTranslation('world');
  return (
    <PlaceInputs
      legend={t(`field.${field}`)}
      hint={t(`hint.${field}`)}
      unit={unit}
      value={form.values[field]}
      errorAt={(axis) => form.errorAt(`${pointer}/${axis}`)}
      error={form.errorAt(pointer)}
      onLeave={(axis) => {
        form.leave(`${pointer}/${axis}`);
        form.leave(pointer);
      }}
      onValue={(place: PlaceDraft) => form.setValue(field, place)}
    />
  );
}
