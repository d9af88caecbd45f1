import {
  type Avatar,
  type ChatMessage,
  type Participant,
  type RoomEvents,
  type RoomRole,
  scaleFor,
  type Transform,
  transformFlags,
  type Welcome,
  wireVersion,
  type WorldData,
} from '@virtualcafe/contracts';
import {
  ChatLog,
  IdPool,
  type InterestSettings,
  limitsOf,
  type MoveOutcome,
  type TickOutput,
  tidyChatText,
  type WordFilter,
  World,
} from '@virtualcafe/world';
import { AppError } from '../../platform/errors/app-error.js';
import { OutgoingFrame } from './outgoing-frame.js';
import type { RoomConnection } from './room-connection.js';
import { RoomMember } from './room-member.js';

/** What makes a room: its name, which of the equal ones it is, and its world. */
export interface RoomSettings {
  readonly code: string;
  /** From 1. */
  readonly shard: number;
  readonly world: WorldData;
  readonly words: WordFilter;
  readonly interest: InterestSettings;
}

/** Who enters. */
export interface Entrant {
  readonly key: string;
  readonly nickname: string;
  readonly role: RoomRole;
}

export type RoomWelcome = Omit<Welcome, 'tickMs' | 'resumeToken'>;

/** An avatar stands this long after its connection was lost, so that a moment without network is not a coming and going. */
const lingerMs = 3000;
/** The place (number, position) is kept this long. */
const resumeMs = 120_000;
const spawnRingMetres = 1.2;

/** One room with the people in it. Knows connections only by `RoomConnection`; time is handed in. */
export class Room {
  readonly scale: number;
  private readonly world: World;
  private readonly ids = new IdPool();
  private readonly chat = new ChatLog<Omit<ChatMessage, 'sequence'>>();
  private readonly members = new Map<string, RoomMember>();
  private joined: Participant[] = [];
  private left: number[] = [];
  private readonly changed = new Set<RoomMember>();
  private arrivals = 0;

  constructor(private readonly settings: RoomSettings) {
    const { bounds } = settings.world;
    const reach = Math.max(...Object.values(bounds.min).map(Math.abs), ...Object.values(bounds.max).map(Math.abs));
    this.scale = scaleFor(reach);
    this.world = new World({ scale: this.scale, limits: limitsOf(settings.world), interest: settings.interest });
  }

  /** People whose avatars stand here. */
  get count(): number {
    return this.world.count;
  }

  /** Nobody is here, and nobody can come back to a place of theirs. */
  get isAbandoned(): boolean {
    return this.members.size === 0;
  }

  has(key: string): boolean {
    return this.members.has(key);
  }

  /**
   * Takes somebody in, or lets somebody who was here go on where they were; another connection of theirs is ended. The full frame
   * goes out with the next tick.
   * @param since The number of the last message that they have.
   * @throws AppError `room.full` when there is no number left.
   */
  enter(entrant: Entrant, connection: RoomConnection, since: number, nowMs: number): RoomWelcome {
    const member = this.members.get(entrant.key) ?? this.admit(entrant, nowMs);
    member.connection?.close({ code: 'room.replaced', detail: 'You have entered this room from elsewhere' });
    member.connection = connection;
    member.lostAtMs = null;
    member.isBehind = true;
    if (!this.world.has(member.participant.id)) this.show(member, nowMs);
    const { messages, isComplete } = this.chat.since(since);
    return {
      room: this.settings.code,
      shard: this.settings.shard,
      self: member.participant,
      wireVersion,
      scale: this.scale,
      world: this.settings.world,
      roster: this.roster(),
      chat: { messages: messages.map(({ sequence, message }) => ({ sequence, ...message })), isComplete },
    };
  }

  /** Their connection is gone; `connection` so that the end of an older one does not count. */
  lose(key: string, connection: RoomConnection, nowMs: number): void {
    const member = this.members.get(key);
    if (member?.connection !== connection) return;
    member.connection = null;
    member.lostAtMs = nowMs;
  }

  /** They have gone on purpose: nothing of theirs is kept. */
  leave(key: string, connection: RoomConnection, nowMs: number): void {
    const member = this.members.get(key);
    if (member?.connection === connection) this.remove(key, member, nowMs);
  }

  /** Takes 12 bytes of movement. `expelled`: their connection should be ended. */
  move(key: string, update: DataView, nowMs: number): MoveOutcome {
    const member = this.members.get(key);
    return member === undefined ? 'accepted' : this.world.move(member.participant.id, update, 0, nowMs);
  }

  /**
   * Says something to everybody.
   * @returns the message's number.
   * @throws AppError `rate.limited`, `room.message-refused`.
   */
  say(key: string, text: string, nowMs: number): number {
    const member = this.required(key);
    const tidy = tidyChatText(text);
    if (tidy === null) throw new AppError('room.message-refused');
    if (!member.chatAllowance.take(nowMs)) throw new AppError('rate.limited', { retryAfterSeconds: 2 });
    const { nickname } = member.participant;
    const { sequence, message } = this.chat.append({
      key,
      nickname,
      text: this.settings.words.mask(tidy),
      atMs: nowMs,
    });
    this.emitToAll('chat', { sequence, ...message });
    return sequence;
  }

  dress(key: string, avatar: Avatar): void {
    const member = this.required(key);
    member.participant = { ...member.participant, avatar };
    this.changed.add(member);
  }

  respawn(key: string, nowMs: number): void {
    this.world.place(this.required(key).participant.id, this.spawn(), nowMs);
  }

  /** Sends what has changed since the last tick; forgets who has been away too long. */
  tick(nowMs: number): void {
    this.forgetTheLost(nowMs);
    const output = this.world.tick(nowMs);
    this.sendRoster();
    this.sendFrames(output);
    for (const { id, transform } of output.corrected) {
      const { x, y, z, yaw } = transform;
      this.memberOf(id)?.connection?.emit('corrected', { x, y, z, yaw });
    }
  }

  emitToAll<Name extends keyof RoomEvents>(event: Name, payload: RoomEvents[Name]): void {
    for (const { connection } of this.members.values()) connection?.emit(event, payload);
  }

  private admit({ key, nickname, role }: Entrant, nowMs: number): RoomMember {
    const id = this.ids.take(nowMs);
    if (id === null) throw new AppError('room.full');
    const participant: Participant = { id, key, nickname, role, avatar: { look: 'traveler', color: '#8b5e3c' } };
    const member = new RoomMember(participant, nowMs);
    this.members.set(key, member);
    return member;
  }

  private show(member: RoomMember, nowMs: number): void {
    this.world.join(member.participant.id, member.kept ?? this.spawn(), nowMs);
    member.kept = null;
    this.joined.push(member.participant);
  }

  private remove(key: string, member: RoomMember, nowMs: number): void {
    this.hide(member);
    this.members.delete(key);
    this.changed.delete(member);
    this.ids.release(member.participant.id, nowMs);
  }

  private hide(member: RoomMember): void {
    const { id } = member.participant;
    if (!this.world.has(id)) return;
    member.kept = this.world.transformOf(id) ?? null;
    this.world.leave(id);
    this.joined = this.joined.filter((participant) => participant.id !== id);
    this.left.push(id);
  }

  private forgetTheLost(nowMs: number): void {
    for (const [key, member] of this.members) {
      if (member.lostAtMs === null) continue;
      if (nowMs - member.lostAtMs >= resumeMs) this.remove(key, member, nowMs);
      else if (nowMs - member.lostAtMs >= lingerMs) this.hide(member);
    }
  }

  private sendRoster(): void {
    const changed = Array.from(this.changed, ({ participant }) => participant);
    if (this.joined.length + this.left.length + changed.length === 0) return;
    this.emitToAll('roster', { joined: this.joined, left: this.left, changed });
    this.joined = [];
    this.left = [];
    this.changed.clear();
  }

  private sendFrames({ shared, personal, left }: TickOutput): void {
    const common = shared === null ? null : new OutgoingFrame(shared);
    const gone = left === null ? null : new OutgoingFrame(left);
    const own = new Map(personal.map(({ id, frame }) => [id, frame]));
    let full: OutgoingFrame | undefined;
    for (const member of this.members.values()) {
      const { connection } = member;
      if (connection === null) continue;
      if (member.isBehind) {
        full ??= new OutgoingFrame(this.world.snapshot());
        member.isBehind = !connection.sendFrame(full);
        continue;
      }
      const personalFrame = own.get(member.participant.id);
      const frame = personalFrame === undefined ? common : new OutgoingFrame(personalFrame);
      // Whoever misses one of them gets a full frame later.
      member.isBehind = [gone, frame].some((each) => each !== null && !connection.sendFrame(each));
    }
  }

  private roster(): Participant[] {
    return [...this.members.values()].map(({ participant }) => participant).filter(({ id }) => this.world.has(id));
  }

  private memberOf(id: number): RoomMember | undefined {
    for (const member of this.members.values()) if (member.participant.id === id) return member;
    return undefined;
  }

  private required(key: string): RoomMember {
    const member = this.members.get(key);
    if (member === undefined) throw new AppError('room.not-entered');
    return member;
  }

  /** Around the spawn point, so that people do not arrive within one another. */
  private spawn(): Transform {
    const { spawnPoint, playerRotation, bounds } = this.settings.world;
    const angle = this.arrivals * 2.4;
    const distance = this.arrivals === 0 ? 0 : spawnRingMetres * Math.sqrt((this.arrivals % 12) / 12);
    this.arrivals += 1;
    const within = (value: number, axis: 'x' | 'z') => Math.min(bounds.max[axis], Math.max(bounds.min[axis], value));
    return {
      x: within(spawnPoint.x + Math.cos(angle) * distance, 'x'),
      y: spawnPoint.y,
      z: within(spawnPoint.z + Math.sin(angle) * distance, 'z'),
      yaw: playerRotation,
      animation: 0,
      flags: transformFlags.placed,
      clock: 0,
    };
  }
}
