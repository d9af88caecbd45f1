import type { Image } from '@virtualcafe/contracts';
import { Trash2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/button/button.js';
import { Photo } from '../../../components/photo/photo.js';
import { DropZone } from '../../../components/upload/drop-zone.js';
import { UploadList } from '../../../components/upload/upload-list.js';
import { useUploadQueue } from '../../../components/upload/use-upload-queue.js';
import styles from './link-thumbnail.module.css';

type LinkThumbnailProps = {
  type: string;
  thumbnail: Image | null;
  error: string | undefined;
  onChange: (thumbnail: Image | null) => void;
};

/** The picture that stands for a virtual room; it is kept when the links are saved. */
export function LinkThumbnail({ type, thumbnail, error, onChange }: LinkThumbnailProps) {
  const { t } = useTranslation('photos');
  const { uploads, add, retry, cancel } = useUploadQueue(onChange);
  return (
    <div className={styles['thumbnail']}>
      <p className={styles['label']}>{t('links.thumbnail')}</p>
      {thumbnail !== null && (
        <div className={styles['picture']}>
          <Photo image={thumbnail} alt="" sizes="20rem" className={styles['photo']} />
          <Button
            size="sm"
            icon={<Trash2 aria-hidden />}
            aria-label={t('links.removeThumbnail', { type })}
            className={styles['remove']}
            onClick={() => onChange(null)}
          >
            {t('links.removeShort')}
          </Button>
        </div>
      )}
      <UploadList uploads={uploads} onRetry={retry} onCancel={cancel} />
      <DropZone buttonLabel={t('links.chooseThumbnail')} onFiles={add} isSingle />
      {error !== undefined && <p className={styles['error']}>{error}</p>}
    </div>
  );
}
