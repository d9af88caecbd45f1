import { ChevronLeft, ChevronRight, X } from 'lucide-react';
import { useEffect, useEffectEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { IconButton } from '../../../components/button/button.js';
import { useModal } from '../../../components/overlay/dialog.js';
import { Photo } from '../../../components/photo/photo.js';
import type { GalleryPhoto } from './gallery-photos.js';
import styles from './lightbox.module.css';
import { useCarousel } from './use-carousel.js';

type LightboxProps = {
  name: string;
  photos: readonly GalleryPhoto[];
  startAt: number;
  /** Told which photo was shown last. */
  onClose: (lastShown: number) => void;
};

/** The photos over the whole screen, one at a time. */
export function Lightbox({ name, photos, startAt, onClose }: LightboxProps) {
  const { t } = useTranslation('cafe');
  const { trackRef, index, goTo, followScroll, moveByKey } = useCarousel(photos.length, startAt);
  const close = (): void => onClose(index);
  const dialogRef = useModal(true, close);
  const showFirst = useEffectEvent(() => goTo(startAt, 'instant'));

  useEffect(() => showFirst(), []);

  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- arrow keys, beside the buttons that do the same
    <dialog
      ref={dialogRef}
      className={styles['lightbox']}
      aria-label={t('gallery.label', { name })}
      onKeyDown={moveByKey}
    >
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must take the focus, to be scrolled by keys */}
      <ul ref={trackRef} tabIndex={0} className={styles['track']} onScroll={followScroll}>
        {photos.map(({ image, isVirtual }, position) => (
          <li key={image.id} className={styles['slide']} inert={position !== index}>
            <Photo
              image={image}
              alt={t(isVirtual ? 'gallery.virtualPhoto' : 'gallery.photo', { name, position: position + 1 })}
              sizes="100vw"
              isUrgent={position === startAt}
              fit="contain"
              className={styles['photo']}
            />
          </li>
        ))}
      </ul>
      <p className={styles['position']} aria-live="polite">
        {t('gallery.position', { position: index + 1, total: photos.length })}
      </p>
      <IconButton label={t('gallery.close')} className={styles['close']} onClick={close}>
        <X aria-hidden />
      </IconButton>
      {photos.length > 1 && (
        <>
          <IconButton
            label={t('gallery.previous')}
            className={styles['previous']}
            disabled={index === 0}
            onClick={() => goTo(index - 1)}
          >
            <ChevronLeft aria-hidden />
          </IconButton>
          <IconButton
            label={t('gallery.next')}
            className={styles['next']}
            disabled={index === photos.length - 1}
            onClick={() => goTo(index + 1)}
          >
            <ChevronRight aria-hidden />
          </IconButton>
        </>
      )}
    </dialog>
  );
}
