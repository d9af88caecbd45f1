import { type SearchText, toSearchText } from '../../platform/search/search-text.js';

/** What a café is found by. */
export type CafeSearchSource = {
  name: string;
  address: string;
  directions: string;
  /** Names of the café's region and of its ancestors, root first. */
  regionNames: readonly string[];
};

/** Provinces whose everyday name is no part of the full one. */
const provinceAliases = new Map([
  ['충청북도', '충북'],
  ['충청남도', '충남'],
  ['전라북도', '전북'],
  ['전라남도', '전남'],
  ['경상북도', '경북'],
  ['경상남도', '경남'],
]);

/**
 * What to store for a café, the name as the first line; to be made anew when a field, its region, or the name or place of a region above
 * it changes.
 */
export function toCafeSearchText({ name, address, directions, regionNames }: CafeSearchSource): SearchText {
  const aliases = regionNames.flatMap((regionName) => provinceAliases.get(regionName) ?? []);
  return toSearchText([name, address, directions, regionNames.join(''), ...aliases]);
}
