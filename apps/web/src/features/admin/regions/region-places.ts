import { mayStandUnder, regionTypes, type ManagedRegion, type RegionType } from '@virtualcafe/contracts';
import { pathTo, subtreeOf, type Tree } from '../../../components/tree/tree-model.js';

type RegionTree = Tree<ManagedRegion>;

/** What may be added under a region; null is the root. */
export const childTypesOf = (parent: ManagedRegion | null): RegionType[] =>
  regionTypes.filter((type) => mayStandUnder(type, parent?.type ?? null));

/** What a region may become where it stands, with the regions below it. */
export function typesFor(tree: RegionTree, region: ManagedRegion): RegionType[] {
  const parent = region.parentId === null ? null : (tree.byId.get(region.parentId) ?? null);
  const children = tree.childrenOf(region.id);
  return childTypesOf(parent).filter((type) => children.every((child) => mayStandUnder(child.type, type)));
}

/** The ids of the regions that a region may be moved under: not where it stands, and not under itself. */
export function newParentsOf(tree: RegionTree, region: ManagedRegion): ReadonlySet<string> {
  const below = new Set(subtreeOf(tree, region.id).map(({ id }) => id));
  const parents = [...tree.byId.values()].filter(
    ({ id, type }) => id !== region.parentId && !below.has(id) && mayStandUnder(region.type, type),
  );
  return new Set(parents.map(({ id }) => id));
}

/** Whether a region is hidden because one above it is. */
export const isHiddenFromAbove = (tree: RegionTree, id: string): boolean =>
  pathTo(tree, id)
    .slice(0, -1)
    .some(({ isDisabled }) => isDisabled);
