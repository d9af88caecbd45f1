import { useQuery } from '@tanstack/react-query';
import type { Hotspot, Viewer } from '@virtualcafe/contracts';
import { ArrowRight, ExternalLink } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { ButtonLink } from '../../../components/button/button.js';
import { Skeleton } from '../../../components/feedback/skeleton.js';
import { Photo } from '../../../components/photo/photo.js';
import { isUnknownViewer, viewerQuery } from '../../../lib/queries/viewers.js';
import styles from './spot-content.module.css';
import { spotLabel } from './spot-label.js';

type SpotContentProps = {
  room: Viewer;
  spot: Hotspot;
  /** Links inside the site open in a new window: the page is shown within another site. */
  isEmbedded?: boolean;
};

/** What a hotspot opens. The same in the room and on the guided tour. */
export function SpotContent({ room, spot, isEmbedded = false }: SpotContentProps) {
  switch (spot.kind) {
    case 'photo':
      return <PhotoSpot room={room} spot={spot} />;
    case 'link':
      return <LinkSpot url={spot.target} />;
    case 'portal':
      return <PortalSpot code={spot.target} />;
    case 'product':
    case 'board':
    case 'coupon':
      return <CafeSpot room={room} isEmbedded={isEmbedded} />;
  }
}

function PhotoSpot({ room, spot }: { room: Viewer; spot: Hotspot }) {
  const { t, i18n } = useTranslation('room');
  const image = room.photos.find(({ id }) => id === spot.target);
  if (image === undefined) return <p className={styles['quiet']}>{t('spot.photoMissing')}</p>;
  return (
    <Photo
      image={image}
      alt={t('spot.photoAlt', { label: spotLabel(spot, i18n.language) })}
      sizes="(max-width: 40rem) 100vw, 40rem"
      isUrgent
      fit="contain"
      className={styles['photo']}
    />
  );
}

function LinkSpot({ url }: { url: string }) {
  const { t } = useTranslation('room');
  const { t: tCommon } = useTranslation();
  return (
    <div className={styles['words']}>
      <p>{t('spot.linkLeads', { host: hostOf(url) })}</p>
      <p className={styles['address']}>{url}</p>
      <a href={url} target="_blank" rel="noopener noreferrer nofollow" className={styles['open']}>
        {t('spot.openLink')}
        <ExternalLink aria-hidden />
        <span className="visually-hidden">({tCommon('newWindow')})</span>
      </a>
    </div>
  );
}

/** As it is read by people: Korean names instead of their ASCII form are left to the browser. */
const hostOf = (url: string): string => (URL.canParse(url) ? new URL(url).host : url);

function PortalSpot({ code }: { code: string }) {
  const { t } = useTranslation('room');
  const { data: target, error } = useQuery(viewerQuery(code));
  if (target === undefined) {
    if (error === null) return <Skeleton width="70%" />;
    return <p className={styles['quiet']}>{t(isUnknownViewer(error) ? 'spot.portalClosed' : 'failure.mapsText')}</p>;
  }
  return (
    <div className={styles['words']}>
      <p className={styles['lead']}>{t('spot.portalText', { cafe: target.cafe.name, room: target.name })}</p>
      <p className={styles['quiet']}>{t('spot.portalKeep')}</p>
      <ButtonLink
        to={`/r/${code}`}
        state={{ isThroughPortal: true }}
        variant="primary"
        icon={<ArrowRight aria-hidden />}
        className={styles['go']}
      >
        {t('spot.go')}
      </ButtonLink>
    </div>
  );
}

/** Of what the site has no pages for yet: says so, and leads to the café. */
function CafeSpot({ room, isEmbedded }: { room: Viewer; isEmbedded: boolean }) {
  const { t } = useTranslation('room');
  return (
    <div className={styles['words']}>
      <p className={styles['lead']}>{t('spot.notYet')}</p>
      <p className={styles['quiet']}>{t('spot.notYetHint')}</p>
      <ButtonLink
        to={`/cafes/${room.cafe.code}`}
        className={styles['go']}
        icon={<ArrowRight aria-hidden />}
        {...(isEmbedded && { target: '_blank', rel: 'noopener' })}
      >
        {room.cafe.name}
      </ButtonLink>
    </div>
  );
}
