import { keepPreviousData, queryOptions, type QueryClient } from '@tanstack/react-query';
import type { ManagedCafe, ManagedCafeListQuery, ManagedCafePage } from '@virtualcafe/contracts';
import { api, dataOf, taggedDataOf } from '../api/client.js';
import { definedOnly } from '../api/defined-only.js';

export type ManagedCafeFilter = Pick<ManagedCafeListQuery, 'page' | 'pageSize'> & {
  [K in 'q' | 'isDisabled']?: ManagedCafeListQuery[K] | undefined;
};

/** A café as its keepers see it, with the tag that an edit must send in `If-Match`. */
export type TaggedCafe = { data: ManagedCafe; etag: string | null };

const lists = ['managed-cafes', 'list'] as const;

/** The cafés one may manage. */
export const managedCafeListQuery = ({ page, pageSize, q, isDisabled }: ManagedCafeFilter) =>
  queryOptions({
    queryKey: [...lists, { page, pageSize, q, isDisabled }],
    queryFn: ({ signal }): Promise<ManagedCafePage> =>
      dataOf(
        api.GET('/api/v1/me/cafes', {
          params: { query: definedOnly({ page, pageSize, q, isDisabled }) },
          signal,
        }),
      ),
    placeholderData: keepPreviousData,
  });

/** One café to manage. Always asked for anew when it is opened: an edit must start from what is there now. */
export const managedCafeQuery = (code: string) =>
  queryOptions({
    queryKey: ['managed-cafes', 'one', code],
    queryFn: ({ signal }): Promise<TaggedCafe> =>
      taggedDataOf(api.GET('/api/v1/me/cafes/{code}', { params: { path: { code } }, signal })),
    staleTime: 0,
  });

/** Puts a café in place as the API has answered an edit, and has every list and public page of it asked for anew. */
export function acceptCafe(client: QueryClient, cafe: TaggedCafe): void {
  client.setQueryData(managedCafeQuery(cafe.data.code).queryKey, cafe);
  void client.invalidateQueries({ queryKey: lists });
  void client.invalidateQueries({ queryKey: ['cafes'] });
}
