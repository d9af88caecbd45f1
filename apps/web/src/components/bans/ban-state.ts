import type { Ban } from '@virtualcafe/contracts';

export type BanState = 'active' | 'over' | 'lifted';

/** What a ban is worth: one that was lifted is so for good, whenever it would have ended. */
export function banStateOf({ liftedAt, isActive }: Pick<Ban, 'liftedAt' | 'isActive'>): BanState {
  if (liftedAt !== null) return 'lifted';
  return isActive ? 'active' : 'over';
}
