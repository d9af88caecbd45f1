import type { CSSProperties } from 'react';
import { useTranslation } from 'react-i18next';
import { classNames } from '../class-names.js';
import styles from './skeleton.module.css';

type SkeletonProps = {
  width?: string;
  height?: string;
  radius?: string;
  ratio?: string;
  className?: string | undefined;
};

/** The quiet shape of something that is still loading. Without a height it is a line of text. */
export function Skeleton({ width, height, radius, ratio, className }: SkeletonProps) {
  const style: CSSProperties = { width, height, borderRadius: radius, aspectRatio: ratio };
  return <span className={classNames(styles['skeleton'], className)} style={style} aria-hidden="true" />;
}

/** Several lines of a text that is still loading; the last one is shorter. */
export function SkeletonText({ lines = 3 }: { lines?: number }) {
  return (
    <span className={styles['text']}>
      {Array.from({ length: lines }, (_, index) => (
        <Skeleton key={index} width={index === lines - 1 ? '62%' : '100%'} />
      ))}
    </span>
  );
}

/** Tells a screen reader that something is loading while skeletons are shown. */
export function LoadingNote() {
  const { t } = useTranslation();
  return <output className="visually-hidden">{t('state.loading')}</output>;
}
