import { Skeleton, SkeletonText } from '../components/feedback/skeleton.js';
import styles from './page-skeleton.module.css';

/** The general shape of a page: a title and some lines. */
export const PageSkeleton = () => (
  <div className="page">
    <div className={styles['skeleton']}>
      <Skeleton width="min(22rem, 70%)" height="2.5rem" />
      <SkeletonText lines={4} />
    </div>
  </div>
);
