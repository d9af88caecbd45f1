import type { World } from '@virtualcafe/world';
import type { Logger } from 'pino';
import type { Resident } from './room-member.js';
import {
  type Order,
  readRoomMessage,
  type ResidentMessage,
  type RoomMessage,
  writeFrameMessage,
} from './room-messages.js';
import type { OutpostRoom } from './outpost-room.js';
import { RoomNeighbors } from './room-neighbors.js';
import type { RosterNews } from './roster-news.js';
import type { SharedRoom } from './shared/room-sharing.js';

/** A room's dealings with the other processes that have it open. */
export class RoomOutpost {
  private readonly neighbors: RoomNeighbors;

  constructor(
    private readonly shared: SharedRoom,
    private readonly world: World,
    /** What the others have not been told yet. */
    private readonly news: RosterNews,
    private readonly room: OutpostRoom,
    private readonly logger: Logger,
  ) {
    this.neighbors = new RoomNeighbors(room);
  }

  residents(): Iterable<Resident> {
    return this.neighbors.residents();
  }

  find(key: string): Resident | undefined {
    return this.neighbors.find(key);
  }

  /** Somebody has come over here. */
  claim(id: number): void {
    this.neighbors.claim(id);
  }

  /** Asks who else has the room open. */
  greet(): void {
    this.say({ kind: 'hello', from: this.shared.processId });
  }

  /** Tells who came, went, changed, and moved since the last time. */
  tellChanges(): void {
    if (this.neighbors.isEmpty) {
      this.news.take();
      return;
    }
    const news = this.news.take();
    if (news !== null) {
      const joined = new Set(news.joined.map(({ id }) => id));
      const residents = this.room.residents().filter(({ participant }) => joined.has(participant.id));
      this.say({
        ...news,
        kind: 'roster',
        from: this.shared.processId,
        joined: residents.map((each) => this.describe(each)),
      });
    }
    const changes = this.world.ownChanges();
    if (changes !== null) this.shared.publish(writeFrameMessage(this.shared.processId, changes));
  }

  beat(nowMs: number): void {
    this.neighbors.forgetSilent(nowMs);
    if (!this.shared.isShared) return;
    const ids = this.room.residents().map(({ participant }) => participant.id);
    this.say({
      kind: 'beat',
      from: this.shared.processId,
      count: ids.length,
      sum: ids.reduce((total, id) => total + id, 0),
    });
  }

  pass(order: Order): void {
    this.say({ kind: 'order', from: this.shared.processId, order });
  }

  leave(): void {
    this.say({ kind: 'bye', from: this.shared.processId });
  }

  hear(bytes: Buffer, nowMs: number): void {
    let message;
    try {
      message = readRoomMessage(bytes);
    } catch (error) {
      this.logger.warn({ err: error }, 'Another process says something about a room that this version does not know');
      return;
    }
    if (message.from === this.shared.processId) return;
    this.neighbors.hear(message.from, nowMs);
    if (message.kind === 'frame') this.world.takeRemote(message.frame);
    else this.take(message, nowMs);
  }

  private take(message: RoomMessage, nowMs: number): void {
    switch (message.kind) {
      case 'hello':
        this.sayState();
        break;
      case 'state':
        for (const name of message.muted) this.room.setMuted(name, true);
        this.neighbors.takeState(message.from, message.residents, nowMs);
        break;
      case 'roster':
        this.neighbors.takeRoster(message, nowMs);
        break;
      case 'beat':
        // Something was lost on the way.
        if (!this.neighbors.isComplete(message)) this.greet();
        break;
      case 'bye':
        this.neighbors.sayBye(message.from, nowMs);
        break;
      case 'order':
        this.room.carryOut(message.order, nowMs);
        break;
    }
  }

  private sayState(): void {
    // What is not told yet is in the state.
    this.news.take();
    const residents = this.room.residents().map((resident) => this.describe(resident));
    this.say({ kind: 'state', from: this.shared.processId, residents, muted: this.room.muted() });
  }

  private describe({ participant, userId, clientKey, turn }: Resident): ResidentMessage {
    const bytes = this.world.bytesOf(participant.id) ?? new Uint8Array(12);
    return { participant, userId, clientKey, turn, at: Buffer.from(bytes).toString('base64') };
  }

  private say(message: RoomMessage): void {
    if (this.shared.isShared) this.shared.publish(JSON.stringify(message));
  }
}
