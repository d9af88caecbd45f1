import { LoadingNote, Skeleton, SkeletonText } from '../../../components/feedback/skeleton.js';
import styles from './cafe-page.module.css';
import galleryStyles from './gallery.module.css';

/** The shape of a café's page that is still loading. */
export const CafeSkeleton = () => (
  <div className="page">
    <LoadingNote />
    <div className={styles['cafe']}>
      <div className={styles['head']}>
        <Skeleton width="12rem" />
        <Skeleton width="min(24rem, 80%)" height="3rem" />
        <Skeleton width="min(18rem, 60%)" />
      </div>
      <div className={styles['gallery']}>
        <div className={galleryStyles['stage']}>
          <Skeleton height="100%" radius="0" />
        </div>
      </div>
      <div className={styles['visit']}>
        <Skeleton height="22rem" radius="var(--radius-lg)" />
      </div>
      <div className={styles['story']}>
        <SkeletonText lines={5} />
      </div>
    </div>
  </div>
);
