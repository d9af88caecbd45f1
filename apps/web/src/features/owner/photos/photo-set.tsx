import { maxImagesPerSet, type CafeImageSet, type Image, type ManagedCafe } from '@virtualcafe/contracts';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Spinner } from '../../../components/feedback/spinner.js';
import { toast } from '../../../components/feedback/toast-store.js';
import { Section } from '../../../components/section/section.js';
import { SortableGrid } from '../../../components/sortable/sortable-grid.js';
import { DropZone } from '../../../components/upload/drop-zone.js';
import { UploadList } from '../../../components/upload/upload-list.js';
import { useUploadQueue } from '../../../components/upload/use-upload-queue.js';
import styles from './photo-set.module.css';
import { PhotoTile } from './photo-tile.js';
import { usePhotoSet } from './use-photo-set.js';

type PhotoSetProps = { cafe: ManagedCafe; set: CafeImageSet; onUnsaved: (isUnsaved: boolean) => void };

/** One set of a café's photos: upload, order, take out. */
export function PhotoSet({ cafe, set, onUnsaved }: PhotoSetProps) {
  const { t } = useTranslation('photos');
  const { photos, isSaving, isUnsaved, move, remove, addUploaded } = usePhotoSet(cafe, set);
  const { uploads, add, retry, cancel } = useUploadQueue(addUploaded);
  const [announcement, setAnnouncement] = useState('');
  const ref = useRef<HTMLDivElement>(null);

  const underway = uploads.filter(({ state }) => state !== 'failed').length;
  const room = maxImagesPerSet - photos.length - underway;
  useReport(isUnsaved || underway > 0, onUnsaved);

  const title = t(`sets.${set}.title`);
  const nameOf = (photo: Image): string => t('name', { set: title, position: photos.indexOf(photo) + 1 });

  const addFiles = (files: File[]): void => {
    add(files.slice(0, room));
    if (files.length > room) toast.error(t('tooMany', { limit: maxImagesPerSet }));
  };

  const moveTo = (from: number, to: number): void => {
    move(from, to);
    setAnnouncement(t('moved', { position: to + 1 }));
  };

  const removeAt = (index: number, photo: Image): void => {
    remove(photo.id);
    // The button that had the focus is gone: it goes to the photo that takes the place.
    requestAnimationFrame(() => {
      const buttons = ref.current?.querySelectorAll<HTMLElement>('[data-remove], [data-add] button') ?? [];
      buttons[Math.min(index, buttons.length - 1)]?.focus();
    });
  };

  return (
    <Section title={title} lead={t(`sets.${set}.lead`)} actions={<Count count={photos.length} isSaving={isSaving} />}>
      <div ref={ref} className={styles['set']}>
        <output className="visually-hidden">{announcement}</output>
        {photos.length > 0 ? (
          <SortableGrid label={t('list', { set: title })} items={photos} nameOf={nameOf} onMove={moveTo}>
            {(photo, index, handle) => (
              <PhotoTile
                photo={photo}
                name={nameOf(photo)}
                isCover={set === 'THUMBNAIL' && index === 0}
                handle={handle}
                onEarlier={index > 0 ? () => moveTo(index, index - 1) : null}
                onLater={index < photos.length - 1 ? () => moveTo(index, index + 1) : null}
                onRemove={() => removeAt(index, photo)}
              />
            )}
          </SortableGrid>
        ) : (
          <p className={styles['empty']}>{t('empty')}</p>
        )}
        <UploadList uploads={uploads} onRetry={retry} onCancel={cancel} />
        <div data-add>
          <DropZone
            buttonLabel={t(`sets.${set}.add`)}
            onFiles={addFiles}
            isDisabled={room <= 0}
            {...(room <= 0 && { hint: t('full', { limit: maxImagesPerSet }) })}
          />
        </div>
      </div>
    </Section>
  );
}

function Count({ count, isSaving }: { count: number; isSaving: boolean }) {
  const { t } = useTranslation('photos');
  return (
    <span className={styles['count']}>
      {isSaving && (
        <>
          <Spinner />
          {t('saving')}
        </>
      )}
      <span>{t('count', { count, limit: maxImagesPerSet })}</span>
    </span>
  );
}

function useReport(isUnsaved: boolean, onUnsaved: (isUnsaved: boolean) => void): void {
  const report = useEffectEvent(onUnsaved);
  useEffect(() => report(isUnsaved), [isUnsaved]);
}
