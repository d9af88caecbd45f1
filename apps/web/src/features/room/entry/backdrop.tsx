import type { Image } from '@virtualcafe/contracts';
import type { ReactNode } from 'react';
import { Photo } from '../../../components/photo/photo.js';
import styles from './backdrop.module.css';

type BackdropProps = {
  /** The café's cover; a drawn evening where there is none. */
  image: Image | null;
  children: ReactNode;
};

/** A café's photo over the whole screen, and something on it. */
export const Backdrop = ({ image, children }: BackdropProps) => (
  <div className={styles['backdrop']}>
    {image !== null && <Photo image={image} alt="" sizes="100vw" isUrgent className={styles['photo']} />}
    <div className={styles['shade']} />
    <div className={styles['content']}>{children}</div>
  </div>
);
