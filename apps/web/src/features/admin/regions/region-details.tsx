import type { ManagedRegion } from '@virtualcafe/contracts';
import { Eye, EyeOff, MoveRight, Pencil, Plus } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Badge } from '../../../components/badge/badge.js';
import { Button } from '../../../components/button/button.js';
import { pathTo, subtreeOf, type Tree } from '../../../components/tree/tree-model.js';
import styles from './region-details.module.css';
import { childTypesOf, isHiddenFromAbove, newParentsOf } from './region-places.js';
import type { RegionTask } from './region-task.js';

type RegionDetailsProps = {
  tree: Tree<ManagedRegion>;
  region: ManagedRegion | null;
  onTask: (task: RegionTask) => void;
};

/** The chosen region and what can be done with it; stays in sight while the tree scrolls. */
export function RegionDetails({ tree, region, onTask }: RegionDetailsProps) {
  const { t } = useTranslation('admin');
  return (
    <section aria-label={t('regions.selected')} aria-live="polite" className={styles['details']}>
      {region === null ? (
        <div className={styles['none']}>
          <h2 className={styles['name']}>{t('regions.chooseTitle')}</h2>
          <p>{t('regions.chooseText')}</p>
        </div>
      ) : (
        <>
          <Facts tree={tree} region={region} />
          <Tasks tree={tree} region={region} onTask={onTask} />
        </>
      )}
    </section>
  );
}

function Facts({ tree, region }: { tree: Tree<ManagedRegion>; region: ManagedRegion }) {
  const { t } = useTranslation('admin');
  const below = subtreeOf(tree, region.id).length - 1;
  const path = pathTo(tree, region.id).map(({ name }) => name);
  return (
    <div className={styles['facts']}>
      <h2 className={styles['name']}>
        {region.name}
        {region.isDisabled && <Badge>{t('regions.hidden')}</Badge>}
      </h2>
      <dl className={styles['list']}>
        <Fact name={t('regions.path')} value={path.join(' › ')} />
        <Fact name={t('regions.type')} value={t(`regions.types.${region.type}`)} />
        <Fact name={t('regions.cafeCount')} value={t('regions.cafes', { count: region.cafeCount })} />
      </dl>
      {below > 0 && <p className={styles['note']}>{t('regions.subregions', { count: below })}</p>}
      {isHiddenFromAbove(tree, region.id) && <p className={styles['note']}>{t('regions.hiddenAbove')}</p>}
    </div>
  );
}

const Fact = ({ name, value }: { name: string; value: string }) => (
  <div>
    <dt>{name}</dt>
    <dd>{value}</dd>
  </div>
);

function Tasks({ tree, region, onTask }: RegionDetailsProps & { region: ManagedRegion }) {
  const { t } = useTranslation('admin');
  return (
    <div className={styles['tasks']}>
      {childTypesOf(region).length > 0 && (
        <Button size="sm" icon={<Plus aria-hidden />} onClick={() => onTask({ kind: 'add', parent: region })}>
          {t('regions.add')}
        </Button>
      )}
      <Button size="sm" icon={<Pencil aria-hidden />} onClick={() => onTask({ kind: 'edit', region })}>
        {t('regions.edit')}
      </Button>
      {newParentsOf(tree, region).size > 0 && (
        <Button size="sm" icon={<MoveRight aria-hidden />} onClick={() => onTask({ kind: 'move', region })}>
          {t('regions.move')}
        </Button>
      )}
      <Button
        size="sm"
        icon={region.isDisabled ? <Eye aria-hidden /> : <EyeOff aria-hidden />}
        onClick={() => onTask({ kind: region.isDisabled ? 'enable' : 'disable', region })}
      >
        {region.isDisabled ? t('regions.enable') : t('regions.disable')}
      </Button>
    </div>
  );
}
