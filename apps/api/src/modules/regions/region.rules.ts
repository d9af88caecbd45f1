import { type RegionType, regionTypes } from '@virtualcafe/contracts';

/** 시·도 1, 구/시/군 2, 읍/면/동 3, 지명 4. */
const layerOf: Record<RegionType, 1 | 2 | 3 | 4> = {
  SPECIAL_CITY: 1,
  METROPOLITAN_CITY: 1,
  SPECIAL_SELF_GOVERNING_CITY: 1,
  PROVINCE: 1,
  SPECIAL_SELF_GOVERNING_PROVINCE: 1,
  DISTRICT: 2,
  CITY: 2,
  COUNTY: 2,
  TOWN: 3,
  TOWNSHIP: 3,
  NEIGHBORHOOD: 3,
  PLACENAME: 4,
};

/** Whether a region of `type` may stand under one of `parentType`; null is the root. */
export function mayStandUnder(type: RegionType, parentType: RegionType | null): boolean {
  const layer = layerOf[type];
  if (parentType === null) return layer === 1;
  // 일반구: the wards of a large city, as 수원시 팔달구.
  if (type === 'DISTRICT' && parentType === 'CITY') return true;
  // 세종특별자치시 has no 구, 시 or 군.
  if (layer === 3 && parentType === 'SPECIAL_SELF_GOVERNING_CITY') return true;
  return layer === layerOf[parentType] + 1;
}

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
export function arrangeTree(regions: readonly TreeRegion[]): ArrangedRegion[] {
  const childrenOf = new Map<string | null, TreeRegion[]>();
  for (const region of regions) {
    const siblings = childrenOf.get(region.parentId);
    if (siblings === undefined) childrenOf.set(region.parentId, [region]);
    else siblings.push(region);
  }
  // Each family for itself: the order is one of siblings, and says nothing of a root beside another's child.
  for (const siblings of childrenOf.values()) siblings.sort(compareSiblings);

  const arrange = (region: TreeRegion, above: readonly TreeRegion[], isAboveHidden: boolean): ArrangedRegion[] => {
    const path = [...above, region];
    const isHidden = isAboveHidden || region.isDisabled;
    const children = (childrenOf.get(region.id) ?? []).map((child) => arrange(child, path, isHidden));
    const below = children.reduce((sum, [child]) => sum + (child?.cafeCount ?? 0), 0);
    const cafeCount = isHidden ? 0 : region.ownCafeCount + below;
    return [{ ...region, shortName: shortNameOf(path), isHidden, cafeCount }, ...children.flat()];
  };

  return (childrenOf.get(null) ?? []).flatMap((root) => arrange(root, [], false));
}
