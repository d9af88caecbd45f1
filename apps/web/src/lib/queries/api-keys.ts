import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { ApiKeyView, Page } from '@virtualcafe/contracts';
import { api, dataOf } from '../api/client.js';

export const apiKeyKeys = ['api-keys'] as const;

export const apiKeyListQuery = (page: number, pageSize: number) =>
  queryOptions({
    queryKey: [...apiKeyKeys, { page, pageSize }],
    queryFn: ({ signal }): Promise<Page<ApiKeyView>> =>
      dataOf(api.GET('/api/v1/api-keys', { params: { query: { page, pageSize } }, signal })),
    placeholderData: keepPreviousData,
  });
