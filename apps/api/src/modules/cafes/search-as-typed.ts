import { type CafeSearchPatterns, readCafeSearch } from './cafe-search-text.js';

/** Finds what was typed, or everything where no word was; when a search finds nothing, its last syllable is taken as half typed. */
export async function searchAsTyped<Found extends { readonly total: number }>(
  typed: string | undefined,
  find: (search: CafeSearchPatterns | null) => Promise<Found>,
): Promise<Found> {
  const search = readCafeSearch(typed ?? '');
  if (search === null) return find(null);
  const found = await find(search.exact);
  return found.total === 0 && search.composing !== null ? find(search.composing) : found;
}
