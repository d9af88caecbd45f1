import { useQueryClient } from '@tanstack/react-query';
import type { CafeSummary } from '@virtualcafe/contracts';
import { MapPin } from 'lucide-react';
import { cafeQuery } from '../../lib/queries/cafes.js';
import { LogoMark } from '../brand/logo.js';
import { classNames } from '../class-names.js';
import { Skeleton } from '../feedback/skeleton.js';
import { AppLink } from '../navigation/app-link.js';
import { Photo } from '../photo/photo.js';
import styles from './cafe-card.module.css';

type CardShape = {
  /** `door` shows the photo through an arch; `row` lies down on a phone. */
  shape: 'door' | 'row';
  headingLevel?: 2 | 3;
};

type CafeCardProps = CardShape & { cafe: CafeSummary; sizes: string; isUrgent?: boolean };

/** A café in a list: its photo, name, one line about it and where it is. The whole card leads to its page. */
export function CafeCard({ cafe, shape, sizes, isUrgent = false, headingLevel = 3 }: CafeCardProps) {
  const queryClient = useQueryClient();
  const Heading = headingLevel === 2 ? 'h2' : 'h3';
  return (
    <article className={classNames(styles['card'], styles[shape])}>
      <div className={styles['picture']}>
        {cafe.thumbnail === null ? (
          <span className={styles['noPhoto']}>
            <LogoMark />
          </span>
        ) : (
          <Photo image={cafe.thumbnail} alt="" sizes={sizes} isUrgent={isUrgent} className={styles['photo']} />
        )}
      </div>
      <div className={styles['words']}>
        <Heading className={styles['name']}>
          <AppLink
            to={`/cafes/${cafe.code}`}
            className={styles['link']}
            onPrepare={() => void queryClient.prefetchQuery(cafeQuery(cafe.code))}
          >
            {cafe.name}
          </AppLink>
        </Heading>
        {cafe.tagline !== '' && <p className={styles['tagline']}>{cafe.tagline}</p>}
        <p className={styles['place']}>
          <MapPin aria-hidden />
          {cafe.region.shortName}
        </p>
      </div>
    </article>
  );
}

/** The shape of a card whose café is still loading. */
export const CafeCardSkeleton = ({ shape }: CardShape) => (
  <div className={classNames(styles['card'], styles[shape])} aria-hidden="true">
    <div className={styles['picture']}>
      <Skeleton className={styles['photo']} height="100%" radius="0" />
    </div>
    <div className={styles['words']}>
      <Skeleton width="70%" height="1.3em" />
      <Skeleton width="90%" />
      <Skeleton width="35%" />
    </div>
  </div>
);
