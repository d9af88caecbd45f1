import type { UserType } from '@virtualcafe/contracts';
import { AppError } from '../../platform/errors/app-error.js';

/** What somebody is to a room, or to the whole site: there `isOwner` is false. */
export interface Standing {
  readonly userType: UserType;
  /** Whether they own the room's café. */
  readonly isOwner: boolean;
}

/** Of those who keep no order: visitors, members, owners of other cafés. */
export const noRank = 0;

/** Who may tell whom to go: administrators come before moderators, these before a café's owners. */
export function rankOf(standing: Standing | undefined): number {
  switch (standing?.userType) {
    case 'ADMIN':
      return 3;
    case 'MANAGER':
      return 2;
    case 'BUSINESS':
      return standing.isOwner ? 1 : noRank;
    case 'GENERAL':
    case undefined:
      return noRank;
  }
}

/**
 * `targetId`: null for a visitor without an account.
 * @throws AppError `moderation.oneself`, `moderation.outranked`.
 */
export function assertMayActOn(actorId: string, actorRank: number, targetId: string | null, targetRank: number): void {
  if (actorId === targetId) throw new AppError('moderation.oneself');
  if (targetRank >= actorRank) throw new AppError('moderation.outranked');
}
