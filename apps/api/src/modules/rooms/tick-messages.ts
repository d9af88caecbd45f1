import type { RoomEvents } from '@virtualcafe/contracts';
import type { TickOutput, World } from '@virtualcafe/world';
import type { RoomMember } from './room-member.js';
import { RosterMessage, TickMessage } from './tick-message.js';

/** Sends each what a tick has for them: to most the same message, put together once; a full frame to whoever has missed something. */
export function sendTick(
  output: TickOutput,
  news: RoomEvents['roster'] | null,
  world: Pick<World, 'snapshot'>,
  members: Iterable<RoomMember>,
): void {
  const roster = news === null ? null : new RosterMessage(news);
  const messageFor = messageChooser(output, roster);
  let full: TickMessage | undefined;
  for (const member of members) {
    if (member.connection === null) continue;
    if (member.isBehind) send(member, (full ??= new TickMessage(roster, world.snapshot())));
    else send(member, messageFor(member.participant.id));
  }
}

/** Shows everything at once to whoever has just come. */
export function sendSnapshot(member: RoomMember, world: Pick<World, 'snapshot'>): void {
  send(member, new TickMessage(null, world.snapshot()));
}

/** Whoever misses a frame gets a full one with a later tick. */
function send(member: RoomMember, message: TickMessage): void {
  if (member.connection !== null && !message.isEmpty) member.isBehind = !member.connection.send(message);
}

function messageChooser(
  { left, shared, personal }: TickOutput,
  roster: RosterMessage | null,
): (id: number) => TickMessage {
  const common = new TickMessage(roster, left, shared);
  if (personal.length === 0) return () => common;
  const own = new Map(personal.map(({ id, frame }) => [id, frame]));
  return (id) => {
    const frame = own.get(id);
    return frame === undefined ? common : new TickMessage(roster, left, frame);
  };
}
