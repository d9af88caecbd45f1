import { addDays } from '../../platform/clock/clock.js';

/** Addresses change hands and are shared: whoever is known by nothing else is kept out no longer than this. */
export const addressBanDays = 30;

interface Period {
  readonly liftedAt: Date | null;
  /** Null is never. */
  readonly endsAt: Date | null;
}

export const isActive = ({ liftedAt, endsAt }: Period, now: Date): boolean =>
  liftedAt === null && (endsAt === null || endsAt > now);

/** When a ban of so many minutes (null: for good) ends that begins now; null is never, which only an account can be banned for. */
export function endOf(minutes: number | null, hasAccount: boolean, now: Date): Date | null {
  const asked = minutes === null ? null : new Date(now.getTime() + minutes * 60_000);
  if (hasAccount) return asked;
  const latest = addDays(now, addressBanDays);
  return asked === null || asked > latest ? latest : asked;
}

/** Whether `a` comes after `b`; null is never. */
export function isLater(a: Date | null, b: Date | null): boolean {
  if (b === null) return false;
  return a === null || a > b;
}

/** What somebody is told of their ban: its end, in UTC, and why. */
export const banDetail = ({ endsAt, reason }: { endsAt: Date | null; reason: string }): string =>
  `${endsAt === null ? 'For good' : `Until ${endsAt.toISOString()}`}: ${reason}`;
