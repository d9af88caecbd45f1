import { useQuery } from '@tanstack/react-query';
import type { Region } from '@virtualcafe/contracts';
import { ChevronRight } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/button/button.js';
import { SkeletonText } from '../../../components/feedback/skeleton.js';
import { AppLink } from '../../../components/navigation/app-link.js';
import { regionsQuery } from '../../../lib/queries/regions.js';
import styles from './region-navigator.module.css';
import { choicesAt, pathTo } from './region-tree.js';

type RegionNavigatorProps = { chosenId: string | null; linkTo: (regionId: string | null) => string };

/** The way down from the whole country to a neighbourhood, with the number of cafés at each step. */
export function RegionNavigator({ chosenId, linkTo }: RegionNavigatorProps) {
  const { t } = useTranslation('search');
  const { t: tCommon } = useTranslation();
  const { data: regions, isError, refetch } = useQuery(regionsQuery());
  if (isError) {
    return (
      <div className={styles['failed']}>
        <p>{t('region.error')}</p>
        <Button size="sm" onClick={() => void refetch()}>
          {tCommon('action.retry')}
        </Button>
      </div>
    );
  }
  if (regions === undefined) return <SkeletonText lines={10} />;
  const path = pathTo(regions, chosenId);
  return (
    <nav aria-label={t('region.title')}>
      <Path path={path} linkTo={linkTo} />
      <ul className={styles['list']}>
        {choicesAt(regions, path.at(-1)).map((region) => (
          <li key={region.id}>
            <Choice region={region} isChosen={region.id === chosenId} to={linkTo(region.id)} />
          </li>
        ))}
      </ul>
    </nav>
  );
}

type PathProps = { path: readonly Region[]; linkTo: RegionNavigatorProps['linkTo'] };

function Path({ path, linkTo }: PathProps) {
  const { t } = useTranslation('search');
  return (
    <ol className={styles['path']} aria-label={t('region.pathLabel')}>
      <li>
        <AppLink to={linkTo(null)} preventScrollReset aria-current={path.length === 0 ? 'true' : undefined}>
          {t('region.all')}
        </AppLink>
      </li>
      {path.map((region, index) => (
        <li key={region.id}>
          <ChevronRight aria-hidden />
          <AppLink
            to={linkTo(region.id)}
            preventScrollReset
            aria-current={index === path.length - 1 ? 'true' : undefined}
          >
            {region.name}
          </AppLink>
        </li>
      ))}
    </ol>
  );
}

function Choice({ region, isChosen, to }: { region: Region; isChosen: boolean; to: string }) {
  const { t } = useTranslation('search');
  return (
    <AppLink
      to={to}
      preventScrollReset
      className={styles['choice']}
      data-empty={region.cafeCount === 0 || undefined}
      aria-current={isChosen ? 'true' : undefined}
    >
      <span>{region.name}</span>
      <span className={styles['count']} aria-hidden="true">
        {region.cafeCount}
      </span>
      <span className="visually-hidden">{t('region.count', { count: region.cafeCount })}</span>
    </AppLink>
  );
}
