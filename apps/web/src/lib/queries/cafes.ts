import { queryOptions } from '@tanstack/react-query';
import type { Cafe, CafeListQuery, CafePage } from '@virtualcafe/contracts';
import { dataOf, publicApi } from '../api/client.js';
import { definedOnly } from '../api/defined-only.js';

export type CafeListFilter = Pick<CafeListQuery, 'page' | 'pageSize'> & {
  [K in 'q' | 'regionId' | 'sort']?: CafeListQuery[K] | undefined;
};

/** The published cafés that match a filter. */
export const cafeListQuery = (filter: CafeListFilter) =>
  queryOptions({
    queryKey: ['cafes', 'list', filter],
    queryFn: ({ signal }): Promise<CafePage> =>
      dataOf(publicApi.GET('/api/v1/cafes', { params: { query: definedOnly(filter) }, signal })),
  });

/** One published café. */
export const cafeQuery = (code: string) =>
  queryOptions({
    queryKey: ['cafes', 'one', code],
    queryFn: ({ signal }): Promise<Cafe> =>
      dataOf(publicApi.GET('/api/v1/cafes/{code}', { params: { path: { code } }, signal })),
  });
