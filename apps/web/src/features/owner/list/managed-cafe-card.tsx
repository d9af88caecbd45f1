import { useQueryClient } from '@tanstack/react-query';
import type { ManagedCafeSummary } from '@virtualcafe/contracts';
import { ExternalLink, ImageOff, Pencil } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Badge } from '../../../components/badge/badge.js';
import { ButtonLink } from '../../../components/button/button.js';
import { Skeleton, SkeletonText } from '../../../components/feedback/skeleton.js';
import { AppLink } from '../../../components/navigation/app-link.js';
import { Photo } from '../../../components/photo/photo.js';
import { dayText } from '../../../lib/format/moments.js';
import { managedCafeQuery } from '../../../lib/queries/managed-cafes.js';
import styles from './managed-cafe-card.module.css';

/** One café of the list, with the ways to edit and to see it. */
export function ManagedCafeCard({ cafe }: { cafe: ManagedCafeSummary }) {
  const { t, i18n } = useTranslation('owner');
  const client = useQueryClient();
  const { code, name, region, thumbnail, isDisabled, updatedAt } = cafe;
  const editPath = `/owner/cafes/${code}`;
  return (
    <li className={styles['card']} data-hidden={isDisabled || undefined}>
      <div className={styles['picture']}>
        {thumbnail === null ? (
          <span className={styles['none']}>
            <ImageOff aria-hidden />
            {t('list.noPhoto')}
          </span>
        ) : (
          <Photo image={thumbnail} alt="" sizes="(min-width: 48rem) 22rem, 92vw" className={styles['photo']} />
        )}
      </div>
      <div className={styles['words']}>
        <div className={styles['head']}>
          <h2 className={styles['name']}>
            <AppLink
              to={editPath}
              className={styles['whole']}
              onPrepare={() => void client.prefetchQuery(managedCafeQuery(code))}
            >
              {name}
            </AppLink>
          </h2>
          <Badge tone={isDisabled ? 'neutral' : 'good'}>{isDisabled ? t('state.hidden') : t('state.published')}</Badge>
        </div>
        <p className={styles['place']}>{region.shortName}</p>
        <p className={styles['updated']}>{t('list.updated', { day: dayText(updatedAt, i18n.language) })}</p>
        <div className={styles['actions']}>
          <ButtonLink to={editPath} size="sm" icon={<Pencil aria-hidden />} aria-label={t('list.edit', { name })}>
            {t('list.editShort')}
          </ButtonLink>
          {!isDisabled && (
            <ButtonLink
              to={`/cafes/${code}`}
              size="sm"
              variant="quiet"
              icon={<ExternalLink aria-hidden />}
              aria-label={t('list.view', { name })}
            >
              {t('list.viewShort')}
            </ButtonLink>
          )}
        </div>
      </div>
    </li>
  );
}

/** The shapes of cards that are still loading. */
export const ManagedCafeSkeletons = () => (
  <div className={styles['skeletons']}>
    {Array.from({ length: 3 }, (_, index) => (
      <div key={index} className={styles['card']}>
        <Skeleton ratio="16 / 9" radius="0" />
        <div className={styles['words']}>
          <SkeletonText lines={3} />
        </div>
      </div>
    ))}
  </div>
);
