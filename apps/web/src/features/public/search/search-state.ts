/** What the address of the search page says. */
export type SearchState = { q: string; regionId: string | null; page: number; sort: CafeSort };
export type CafeSort = 'newest' | 'relevance';

/** Beyond this page the API does not answer; as in the contracts (not imported: that would bring the schemas along). */
export const lastPage = 1000;
const maxQueryLength = 100;
const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Best matches come first when there are words to match, else the newest. */
const usualSort = (q: string): CafeSort => (q === '' ? 'newest' : 'relevance');

/** As the API reads it: one line, one space between words. */
const tidy = (text: string): string =>
  text
    .normalize('NFC')
    .replaceAll(/[\p{Cc}\s]+/gu, ' ')
    .trim()
    .slice(0, maxQueryLength)
    .trim();

function pageOf(text: string | null): number {
  const page = Number(text ?? '1');
  return Number.isInteger(page) && page >= 1 && page <= lastPage ? page : 1;
}

/** Reads an address that anybody may have typed: what makes no sense is left out. */
export function readSearch(parameters: URLSearchParams): SearchState {
  const q = tidy(parameters.get('q') ?? '');
  const regionId = parameters.get('regionId');
  const sort = parameters.get('sort');
  return {
    q,
    regionId: regionId !== null && uuid.test(regionId) ? regionId : null,
    page: pageOf(parameters.get('page')),
    sort: sort === 'newest' || sort === 'relevance' ? sort : usualSort(q),
  };
}

/** The address of a search, without what goes without saying. */
export function searchPath({ q = '', regionId = null, page = 1, sort }: Partial<SearchState>): string {
  const parameters = new URLSearchParams();
  const words = tidy(q);
  if (words !== '') parameters.set('q', words);
  if (regionId !== null) parameters.set('regionId', regionId);
  if (sort !== undefined && sort !== usualSort(words)) parameters.set('sort', sort);
  if (page > 1) parameters.set('page', String(page));
  return parameters.size === 0 ? '/cafes' : `/cafes?${parameters}`;
}
