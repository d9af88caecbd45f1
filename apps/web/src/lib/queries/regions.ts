import { queryOptions } from '@tanstack/react-query';
import type { Region } from '@virtualcafe/contracts';
import { dataOf, publicApi } from '../api/client.js';

/** All visible regions, parents before children. */
export const regionsQuery = () =>
  queryOptions({
    queryKey: ['regions', 'tree'],
    queryFn: async ({ signal }): Promise<Region[]> =>
      (await dataOf(publicApi.GET('/api/v1/regions', { signal }))).items,
    staleTime: 5 * 60_000,
  });
