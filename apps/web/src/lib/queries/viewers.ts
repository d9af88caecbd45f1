import { queryOptions } from '@tanstack/react-query';
import type { Viewer } from '@virtualcafe/contracts';
import { ApiError } from '../api/api-error.js';
import { dataOf, publicApi } from '../api/client.js';

/** One open room. */
export const viewerQuery = (code: string) =>
  queryOptions({
    queryKey: ['viewers', 'one', code],
    queryFn: ({ signal }): Promise<Viewer> =>
      dataOf(publicApi.GET('/api/v1/viewers/{code}', { params: { path: { code } }, signal })),
  });

/** Whether there is no such room to enter; a code that the API cannot even read belongs to none either. */
export const isUnknownViewer = (error: unknown): boolean =>
  error instanceof ApiError && error.is('viewer.not-found', 'request.invalid');
