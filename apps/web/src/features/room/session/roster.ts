import type { Participant, RoomEvents } from '@virtualcafe/contracts';

/** Who is in the room, by their number. */
export type Roster = ReadonlyMap<number, Participant>;

export const rosterOf = (participants: readonly Participant[]): Roster =>
  new Map(participants.map((participant) => [participant.id, participant]));

/** A number may go and come in one change: whoever left is taken out first. */
export function changedRoster(roster: Roster, { joined, left, changed }: RoomEvents['roster']): Roster {
  const next = new Map(roster);
  for (const id of left) next.delete(id);
  for (const participant of joined) next.set(participant.id, participant);
  for (const participant of changed) if (next.has(participant.id)) next.set(participant.id, participant);
  return next;
}

export function personByKey(roster: Roster, key: string): Participant | undefined {
  for (const participant of roster.values()) if (participant.key === key) return participant;
  return undefined;
}

const ranks = { KEEPER: 0, MEMBER: 1, GUEST: 2 } as const;

/** Oneself first, then keepers, members and guests, each by name. */
export const inListOrder = (roster: Roster, selfKey: string): Participant[] =>
  [...roster.values()].sort(
    (a, b) =>
      Number(b.key === selfKey) - Number(a.key === selfKey) ||
      ranks[a.role] - ranks[b.role] ||
      a.nickname.localeCompare(b.nickname, 'ko') ||
      a.id - b.id,
  );
