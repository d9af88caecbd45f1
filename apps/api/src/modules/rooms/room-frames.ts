import type { TickOutput, World } from '@virtualcafe/world';
import { OutgoingFrame } from './outgoing-frame.js';
import type { RoomConnection } from './room-connection.js';
import type { RoomMember } from './room-member.js';

/** Sends each what a tick has for them: to most the same frame, framed once; a full one to whoever has missed something. */
export function sendFrames(output: TickOutput, world: Pick<World, 'snapshot'>, members: Iterable<RoomMember>): void {
  const gone = output.left === null ? null : new OutgoingFrame(output.left);
  const frameFor = frameChooser(output);
  let full: OutgoingFrame | undefined;
  for (const member of members) {
    const { connection } = member;
    if (connection === null) continue;
    if (member.isBehind) {
      full ??= new OutgoingFrame(world.snapshot());
      catchUp(member, full);
    } else
      // Whoever misses one of them gets a full frame later.
      member.isBehind = isMissed(connection, gone) || isMissed(connection, frameFor(member.participant.id));
  }
}

/** Sends a full frame to somebody who needs one; whose connection does not take it now gets one with a later tick. */
export function catchUp(member: RoomMember, full: OutgoingFrame): void {
  if (member.isBehind && member.connection !== null) member.isBehind = !member.connection.sendFrame(full);
}

function frameChooser({ shared, personal }: TickOutput): (id: number) => OutgoingFrame | null {
  const common = shared === null ? null : new OutgoingFrame(shared);
  if (personal.length === 0) return () => common;
  const own = new Map(personal.map(({ id, frame }) => [id, frame]));
  return (id) => {
    const frame = own.get(id);
    return frame === undefined ? common : new OutgoingFrame(frame);
  };
}

const isMissed = (connection: RoomConnection, frame: OutgoingFrame | null): boolean =>
  frame !== null && !connection.sendFrame(frame);
