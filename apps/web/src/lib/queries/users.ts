import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { ManagedUser, Page, UserFigures, UserListQuery } from '@virtualcafe/contracts';
import { api, dataOf, taggedDataOf } from '../api/client.js';

export type UserFilter = Pick<UserListQuery, 'page' | 'pageSize'> & {
  [K in 'q' | 'userType' | 'isDisabled']?: UserListQuery[K] | undefined;
};

export const userKeys = ['users'] as const;

export const userListQuery = ({ page, pageSize, q, userType, isDisabled }: UserFilter) =>
  queryOptions({
    queryKey: [...userKeys, 'list', { page, pageSize, q, userType, isDisabled }],
    queryFn: ({ signal }): Promise<Page<ManagedUser>> => {
      const query = {
        page,
        pageSize,
        ...(q && { q }),
        ...(userType && { userType }),
        ...(isDisabled && { isDisabled }),
      };
      return dataOf(api.GET('/api/v1/users', { params: { query }, signal }));
    },
    placeholderData: keepPreviousData,
  });

export const userFiguresQuery = () =>
  queryOptions({
    queryKey: [...userKeys, 'figures'],
    // OpenAPI cannot say that every type of user has its figure.
    queryFn: async ({ signal }) => (await dataOf(api.GET('/api/v1/users/figures', { signal }))) as UserFigures,
  });

/** One user with the tag that an edit must send in `If-Match`. */
export const userQuery = (id: string) =>
  queryOptions({
    queryKey: [...userKeys, 'one', id],
    queryFn: ({ signal }): Promise<{ data: ManagedUser; etag: string | null }> =>
      taggedDataOf(api.GET('/api/v1/users/{id}', { params: { path: { id } }, signal })),
  });
