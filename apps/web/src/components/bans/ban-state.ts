import type { Ban } from '@virtualcafe/contracts';

export type BanState = 'active' | 'over' | 'lifted';

/** What a ban is worth now. */
export function banStateOf({ liftedAt, endsAt }: Pick<Ban, 'liftedAt' | 'endsAt'>, now: Date): BanState {
  if (liftedAt !== null) return 'lifted';
  return endsAt !== null && new Date(endsAt) <= now ? 'over' : 'active';
}
