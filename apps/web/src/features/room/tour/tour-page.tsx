import { useQuery } from '@tanstack/react-query';
import type { Hotspot, Viewer } from '@virtualcafe/contracts';
import { ArrowLeft, ArrowRight, Box, Info } from 'lucide-react';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation, useParams, useSearchParams } from 'react-router';
import { Badge } from '../../../components/badge/badge.js';
import { Button, ButtonLink } from '../../../components/button/button.js';
import { NotFoundPanel } from '../../../components/feedback/not-found-panel.js';
import { LoadingNote, Skeleton, SkeletonText } from '../../../components/feedback/skeleton.js';
import { ErrorPanel, StatePanel } from '../../../components/feedback/state-panel.js';
import { Breadcrumb } from '../../../components/navigation/breadcrumb.js';
import { Photo } from '../../../components/photo/photo.js';
import { usePageTitle } from '../../../lib/navigation/page-title.js';
import { cafeQuery } from '../../../lib/queries/cafes.js';
import { isUnknownViewer, viewerQuery } from '../../../lib/queries/viewers.js';
import { SpotContent } from '../hotspots/spot-content.js';
import { spotLabel } from '../hotspots/spot-label.js';
import { hasWebGl2 } from '../stage/web-gl.js';
import styles from './tour-page.module.css';

/** What there is in a room, one by one, without walking: for every device and every reader. */
export default function TourPage() {
  const { t } = useTranslation('room');
  const { code = '' } = useParams();
  const { data: room, error, refetch } = useQuery(viewerQuery(code));
  usePageTitle(room === undefined ? null : t('tour.title', { room: room.name }));
  if (room !== undefined) return <Tour key={room.code} room={room} />;
  if (isUnknownViewer(error)) return <NotFoundPanel title={t('notFoundTitle')} text={t('notFoundText')} />;
  return (
    <div className={`page ${styles['tour']}`}>
      {error === null ? (
        <>
          <LoadingNote />
          <Skeleton width="min(20rem, 70%)" height="2.5rem" />
          <SkeletonText lines={3} />
        </>
      ) : (
        <ErrorPanel error={error} onRetry={() => void refetch()} headingLevel={1} />
      )}
    </div>
  );
}

const isWithout3d = (state: unknown): boolean => typeof state === 'object' && state !== null && 'isWithout3d' in state;

function Tour({ room }: { room: Viewer }) {
  const { t } = useTranslation('room');
  const { state } = useLocation();
  const { hotspots } = room.worldData;
  const crumbs = [{ label: room.cafe.name, to: `/cafes/${room.cafe.code}` }];
  return (
    <div className="page">
      <article className={styles['tour']}>
        <header className={styles['head']}>
          <Breadcrumb crumbs={crumbs} />
          <h1 className={styles['title']}>{t('tour.title', { room: room.name })}</h1>
          <p className={styles['lead']}>{t('tour.lead', { cafe: room.cafe.name })}</p>
          {isWithout3d(state) && (
            <output className={styles['note']}>
              <Info aria-hidden />
              {t('tour.unavailable')}
            </output>
          )}
          {hasWebGl2() && (
            <ButtonLink to={`/r/${room.code}`} icon={<Box aria-hidden />} className={styles['to3d']}>
              {t('tour.note3d')}
            </ButtonLink>
          )}
        </header>
        {hotspots.length === 0 ? (
          <StatePanel mood="empty" title={t('tour.empty')} text={t('tour.emptyText')} />
        ) : (
          <Steps room={room} spots={hotspots} />
        )}
        <Introduction cafeCode={room.cafe.code} />
      </article>
    </div>
  );
}

/** The step is in the address: it can be linked to, and the browser's way back goes a step back. */
function useStep(spots: readonly Hotspot[]) {
  const [search, setSearch] = useSearchParams();
  const index = Math.max(
    0,
    spots.findIndex(({ id }) => id === search.get('at')),
  );
  const goTo = (target: number): void => {
    const spot = spots[target];
    if (spot !== undefined) setSearch({ at: spot.id }, { preventScrollReset: true });
  };
  return { index, goTo };
}

function Steps({ room, spots }: { room: Viewer; spots: readonly Hotspot[] }) {
  const { t, i18n } = useTranslation('room');
  const { index, goTo } = useStep(spots);
  const headingRef = useRef<HTMLHeadingElement>(null);
  const spot = spots[index];
  if (spot === undefined) return null;
  const label = spotLabel(spot, i18n.language);

  const show = (target: number): void => {
    goTo(target);
    // To where the new stop begins: what was pressed may be disabled now.
    headingRef.current?.focus({ preventScroll: true });
  };

  return (
    <div className={styles['steps']}>
      <section className={styles['stop']} aria-labelledby="tour-stop">
        <p className={styles['position']} aria-hidden>
          {t('tour.step', { position: index + 1, total: spots.length })}
        </p>
        <h2 id="tour-stop" ref={headingRef} tabIndex={-1} className={styles['label']}>
          <span className="visually-hidden">
            {t('tour.stepLabel', { position: index + 1, total: spots.length, label })}
          </span>
          <span aria-hidden>{label}</span>
        </h2>
        <Badge tone="warm">{t(`spot.kinds.${spot.kind}`)}</Badge>
        <div className={styles['content']}>
          <SpotContent key={spot.id} room={room} spot={spot} />
        </div>
        <div className={styles['ways']}>
          <Button icon={<ArrowLeft aria-hidden />} disabled={index === 0} onClick={() => show(index - 1)}>
            {t('tour.previous')}
          </Button>
          <Button
            variant="primary"
            icon={<ArrowRight aria-hidden />}
            disabled={index === spots.length - 1}
            onClick={() => show(index + 1)}
          >
            {t('tour.next')}
          </Button>
        </div>
      </section>
      <nav aria-label={t('tour.list')} className={styles['list']}>
        <h2 className={styles['listTitle']}>{t('tour.list')}</h2>
        <ol className={styles['entries']}>
          {spots.map((each, position) => (
            <li key={each.id}>
              <button
                type="button"
                className={styles['entry']}
                aria-current={position === index ? 'step' : undefined}
                onClick={() => show(position)}
              >
                <span className={styles['number']}>{position + 1}</span>
                <span>
                  {spotLabel(each, i18n.language)}
                  <span className={styles['kind']}>{t(`spot.kinds.${each.kind}`)}</span>
                </span>
              </button>
            </li>
          ))}
        </ol>
      </nav>
    </div>
  );
}

function Introduction({ cafeCode }: { cafeCode: string }) {
  const { t } = useTranslation('room');
  const { data: cafe } = useQuery(cafeQuery(cafeCode));
  if (cafe === undefined || (cafe.introduction === '' && cafe.thumbnail === null)) return null;
  return (
    <section className={styles['introduction']}>
      {cafe.thumbnail !== null && (
        <Photo
          image={cafe.thumbnail}
          alt={t('spot.photoAlt', { label: cafe.name })}
          sizes="16rem"
          className={styles['cover']}
        />
      )}
      <div>
        <h2 className={styles['listTitle']}>{t('tour.introduction')}</h2>
        <p className={styles['story']}>{cafe.introduction === '' ? cafe.tagline : cafe.introduction}</p>
        <ButtonLink to={`/cafes/${cafe.code}`} variant="quiet" size="sm">
          {t('toCafe')}
        </ButtonLink>
      </div>
    </section>
  );
}
