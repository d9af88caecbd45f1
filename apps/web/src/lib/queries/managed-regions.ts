import { queryOptions, type QueryClient } from '@tanstack/react-query';
import type { ManagedRegion } from '@virtualcafe/contracts';
import { api, dataOf } from '../api/client.js';

/** All regions, also the hidden ones, parents before children. */
export const managedRegionsQuery = () =>
  queryOptions({
    queryKey: ['regions', 'managed'],
    queryFn: async ({ signal }): Promise<ManagedRegion[]> =>
      (await dataOf(api.GET('/api/v1/regions/managed', { signal }))).items,
  });

/** Has everything asked for anew that shows regions: the trees, and the cafés that stand in them. Ends with the trees. */
export async function refreshRegions(client: QueryClient): Promise<void> {
  void client.invalidateQueries({ queryKey: ['cafes'] });
  void client.invalidateQueries({ queryKey: ['managed-cafes'] });
  await client.invalidateQueries({ queryKey: ['regions'] });
}
