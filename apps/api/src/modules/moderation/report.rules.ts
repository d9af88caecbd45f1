import type { ChatEvidence } from '@virtualcafe/contracts';

/** Reports that one person may file within `reportWindowMs`. */
export const reportsPerWindow = 10;
export const reportWindowMs = 60 * 60 * 1000;

/**
 * What a report is about, at most 80 characters: a message or, where `sequence` is null, a person by their key in the room. A room's
 * numbers begin anew when it does: the moment tells one talk's from the next's.
 */
export function targetIdOf({ room, shard, sequence, atMs }: ChatEvidence, participantKey: string): string {
  return sequence === null ? `${room}/${shard}/${participantKey}` : `${room}/${shard}/${sequence}@${Math.trunc(atMs)}`;
}

/** After how many seconds one more report may be filed, by when the earlier ones of the window were, oldest first; 0 is now. */
export function waitSeconds(filedAt: readonly Date[], now: Date): number {
  const freeing = filedAt.at(-reportsPerWindow);
  if (freeing === undefined) return 0;
  return Math.max(1, Math.ceil((freeing.getTime() + reportWindowMs - now.getTime()) / 1000));
}
