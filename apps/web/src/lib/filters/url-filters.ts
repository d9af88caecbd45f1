/** Reads one filter from the address; undefined for what is absent or makes no sense. */
type ReadFilter<T extends string> = (raw: string) => T | undefined;
export type FilterKinds = Record<string, ReadFilter<string>>;
export type Filters<K extends FilterKinds> = { [P in keyof K]: ReturnType<K[P]> };

/** Free text, trimmed and cut to `maxLength` UTF-16 units. */
export const textFilter =
  (maxLength: number): ReadFilter<string> =>
  (raw) =>
    raw.trim().slice(0, maxLength) || undefined;

export const choiceFilter =
  <const T extends string>(choices: readonly T[]): ReadFilter<T> =>
  (raw) =>
    choices.find((choice) => choice === raw);

/** An opaque id (UUID). */
export const idFilter: ReadFilter<string> = (raw) =>
  /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(raw) ? raw : undefined;

/** The filters that an address carries. An address typed by hand may hold anything: what makes no sense is left out. */
export const readFilters = <K extends FilterKinds>(kinds: K, search: URLSearchParams): Filters<K> =>
  Object.fromEntries(Object.entries(kinds).map(([name, read]) => [name, read(search.get(name) ?? '')])) as Filters<K>;

/** Beyond this the API refuses: narrow the search instead. */
const lastPage = 1000;

/** The page that an address names, counted from 1. */
export function readPage(search: URLSearchParams): number {
  const page = Number(search.get('page') ?? '1');
  return Number.isInteger(page) && page >= 1 && page <= lastPage ? page : 1;
}

/** The query of an address with its "?", without empty filters and without the first page; '' when nothing is left. */
export function writeSearch(filters: Record<string, string | undefined>, page = 1): string {
  const entries = Object.entries(filters).filter((entry): entry is [string, string] => Boolean(entry[1]));
  if (page > 1) entries.push(['page', String(page)]);
  return entries.length === 0 ? '' : `?${new URLSearchParams(entries)}`;
}
