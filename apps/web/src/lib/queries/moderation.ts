import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import type {
  Ban,
  BanListQuery,
  BanPage,
  HandleReportRequest,
  ImposeBanRequest,
  ModerationReport,
  ModerationReportListQuery,
  ModerationReportPage,
} from '@virtualcafe/contracts';
import { api, dataOf } from '../api/client.js';
import { definedOnly } from '../api/defined-only.js';

type Paged = { page: number; pageSize: number };
type BanFilter = Paged & { isActive?: BanListQuery['isActive'] | undefined };
type ReportFilter = Paged & { status?: ModerationReportListQuery['status'] | undefined };

export const banKeys = ['bans'] as const;
export const reportKeys = ['moderation-reports'] as const;

/** Who is kept out of the site or its rooms. */
export const banListQuery = ({ page, pageSize, isActive }: BanFilter) =>
  queryOptions({
    queryKey: [...banKeys, 'site', { page, pageSize, isActive }],
    queryFn: ({ signal }): Promise<BanPage> =>
      dataOf(api.GET('/api/v1/bans', { params: { query: definedOnly({ page, pageSize, isActive }) }, signal })),
    placeholderData: keepPreviousData,
  });

/** Who is kept out of one room. */
export const viewerBanListQuery = (code: string, { page, pageSize, isActive }: BanFilter) =>
  queryOptions({
    queryKey: [...banKeys, 'viewer', code, { page, pageSize, isActive }],
    queryFn: ({ signal }): Promise<BanPage> =>
      dataOf(
        api.GET('/api/v1/viewers/{code}/bans', {
          params: { path: { code }, query: definedOnly({ page, pageSize, isActive }) },
          signal,
        }),
      ),
    placeholderData: keepPreviousData,
  });

export const reportListQuery = ({ page, pageSize, status }: ReportFilter) =>
  queryOptions({
    queryKey: [...reportKeys, { page, pageSize, status }],
    queryFn: ({ signal }): Promise<ModerationReportPage> =>
      dataOf(api.GET('/api/v1/reports', { params: { query: definedOnly({ page, pageSize, status }) }, signal })),
    placeholderData: keepPreviousData,
  });

export const liftBan = (id: string): Promise<Ban> =>
  dataOf(api.POST('/api/v1/bans/{id}/lift', { params: { path: { id } } }));

export const imposeBan = (body: ImposeBanRequest): Promise<Ban> =>
  dataOf(api.POST('/api/v1/bans', { body: definedOnly(body) }));

export const handleReport = (id: string, body: HandleReportRequest): Promise<ModerationReport> =>
  dataOf(api.POST('/api/v1/reports/{id}/handle', { params: { path: { id } }, body: definedOnly(body) }));
