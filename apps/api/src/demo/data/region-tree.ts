import type { RegionType } from '@virtualcafe/contracts';

export interface DemoRegion {
  name: string;
  type: RegionType;
  children: readonly DemoRegion[];
}

/** A branch of the tree as it is written down: names with what lies under them; types follow from the names. */
export interface RegionNotation {
  readonly [name: string]: RegionNotation;
}

const TYPE_OF_ENDING: Readonly<Record<string, RegionType>> = {
  구: 'DISTRICT',
  시: 'CITY',
  군: 'COUNTY',
  읍: 'TOWN',
  면: 'TOWNSHIP',
};

const HOLDS_PLACE_NAMES: ReadonlySet<RegionType> = new Set(['TOWN', 'TOWNSHIP', 'NEIGHBORHOOD']);

/** One of the 시·도 with all that is written under it. */
export function provinceOf(type: RegionType, name: string, notation: RegionNotation): DemoRegion {
  return { name, type, children: childrenOf(notation, type) };
}

/** Names without several children of their own: 시, 군 or 구 side by side. */
export function leaves(...names: string[]): RegionNotation {
  return Object.fromEntries(names.map((name) => [name, {}]));
}

function childrenOf(notation: RegionNotation, parent: RegionType): DemoRegion[] {
  return Object.entries(notation).map(([name, below]) => {
    const type = typeOf(name, parent);
    return { name, type, children: childrenOf(below, type) };
  });
}

/** Under a 읍, 면 or 동 stand the names people give to places; elsewhere the last syllable tells. */
function typeOf(name: string, parent: RegionType): RegionType {
  if (HOLDS_PLACE_NAMES.has(parent)) return 'PLACENAME';
  return TYPE_OF_ENDING[name.slice(-1)] ?? 'NEIGHBORHOOD';
}

/** Follows names from a root down; undefined when one of them is missing. */
export function findRegion(roots: readonly DemoRegion[], path: readonly string[]): DemoRegion | undefined {
  let level = roots;
  let found: DemoRegion | undefined;
  for (const name of path) {
    found = level.find((region) => region.name === name);
    if (found === undefined) return undefined;
    level = found.children;
  }
  return found;
}
