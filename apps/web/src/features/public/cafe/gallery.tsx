import { ChevronLeft, ChevronRight, Expand } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DoorScene } from '../../../components/brand/door-scene.js';
import { IconButton } from '../../../components/button/button.js';
import { Photo } from '../../../components/photo/photo.js';
import styles from './gallery.module.css';
import type { GalleryPhoto } from './gallery-photos.js';
import { Lightbox } from './lightbox.js';
import { useCarousel } from './use-carousel.js';

type GalleryProps = { name: string; photos: readonly GalleryPhoto[] };

// A photo is drawn as wide as the page on a phone, else as the wide column.
const stageSizes = '(max-width: 60rem) 100vw, 56rem';

/** A café's photos: one large one to swipe through, small ones to choose from, and all of them in full size. */
export function Gallery({ name, photos }: GalleryProps) {
  const { t } = useTranslation('cafe');
  const { trackRef, index, goTo, followScroll, moveByKey } = useCarousel(photos.length);
  const [enlarged, setEnlarged] = useState<number | null>(null);
  if (photos.length === 0) return <NoPhotos />;
  const closeLightbox = (lastShown: number): void => {
    setEnlarged(null);
    goTo(lastShown, 'instant');
  };
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- arrow keys, beside the buttons that do the same
    <section aria-label={t('gallery.label', { name })} className={styles['gallery']} onKeyDown={moveByKey}>
      <div className={styles['stage']}>
        <ul ref={trackRef} className={styles['track']} onScroll={followScroll}>
          {photos.map((photo, position) => (
            <li key={photo.image.id} className={styles['slide']} inert={position !== index}>
              <button
                type="button"
                className={styles['open']}
                aria-label={t('gallery.open', { position: position + 1 })}
                onClick={() => setEnlarged(position)}
              >
                <Photo
                  image={photo.image}
                  alt={t(photo.isVirtual ? 'gallery.virtualPhoto' : 'gallery.photo', { name, position: position + 1 })}
                  sizes={stageSizes}
                  isUrgent={position === 0}
                  className={styles['photo']}
                />
              </button>
              {photo.isVirtual && <span className={styles['badge']}>{t('gallery.virtualBadge')}</span>}
            </li>
          ))}
        </ul>
        <StageControls index={index} count={photos.length} goTo={goTo} />
      </div>
      <Thumbnails photos={photos} index={index} goTo={goTo} />
      {enlarged !== null && <Lightbox name={name} photos={photos} startAt={enlarged} onClose={closeLightbox} />}
    </section>
  );
}

type Moves = { index: number; goTo: (index: number) => void };

function StageControls({ index, count, goTo }: Moves & { count: number }) {
  const { t } = useTranslation('cafe');
  return (
    <>
      <span className={styles['position']}>
        <Expand aria-hidden />
        {t('gallery.position', { position: index + 1, total: count })}
      </span>
      {count > 1 && (
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
            disabled={index === count - 1}
            onClick={() => goTo(index + 1)}
          >
            <ChevronRight aria-hidden />
          </IconButton>
        </>
      )}
    </>
  );
}

function Thumbnails({ photos, index, goTo }: Moves & { photos: readonly GalleryPhoto[] }) {
  const { t } = useTranslation('cafe');
  if (photos.length === 1) return null;
  return (
    <ul className={styles['thumbnails']} aria-label={t('gallery.thumbnails')}>
      {photos.map(({ image }, position) => (
        <li key={image.id}>
          <button
            type="button"
            className={styles['thumbnail']}
            aria-label={t('gallery.show', { position: position + 1 })}
            aria-current={position === index ? 'true' : undefined}
            onClick={() => goTo(position)}
          >
            <Photo image={image} alt="" sizes="6rem" className={styles['photo']} />
          </button>
        </li>
      ))}
    </ul>
  );
}

function NoPhotos() {
  const { t } = useTranslation('cafe');
  return (
    <div className={styles['none']}>
      <DoorScene mood="empty" />
      <p>{t('gallery.none')}</p>
    </div>
  );
}
