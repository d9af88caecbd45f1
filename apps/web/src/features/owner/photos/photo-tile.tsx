import type { Image } from '@virtualcafe/contracts';
import { ArrowLeft, ArrowRight, GripVertical, Trash2 } from 'lucide-react';
import type { MouseEvent, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Badge } from '../../../components/badge/badge.js';
import { IconButton } from '../../../components/button/button.js';
import { Photo } from '../../../components/photo/photo.js';
import type { HandleProps } from '../../../components/sortable/sortable-grid.js';
import styles from './photo-tile.module.css';

type PhotoTileProps = {
  photo: Image;
  name: string;
  isCover: boolean;
  handle: HandleProps;
  /** Null at the ends of the set. */
  onEarlier: (() => void) | null;
  onLater: (() => void) | null;
  onRemove: () => void;
};

/** One photo of a set with the buttons that move it or take it out. */
export function PhotoTile({ photo, name, isCover, handle, onEarlier, onLater, onRemove }: PhotoTileProps) {
  const { t } = useTranslation('photos');
  return (
    <div className={styles['tile']}>
      <div className={styles['frame']}>
        <Photo image={photo} alt={name} sizes="(min-width: 48rem) 15rem, 45vw" className={styles['photo']} />
        {isCover && (
          <span className={styles['cover']}>
            <Badge tone="warm">{t('cover')}</Badge>
          </span>
        )}
      </div>
      <div className={styles['buttons']}>
        <button type="button" {...handle} aria-label={t('handle', { name })} className={styles['handle']}>
          <GripVertical aria-hidden />
        </button>
        <MoveButton label={t('earlier', { name })} onMove={onEarlier}>
          <ArrowLeft aria-hidden />
        </MoveButton>
        <MoveButton label={t('later', { name })} onMove={onLater}>
          <ArrowRight aria-hidden />
        </MoveButton>
        <IconButton label={t('remove', { name })} className={styles['remove']} data-remove onClick={onRemove}>
          <Trash2 aria-hidden />
        </IconButton>
      </div>
    </div>
  );
}

type MoveButtonProps = { label: string; onMove: (() => void) | null; children: ReactNode };

function MoveButton({ label, onMove, children }: MoveButtonProps) {
  const move = ({ currentTarget }: MouseEvent<HTMLButtonElement>): void => {
    onMove?.();
    // The photo's element moves in the document, which takes the focus from the button inside.
    requestAnimationFrame(() => currentTarget.focus());
  };
  return (
    <IconButton label={label} aria-disabled={onMove === null || undefined} className={styles['move']} onClick={move}>
      {children}
    </IconButton>
  );
}
