import type { RoomTicket, RoomTicketRequest } from '@virtualcafe/contracts';
import { apiPath, askApi } from '../../../lib/api/ask-api.js';
import { ApiError } from '../../../lib/api/api-error.js';
import { dataOf } from '../../../lib/api/client.js';

/** Asks to be let into a room, as whoever is signed in. @throws ApiError */
export const takeTicket = (code: string, request: RoomTicketRequest): Promise<RoomTicket> =>
  dataOf(askApi<RoomTicket>('POST', apiPath(['viewers', code, 'tickets']), { body: request }));

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
