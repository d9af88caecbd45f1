import { useQuery } from '@tanstack/react-query';
import { MapPin } from 'lucide-react';
import type { ClipboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Skeleton } from '../../../components/feedback/skeleton.js';
import { toast } from '../../../components/feedback/toast-store.js';
import { TextAreaField, TextField } from '../../../components/field/text-fields.js';
import { RegionPicker } from '../../../components/region-picker/region-picker.js';
import { regionsQuery } from '../../../lib/queries/regions.js';
import type { CafeForm } from './cafe-form.js';
import { coordinatesIn, mayBeInKorea } from './coordinates.js';
import styles from './place-fields.module.css';

/** Where the café is: region, address, coordinates, directions. */
export function PlaceFields({ form }: { form: CafeForm }) {
  const { t } = useTranslation('owner');
  return (
    <>
      <RegionField form={form} />
      <TextField
        label={t('field.address')}
        hint={t('field.addressHint')}
        autoComplete="off"
        {...form.textProps('address')}
      />
      <CoordinateFields form={form} />
      <TextAreaField
        label={t('field.directions')}
        hint={t('field.directionsHint')}
        rows={4}
        isOptional
        {...form.textProps('directions')}
      />
    </>
  );
}

function RegionField({ form }: { form: CafeForm }) {
  const { t } = useTranslation('owner');
  const { data: regions } = useQuery(regionsQuery());
  if (regions === undefined) return <Skeleton height="7rem" radius="var(--radius-md)" />;
  // A café may stand in a region that has been hidden since: it is not among those one can choose.
  const isHidden = form.values.regionId !== '' && regions.every(({ id }) => id !== form.values.regionId);
  return (
    <RegionPicker
      label={t('field.region')}
      hint={isHidden ? t('field.regionHidden') : t('field.regionHint')}
      error={form.errorAt('/regionId')}
      regions={regions}
      value={form.values.regionId}
      onValue={(id) => form.setValue('regionId', id)}
    />
  );
}

function CoordinateFields({ form }: { form: CafeForm }) {
  const { t } = useTranslation(['owner', 'common']);
  const { latitude, longitude } = form.values;

  const splitPasted = (event: ClipboardEvent): void => {
    const place = coordinatesIn(event.clipboardData.getData('text'));
    if (place === null) return;
    event.preventDefault();
    form.setValue('latitude', place.latitude);
    form.setValue('longitude', place.longitude);
    toast.success(t('field.coordinatesFilled'));
  };

  const number = { inputMode: 'decimal', autoComplete: 'off', onPaste: splitPasted } as const;
  return (
    <div className={styles['place']}>
      <div className={styles['coordinates']}>
        <TextField label={t('field.latitude')} {...number} {...form.textProps('latitude')} />
        <TextField label={t('field.longitude')} {...number} {...form.textProps('longitude')} />
      </div>
      <p className={styles['hint']}>{t('field.coordinatesHint')}</p>
      <output className={styles['warning']}>{!mayBeInKorea({ latitude, longitude }) && t('field.outsideKorea')}</output>
      {isPlace(latitude, longitude) && (
        <a href={mapLink(latitude, longitude)} target="_blank" rel="noreferrer" className={styles['map']}>
          <MapPin aria-hidden />
          {t('field.checkOnMap')}
          <span className="visually-hidden"> ({t('common:newWindow')})</span>
        </a>
      )}
    </div>
  );
}

const isPlace = (latitude: string, longitude: string): boolean =>
  latitude.trim() !== '' &&
  longitude.trim() !== '' &&
  Math.abs(Number(latitude)) <= 90 &&
  Math.abs(Number(longitude)) <= 180;

const mapLink = (latitude: string, longitude: string): string => {
  const place = new URLSearchParams({ mlat: latitude.trim(), mlon: longitude.trim() });
  return `https://www.openstreetmap.org/?${place}#map=18/${latitude.trim()}/${longitude.trim()}`;
};
