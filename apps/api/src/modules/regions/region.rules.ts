import { type RegionType, regionTypes } from '@virtualcafe/contracts';
import { arrangeTree } from '../../platform/trees/arrange-tree.js';

/** The way people say a region, from its path (root first): the names without 구 and 군. */
export const shortNameOf = (path: readonly { name: string; type: RegionType }[]): string =>
  path
    .filter(({ type }) => type !== 'DISTRICT' && type !== 'COUNTY')
    .map(({ name }) => name)
    .join(' ');

export interface TreeRegion {
  readonly id: string;
  readonly parentId: string | null;
  readonly name: string;
  readonly type: RegionType;
  readonly isDisabled: boolean;
  /** Enabled cafés that stand in this very region. */
  readonly ownCafeCount: number;
}

export interface ArrangedRegion extends TreeRegion {
  readonly shortName: string;
  /** Disabled, or under one that is. */
  readonly isHidden: boolean;
  /** Cafés of the subtree that visitors see. */
  readonly cafeCount: number;
}

const typeOrder = new Map(regionTypes.map((type, index) => [type, index]));
const collator = new Intl.Collator('ko', { numeric: true });

/** 시·도 by type in their customary order, and everything by name as a Korean dictionary has it (제2동 before 제10동). */
function compareSiblings(a: TreeRegion, b: TreeRegion): number {
  const byType = a.parentId === null ? (typeOrder.get(a.type) ?? 0) - (typeOrder.get(b.type) ?? 0) : 0;
  return byType || collator.compare(a.name, b.name) || (a.id < b.id ? -1 : 1);
}

/** The whole tree in reading order: each region is followed by its subtree. */
export const arrangeRegions = (regions: readonly TreeRegion[]): ArrangedRegion[] =>
  arrangeTree(regions, { compareSiblings, ownCount: ({ ownCafeCount }) => ownCafeCount }).map(
    ({ node, path, isHidden, count }) => ({ ...node, shortName: shortNameOf(path), isHidden, cafeCount: count }),
  );
