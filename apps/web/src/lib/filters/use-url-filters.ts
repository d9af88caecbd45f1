import { useMemo } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { readFilters, readPage, writeSearch, type FilterKinds, type Filters } from './url-filters.js';

/**
 * The filters and the page of a list, kept in the address: they survive a reload, the back button and being sent to
 * somebody. `kinds` must be a constant.
 */
export function useUrlFilters<K extends FilterKinds>(kinds: K) {
  const [search] = useSearchParams();
  const navigate = useNavigate();
  const filters = useMemo(() => readFilters(kinds, search), [kinds, search]);
  const page = readPage(search);

  const goTo = (next: Partial<Filters<K>>): void => {
    void navigate({ search: writeSearch(next) }, { replace: true, preventScrollReset: true });
  };

  return {
    filters,
    page,
    isFiltered: Object.values(filters).some((value) => value !== undefined),
    /** Changes some filters; the list starts at its first page again. */
    change: (some: { [P in keyof K]?: Filters<K>[P] | undefined }): void => goTo({ ...filters, ...some }),
    clear: (): void => goTo({}),
    linkToPage: (target: number): string => writeSearch(filters, target) || '?',
  };
}
