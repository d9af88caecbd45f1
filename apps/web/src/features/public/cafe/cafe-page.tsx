import { useQuery } from '@tanstack/react-query';
import type { Cafe } from '@virtualcafe/contracts';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { NotFoundPanel } from '../../../components/feedback/not-found-panel.js';
import { ErrorPanel } from '../../../components/feedback/state-panel.js';
import { Breadcrumb } from '../../../components/navigation/breadcrumb.js';
import { ApiError } from '../../../lib/api/api-error.js';
import { usePageTitle } from '../../../lib/navigation/page-title.js';
import { cafeQuery } from '../../../lib/queries/cafes.js';
import { searchPath } from '../search/search-state.js';
import { CafeSkeleton } from './cafe-skeleton.js';
import styles from './cafe-page.module.css';
import { Gallery } from './gallery.js';
import { photosOf } from './gallery-photos.js';
import { OpeningBadge } from './opening-badge.js';
import { RelatedCafes } from './related-cafes.js';
import { RoomDoors } from './room-doors.js';
import { ShareButton } from './share-button.js';
import { Story } from './story.js';
import { VirtualLinks } from './virtual-links.js';
import { VisitCard } from './visit-card.js';

// A code that the API cannot even read belongs to no café either.
const isUnknownCafe = (error: unknown): boolean =>
  error instanceof ApiError && error.is('cafe.not-found', 'request.invalid');

/** Everything about one café. */
export default function CafePage() {
  const { t } = useTranslation('cafe');
  const { code = '' } = useParams();
  const { data: cafe, error, refetch } = useQuery(cafeQuery(code));
  usePageTitle(cafe?.name ?? null);
  if (cafe !== undefined) return <CafeContent key={cafe.code} cafe={cafe} />;
  if (isUnknownCafe(error)) return <NotFoundPanel title={t('notFoundTitle')} text={t('notFoundText')} />;
  if (error !== null) {
    return (
      <div className="page">
        <ErrorPanel error={error} onRetry={() => void refetch()} headingLevel={1} />
      </div>
    );
  }
  return <CafeSkeleton />;
}

function CafeContent({ cafe }: { cafe: Cafe }) {
  const { t } = useTranslation();
  const crumbs = [
    { label: t('nav.cafes'), to: searchPath({}) },
    ...cafe.regionPath.map(({ id, name }) => ({ label: name, to: searchPath({ regionId: id }) })),
  ];
  return (
    <div className="page">
      <article className={styles['cafe']}>
        <header className={styles['head']}>
          <Breadcrumb crumbs={crumbs} />
          <h1 className={styles['name']}>{cafe.name}</h1>
          {cafe.tagline !== '' && <p className={styles['tagline']}>{cafe.tagline}</p>}
          <div className={styles['facts']}>
            {cafe.openingHours !== null && <OpeningBadge hours={cafe.openingHours} />}
            <ShareButton name={cafe.name} text={cafe.tagline} />
          </div>
          <RoomDoors rooms={cafe.rooms} />
        </header>
        <div className={styles['gallery']}>
          <Gallery name={cafe.name} photos={photosOf(cafe)} />
        </div>
        <div className={styles['visit']}>
          <VisitCard cafe={cafe} />
        </div>
        <div className={styles['story']}>
          <Story text={cafe.introduction} />
          <VirtualLinks links={cafe.virtualLinks} />
        </div>
      </article>
      <RelatedCafes cafe={cafe} />
    </div>
  );
}
