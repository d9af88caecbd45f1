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
import { apiPath, askApi } from '../api/ask-api.js';
import { dataOf } from '../api/client.js';

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
      dataOf(askApi('GET', apiPath(['bans'], { page, pageSize, isActive }), { signal })),
    placeholderData: keepPreviousData,
  });

/** Who is kept out of one room. */
export const viewerBanListQuery = (code: string, { page, pageSize, isActive }: BanFilter) =>
  queryOptions({
    queryKey: [...banKeys, 'viewer', code, { page, pageSize, isActive }],
    queryFn: ({ signal }): Promise<BanPage> =>
      dataOf(askApi('GET', apiPath(['viewers', code, 'bans'], { page, pageSize, isActive }), { signal })),
    placeholderData: keepPreviousData,
  });

export const reportListQuery = ({ page, pageSize, status }: ReportFilter) =>
  queryOptions({
    queryKey: [...reportKeys, { page, pageSize, status }],
    queryFn: ({ signal }): Promise<ModerationReportPage> =>
      dataOf(askApi('GET', apiPath(['reports'], { page, pageSize, status }), { signal })),
    placeholderData: keepPreviousData,
  });

export const liftBan = (id: string): Promise<Ban> => dataOf(askApi<Ban>('POST', apiPath(['bans', id, 'lift'])));

export const imposeBan = (body: ImposeBanRequest): Promise<Ban> =>
  dataOf(askApi<Ban>('POST', apiPath(['bans']), { body }));

export const handleReport = (id: string, body: HandleReportRequest): Promise<ModerationReport> =>
  dataOf(askApi<ModerationReport>('POST', apiPath(['reports', id, 'handle']), { body }));
