import { useQuery } from '@tanstack/react-query';
import type { ManagedRegion } from '@virtualcafe/contracts';
import { Plus } from 'lucide-react';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/button/button.js';
import { SkeletonText } from '../../../components/feedback/skeleton.js';
import { ErrorPanel } from '../../../components/feedback/state-panel.js';
import { growTree, type Tree } from '../../../components/tree/tree-model.js';
import { managedRegionsQuery } from '../../../lib/queries/managed-regions.js';
import { AdminFrame } from '../frame/admin-frame.js';
import { RegionDetails } from './region-details.js';
import { RegionDialogs } from './region-dialogs.js';
import type { RegionTask } from './region-task.js';
import styles from './regions-page.module.css';
import { RegionTree } from './region-tree.js';

/** The tree of regions: add, rename, move, hide. */
export default function RegionsPage() {
  const { t } = useTranslation('admin');
  const { data: regions, error, refetch } = useQuery(managedRegionsQuery());
  const [task, setTask] = useState<RegionTask | null>(null);
  const tree = useMemo(() => (regions === undefined ? null : growTree(regions)), [regions]);
  return (
    <AdminFrame
      title={t('regions.title')}
      lead={t('regions.lead')}
      actions={
        <Button
          variant="primary"
          icon={<Plus aria-hidden />}
          disabled={tree === null}
          onClick={() => setTask({ kind: 'add', parent: null })}
        >
          {t('regions.addRoot')}
        </Button>
      }
    >
      {error !== null && <ErrorPanel error={error} onRetry={() => void refetch()} />}
      {tree === null && error === null && <SkeletonText lines={12} />}
      {tree !== null && <Workplace tree={tree} task={task} onTask={setTask} />}
    </AdminFrame>
  );
}

type WorkplaceProps = {
  tree: Tree<ManagedRegion>;
  task: RegionTask | null;
  onTask: (task: RegionTask | null) => void;
};

function Workplace({ tree, task, onTask }: WorkplaceProps) {
  const [selectedId, setSelectedId] = useState<string | null>(null);
  const selected = selectedId === null ? undefined : tree.byId.get(selectedId);
  return (
    <div className={styles['columns']}>
      <RegionTree tree={tree} selectedId={selectedId} onSelect={setSelectedId} />
      <RegionDetails tree={tree} region={selected ?? null} onTask={onTask} />
      <RegionDialogs
        tree={tree}
        task={task}
        onClose={() => onTask(null)}
        onDone={(region) => {
          onTask(null);
          setSelectedId(region.id);
        }}
      />
    </div>
  );
}
