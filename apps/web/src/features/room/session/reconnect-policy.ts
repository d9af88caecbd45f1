/** What to show the server when the connection is to be made again. */
export type Way = 'resume' | 'ticket';

/** What to do after an attempt failed or a connection was lost. */
export type NextStep =
  | { readonly kind: 'again'; readonly way: Way; readonly delayMs: number }
  /** Nothing helps but to ask whoever is there. */
  | { readonly kind: 'end'; readonly code: string };

const firstDelayMs = 500;
const longestDelayMs = 15_000;
/** A place is kept for two minutes; a connection that hangs takes a while to be given up, too. */
const placeKeptMs = 110_000;
/** The server may still count a connection as open that was lost a moment ago. */
const toleratedTooMany = 5;

/** These are refusals of oneself, not of the moment. */
const finalCodes = new Set([
  'room.banned',
  'room.kicked',
  'room.expelled',
  'room.replaced',
  'room.full',
  'viewer.not-found',
  'access.denied',
  'auth.banned',
  'request.invalid',
]);

/** The place is not kept, or the room has become another: a new ticket opens it. */
const renewingCodes = new Set(['room.ticket-invalid', 'room.changed']);

/** `attempt` from 0; `random` from 0 to 1: so that those whom one fault has thrown out do not all come back at once. */
export function backOffMs(attempt: number, random: number): number {
  const ceiling = Math.min(longestDelayMs, firstDelayMs * 2 ** Math.min(attempt, 10));
  return Math.round(ceiling * (0.5 + random / 2));
}

export interface FailedAttempt {
  /** How many have failed before, in a row. */
  readonly attempt: number;
  readonly way: Way;
  /** The server's code; null when no answer came. */
  readonly code: string | null;
  /** What the server asks to wait. */
  readonly retryAfterMs: number | null;
  /** Since the connection was lost; Infinity when there was none yet. */
  readonly awayMs: number;
  readonly random: number;
}

const isFinal = (code: string, attempt: number): boolean =>
  finalCodes.has(code) || (code === 'room.too-many-connections' && attempt >= toleratedTooMany);

/** Decides what follows a failed attempt to connect. */
export function stepAfterFailure({ attempt, way, code, retryAfterMs, awayMs, random }: FailedAttempt): NextStep {
  if (code !== null && isFinal(code, attempt)) return { kind: 'end', code };
  if (code !== null && renewingCodes.has(code)) {
    // A new ticket that is refused at once has a fault that another will have as well: then slowly.
    return { kind: 'again', way: 'ticket', delayMs: way === 'resume' ? 0 : backOffMs(attempt + 1, random) };
  }
  const delayMs = Math.max(backOffMs(attempt, random), retryAfterMs ?? 0);
  const isPlaceKept = way === 'resume' && awayMs + delayMs < placeKeptMs;
  return { kind: 'again', way: isPlaceKept ? 'resume' : 'ticket', delayMs };
}

export interface LostConnection {
  /** The code of a `closing` that came before; null when none did. */
  readonly closingCode: string | null;
  /** Of a `moving` that came before; null when none did. */
  readonly movingWithinMs: number | null;
  readonly random: number;
}

/** Decides what follows the end of a connection that had been open. */
export function stepAfterLoss({ closingCode, movingWithinMs, random }: LostConnection): NextStep {
  // Too many messages: coming back by itself would do the same again.
  if (closingCode !== null && closingCode !== 'internal' && !renewingCodes.has(closingCode))
    return { kind: 'end', code: closingCode };
  const way: Way = closingCode === null ? 'resume' : 'ticket';
  if (movingWithinMs !== null) return { kind: 'again', way, delayMs: Math.round(movingWithinMs * random) };
  return { kind: 'again', way, delayMs: Math.round(200 * random) };
}
