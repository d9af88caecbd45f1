import { growTree, pathTo, type TreeItem } from '../tree/tree-model.js';

/** One step of the way down: the regions to choose from under `above` (null: the whole country). */
export type RegionLevel<T extends TreeItem> = {
  readonly above: T | null;
  readonly choices: readonly T[];
  readonly chosen: T | null;
};

/** The steps down to a region, and one more while there are smaller regions to choose from. */
export function levelsOf<T extends TreeItem>(regions: readonly T[], chosenId: string | null): RegionLevel<T>[] {
  const tree = growTree(regions);
  const path = chosenId === null ? [] : pathTo(tree, chosenId);
  return [null, ...path]
    .map((above, index) => ({ above, choices: tree.childrenOf(above?.id ?? null), chosen: path[index] ?? null }))
    .filter(({ choices }) => choices.length > 0);
}
