import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { Page, TransactionLogEntry, TransactionLogQuery } from '@virtualcafe/contracts';
import { api, dataOf } from '../api/client.js';

export type TransactionLogFilter = Pick<TransactionLogQuery, 'page' | 'pageSize'> & {
  [K in 'action' | 'resourceType' | 'resourceId' | 'actorId']?: TransactionLogQuery[K] | undefined;
};

/** What was changed, newest first. */
export const transactionLogListQuery = (filter: TransactionLogFilter) =>
  queryOptions({
    queryKey: ['transaction-logs', filter],
    queryFn: ({ signal }): Promise<Page<TransactionLogEntry>> => {
      const { page, pageSize, action, resourceType, resourceId, actorId } = filter;
      const query = {
        page,
        pageSize,
        ...(action && { action }),
        ...(resourceType && { resourceType }),
        ...(resourceId && { resourceId }),
        ...(actorId && { actorId }),
      };
      return dataOf(api.GET('/api/v1/transaction-logs', { params: { query }, signal }));
    },
    placeholderData: keepPreviousData,
    // One comes here to see what has just happened.
    staleTime: 0,
  });
