import type { Image } from '@virtualcafe/contracts';
import { useState, type CSSProperties, type SyntheticEvent } from 'react';
import { classNames } from '../class-names.js';
import styles from './photo.module.css';
import { sourceSet } from './source-set.js';
import { placeholderOf } from './thumbhash-placeholder.js';

type PhotoProps = {
  image: Image;
  /** Empty when the words beside it say the same. */
  alt: string;
  /** The width it is shown at, as in <img sizes>. */
  sizes: string;
  /** Fetched first and at once: for what is seen without scrolling. */
  isUrgent?: boolean;
  fit?: 'cover' | 'contain';
  className?: string | undefined;
};

/** A picture that fades in over its own blurred colours; fills the box that `className` gives it. */
export function Photo({ image, alt, sizes, isUrgent = false, fit = 'cover', className }: PhotoProps) {
  const [isLoaded, setLoaded] = useState(false);
  const placeholder = placeholderOf(image.thumbhash);
  const style: CSSProperties = { backgroundImage: placeholder === null ? undefined : `url("${placeholder}")` };

  // A cached picture may be complete before React listens.
  const noticeCached = (element: HTMLImageElement | null): void => {
    if (element?.complete) setLoaded(true);
  };
  const showLoaded = (event: SyntheticEvent<HTMLImageElement>): void => setLoaded(event.currentTarget.complete);

  return (
    <span className={classNames(styles['frame'], styles[fit], className)} style={fit === 'cover' ? style : undefined}>
      <img
        ref={noticeCached}
        src={image.url}
        srcSet={sourceSet(image)}
        sizes={sizes}
        width={image.width}
        height={image.height}
        alt={alt}
        loading={isUrgent ? 'eager' : 'lazy'}
        fetchPriority={isUrgent ? 'high' : 'auto'}
        decoding="async"
        data-loaded={isLoaded || undefined}
        className={styles['image']}
        onLoad={showLoaded}
      />
    </span>
  );
}
