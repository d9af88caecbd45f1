import type { RoomTicket, RoomTicketRequest } from '@virtualcafe/contracts';
import { ApiError } from '../../../lib/api/api-error.js';
import { api, dataOf } from '../../../lib/api/client.js';
import { definedOnly } from '../../../lib/api/defined-only.js';

/** Asks to be let into a room, as whoever is signed in. @throws ApiError */
export const takeTicket = (code: string, request: RoomTicketRequest): Promise<RoomTicket> =>
  dataOf(api.POST('/api/v1/viewers/{code}/tickets', { params: { path: { code } }, body: definedOnly(request) }));

export interface TicketRefusal {
  /** Null when no answer came. */
  readonly code: string | null;
  readonly retryAfterMs: number | null;
}

/** What a failed request for a ticket says. @throws what is no failure of the API's. */
export function refusalOf(error: unknown): TicketRefusal {
  if (!(error instanceof ApiError)) throw error;
  const retryAfterMs = error.retryAfterSeconds === undefined ? null : error.retryAfterSeconds * 1000;
  return { code: error.status === 0 ? null : error.code, retryAfterMs };
}
