import type { Image } from '@virtualcafe/contracts';
import { useTranslation } from 'react-i18next';
import { Photo } from '../../../../components/photo/photo.js';
import styles from './photo-choices.module.css';

type PhotoChoicesProps = {
  legend: string;
  /** One of them, or any number. */
  kind: 'radio' | 'checkbox';
  name: string;
  photos: readonly Image[];
  chosenIds: readonly string[];
  isFull?: boolean;
  error?: string | undefined;
  onToggle: (photo: Image) => void;
};

/** Photos to choose from, all in sight; in which order they were chosen is written on them. */
export function PhotoChoices(props: PhotoChoicesProps) {
  const { legend, kind, name, photos, chosenIds, isFull = false, error, onToggle } = props;
  const { t } = useTranslation('maps');
  return (
    <fieldset className={styles['choices']}>
      <legend className="visually-hidden">{legend}</legend>
      <div className={styles['grid']}>
        {photos.map((photo, index) => {
          const turn = chosenIds.indexOf(photo.id);
          return (
            <label key={photo.id} className={styles['choice']}>
              <input
                type={kind}
                name={name}
                checked={turn >= 0}
                disabled={isFull && turn < 0}
                aria-invalid={(index === 0 && error !== undefined) || undefined}
                onChange={() => onToggle(photo)}
              />
              <Photo
                image={photo}
                alt={t('photos.name', { number: index + 1 })}
                sizes="8rem"
                className={styles['photo']}
              />
              {kind === 'checkbox' && turn >= 0 && (
                <span className={styles['turn']} aria-hidden="true">
                  {turn + 1}
                </span>
              )}
            </label>
          );
        })}
      </div>
      {error !== undefined && <p className={styles['error']}>{error}</p>}
    </fieldset>
  );
}
