import { starterRoomLimits, type Image, type ManagedCafe } from '@virtualcafe/contracts';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { AppLink } from '../../../../components/navigation/app-link.js';
import { PhotoChoices } from './photo-choices.js';
import { photosOf, withPhotoToggled } from './starter-form.js';
import styles from './wall-photos.module.css';

type WallPhotosProps = { cafe: ManagedCafe; photos: readonly Image[]; onPhotos: (photos: readonly Image[]) => void };

/** Which of the café's photos hang on the walls, and in which order. */
export function WallPhotos({ cafe, photos, onPhotos }: WallPhotosProps) {
  const { t } = useTranslation('maps');
  const name = useId();
  const all = photosOf(cafe);
  const limit = starterRoomLimits.photos;
  if (all.length === 0) {
    return (
      <p className={styles['count']}>
        {t('photos.none')} <AppLink to={`/owner/cafes/${cafe.code}?tab=photos`}>{t('photos.add')}</AppLink>
      </p>
    );
  }
  return (
    <>
      <PhotoChoices
        legend={t('photos.title')}
        kind="checkbox"
        name={name}
        photos={all}
        chosenIds={photos.map(({ id }) => id)}
        isFull={photos.length >= limit}
        onToggle={(photo) => onPhotos(withPhotoToggled(photos, photo))}
      />
      <p className={styles['count']}>{t('photos.count', { count: photos.length, limit })}</p>
    </>
  );
}
