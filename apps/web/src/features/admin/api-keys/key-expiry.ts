import { dayOf, endOfDay } from '../../../lib/format/moments.js';

export const expiryChoices = ['month', 'quarter', 'year', 'never', 'day'] as const;
export type ExpiryChoice = (typeof expiryChoices)[number];

const daysOf = { month: 30, quarter: 90, year: 365 } as const;
const dayMs = 86_400_000;

/**
 * When a key shall end: at the end of a Korean day, or never (null). `day` is the one that was picked, "YYYY-MM-DD";
 * undefined when it is missing or over.
 */
export function expiryOf(choice: ExpiryChoice, day: string, now: Date): string | null | undefined {
  if (choice === 'never') return null;
  if (choice === 'day') return day >= dayOf(now) ? endOfDay(day) : undefined;
  return endOfDay(dayOf(new Date(now.getTime() + daysOf[choice] * dayMs)));
}

/** What a key is worth now. */
export function keyStateOf(
  { revokedAt, expiresAt }: { revokedAt: string | null; expiresAt: string | null },
  now: Date,
): 'active' | 'expired' | 'revoked' {
  if (revokedAt !== null) return 'revoked';
  return expiresAt !== null && new Date(expiresAt) <= now ? 'expired' : 'active';
}
