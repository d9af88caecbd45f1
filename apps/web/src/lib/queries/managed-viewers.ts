import { keepPreviousData, queryOptions, type QueryClient } from '@tanstack/react-query';
import type {
  ActivateMapsRequest,
  CreateViewerRequest,
  ManagedViewer,
  StarterRoomRequest,
  UpdateViewerRequest,
  ViewerListQuery,
  ViewerPage,
} from '@virtualcafe/contracts';
import { api, dataOf, taggedDataOf } from '../api/client.js';
import { definedOnly } from '../api/defined-only.js';

export type ManagedViewerFilter = Pick<ViewerListQuery, 'page' | 'pageSize'> & {
  [K in 'q' | 'cafeId' | 'isDisabled']?: ViewerListQuery[K] | undefined;
};

/** A room as its keepers see it, with the tag that an edit must send in `If-Match`. */
export type TaggedViewer = { data: ManagedViewer; etag: string | null };

const lists = ['managed-viewers', 'list'] as const;
const workUnderwayPollMs = 1_500;

/** The rooms of the cafés one may manage. */
export const managedViewerListQuery = ({ page, pageSize, q, cafeId, isDisabled }: ManagedViewerFilter) =>
  queryOptions({
    queryKey: [...lists, { page, pageSize, q, cafeId, isDisabled }],
    queryFn: ({ signal }): Promise<ViewerPage> =>
      dataOf(
        api.GET('/api/v1/me/viewers', {
          params: { query: definedOnly({ page, pageSize, q, cafeId, isDisabled }) },
          signal,
        }),
      ),
    placeholderData: keepPreviousData,
  });

/** One room to manage; asked for again and again while a map of it is being worked on. */
export const managedViewerQuery = (code: string) =>
  queryOptions({
    queryKey: ['managed-viewers', 'one', code],
    queryFn: ({ signal }): Promise<TaggedViewer> =>
      taggedDataOf(api.GET('/api/v1/me/viewers/{code}', { params: { path: { code } }, signal })),
    staleTime: 0,
    refetchInterval: ({ state }) =>
      state.data?.data.maps.some(({ status }) => status === 'PROCESSING') === true ? workUnderwayPollMs : false,
  });

/** Whether a room of this code is known to exist: open to everybody, or one's own. False also when it cannot be told. */
export const viewerCodeTakenQuery = (code: string) =>
  queryOptions({
    queryKey: ['managed-viewers', 'code-taken', code],
    queryFn: async ({ signal }): Promise<boolean> => {
      const answers = await Promise.all([
        api.GET('/api/v1/viewers/{code}', { params: { path: { code } }, signal }),
        api.GET('/api/v1/me/viewers/{code}', { params: { path: { code } }, signal }),
      ]);
      return answers.some(({ response }) => response.ok);
    },
  });

/** Puts a room in place as the API has answered, and has every list and public page of it asked for anew. */
export function acceptViewer(client: QueryClient, viewer: TaggedViewer): void {
  client.setQueryData(managedViewerQuery(viewer.data.code).queryKey, viewer);
  refreshViewerLists(client);
}

export function refreshViewerLists(client: QueryClient): void {
  void client.invalidateQueries({ queryKey: lists });
  void client.invalidateQueries({ queryKey: ['managed-viewers', 'code-taken'] });
  void client.invalidateQueries({ queryKey: ['cafes'] });
}

export const createViewer = (body: CreateViewerRequest): Promise<TaggedViewer> =>
  taggedDataOf(api.POST('/api/v1/viewers', { body: definedOnly(body) }));

/** @throws ApiError `resource.stale` when the room is no longer the one of the tag. */
export const updateViewer = (code: string, ifMatch: string, body: UpdateViewerRequest): Promise<TaggedViewer> =>
  taggedDataOf(
    api.PATCH('/api/v1/viewers/{code}', {
      params: { path: { code }, header: { 'If-Match': ifMatch } },
      body: definedOnly(body),
    }),
  );

/** Has a room made from a form; its maps are then being worked on, and are activated when they are done. */
export const makeStarterRoom = (code: string, body: StarterRoomRequest): Promise<TaggedViewer> =>
  taggedDataOf(api.POST('/api/v1/viewers/{code}/starter-room', { params: { path: { code } }, body }));

export const activateMaps = (code: string, body: ActivateMapsRequest): Promise<TaggedViewer> =>
  taggedDataOf(api.POST('/api/v1/viewers/{code}/maps/activate', { params: { path: { code } }, body }));

export const deleteMap = (code: string, mapId: string): Promise<unknown> =>
  dataOf(api.DELETE('/api/v1/viewers/{code}/maps/{mapId}', { params: { path: { code, mapId } } }));
