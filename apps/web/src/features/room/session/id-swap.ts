import type { Frame, Participant, RoomEvents } from '@virtualcafe/contracts';

/**
 * The viewer knows oneself by one number for as long as it stands; a new ticket gives another one, which may have been somebody
 * else's before. The two numbers change places on the way to the viewer and back, so that none is ever two people's.
 */
export class IdSwap {
  constructor(
    private readonly roomId: number,
    private readonly viewerId: number,
  ) {}

  /** The other side's number of somebody: the same both ways. */
  readonly other = (id: number): number => {
    if (id === this.roomId) return this.viewerId;
    return id === this.viewerId ? this.roomId : id;
  };

  person(participant: Participant): Participant {
    const id = this.other(participant.id);
    return id === participant.id ? participant : { ...participant, id };
  }

  change({ joined, left, changed }: RoomEvents['roster']): RoomEvents['roster'] {
    const swapped = (participants: readonly Participant[]) => participants.map((each) => this.person(each));
    return { joined: swapped(joined), left: left.map(this.other), changed: swapped(changed) };
  }

  frame(frame: Frame): Frame {
    if (this.roomId === this.viewerId) return frame;
    if (frame.kind === 'left') return { ...frame, ids: frame.ids.map(this.other) };
    return { ...frame, entries: frame.entries.map(({ id, transform }) => ({ id: this.other(id), transform })) };
  }
}
