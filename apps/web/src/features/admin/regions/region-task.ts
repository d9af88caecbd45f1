import type { ManagedRegion } from '@virtualcafe/contracts';
import type { Tree } from '../../../components/tree/tree-model.js';

/** What is being done with a region. */
export type RegionTask =
  | { kind: 'add'; parent: ManagedRegion | null }
  | { kind: 'edit' | 'move' | 'disable' | 'enable'; region: ManagedRegion };

/** What the dialog of a task with one region needs. */
export type RegionDialogProps = {
  tree: Tree<ManagedRegion>;
  region: ManagedRegion;
  onClose: () => void;
  onDone: (region: ManagedRegion) => void;
};
