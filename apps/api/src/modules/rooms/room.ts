import {
  type Avatar,
  type Participant,
  readTransform,
  type RoomEvents,
  type Transform,
  type Welcome,
  wireVersion,
  type WorldData,
} from '@virtualcafe/contracts';
import { type InterestSettings, limitsOf, type MoveOutcome, type WordFilter, World } from '@virtualcafe/world';
import type { Logger } from 'pino';
import type { Broadcast } from './room-broadcasts.js';
import type { RoomConnection } from './room-connection.js';
import { type Entrant, type Resident, RoomMember } from './room-member.js';
import { replaced, RoomMembers } from './room-members.js';
import { type Order, viewOf } from './room-messages.js';
import { RoomOutpost } from './room-outpost.js';
import { scaleOf, spawnOf } from './room-world.rules.js';
import { RoomTalk } from './room-talk.js';
import { RosterNews } from './roster-news.js';
import { sendSnapshot, sendTick } from './tick-messages.js';
import { beatMs } from './shared/places.rules.js';
import type { Keepsake, RoomAddress, RoomSharing, SharedRoom } from './shared/room-sharing.js';

export interface RoomSettings {
  readonly address: RoomAddress;
  readonly world: WorldData;
  readonly words: WordFilter;
  readonly interest: InterestSettings;
  readonly sharing: RoomSharing;
  readonly broadcast: Broadcast;
  readonly logger: Logger;
}

export type RoomWelcome = Omit<Welcome, 'tickMs' | 'resumeToken'>;

const firstAvatar: Avatar = { look: 'traveler', color: '#8b5e3c' };

/** One room with the people in it: those whose connections are here, and those of other processes. Time is handed in. */
export class Room {
  readonly address: RoomAddress;
  readonly talk: RoomTalk;
  private readonly scale: number;
  private readonly world: World;
  private readonly shared: SharedRoom;
  private readonly outpost: RoomOutpost;
  private readonly members: RoomMembers;
  /** To all whose connections are here. */
  readonly broadcast: Broadcast;
  private readonly logger: Logger;
  private readonly news = new RosterNews();
  private readonly opened: Promise<void>;
  private worldData: WorldData;
  private arrivals = 0;
  private lastBeatMs = Number.NEGATIVE_INFINITY;

  constructor({ address, world, words, interest, sharing, broadcast, logger }: RoomSettings) {
    this.logger = logger;
    this.broadcast = broadcast;
    this.address = address;
    this.worldData = world;
    this.scale = scaleOf(world);
    this.world = new World({ scale: this.scale, limits: limitsOf(world), interest });
    this.shared = sharing.open(address, {
      onSaid: (message) => this.talk.hear(message),
      onLastSequence: (sequence) => this.talk.hearOf(sequence),
      onMessage: (message) => this.outpost.hear(message, Date.now()),
    });
    this.talk = new RoomTalk(this.shared, words, (said) => broadcast('chat', said), logger);
    const elsewhere = new RosterNews();
    this.members = new RoomMembers(this.world, this.scale, this.shared, this.news, elsewhere, () => this.spawn());
    this.outpost = new RoomOutpost(this.shared, this.world, elsewhere, this.members, logger);
    this.opened = this.open();
    // Whoever enters waits for it, and hears of a failure.
    this.opened.catch(() => undefined);
  }

  /** People whose avatars stand here. */
  get count(): number {
    return this.world.count;
  }

  /** Nobody has their connection here, and nobody can come back to a place of theirs. */
  get isAbandoned(): boolean {
    return this.members.count === 0;
  }

  has(key: string): boolean {
    return this.members.has(key);
  }

  /** Who is here or in another process's part of the room. */
  find(key: string): Resident | undefined {
    return this.members.find(key) ?? this.outpost.find(key);
  }

  get currentWorld(): WorldData {
    return this.worldData;
  }

  /** Where somebody's avatar is; undefined when it does not stand. */
  transformOf(key: string): Transform | undefined {
    const resident = this.find(key);
    return resident === undefined ? undefined : this.world.transformOf(resident.participant.id);
  }

  /** Those whom this process looks after, as they are now. */
  membersHere(): RoomMember[] {
    return [...this.members.all()];
  }

  /**
   * Takes somebody in, or lets somebody who was here go on where they were; another connection of theirs is ended. `sendSnapshot` comes next.
   * @param since The number of the last message that they have.
   * @throws AppError `room.full` when there is no number left, `service.unavailable`.
   */
  async enter(entrant: Entrant, connection: RoomConnection, since: number, nowMs: number): Promise<RoomWelcome> {
    await this.opened;
    const member = this.members.find(entrant.key) ?? (await this.admit(entrant, nowMs));
    member.connection?.close(replaced);
    member.connection = connection;
    member.lostAtMs = null;
    member.isBehind = true;
    if (!this.world.has(member.participant.id)) this.members.show(member, nowMs);
    return {
      room: this.address.code,
      shard: this.address.shard,
      self: member.participant,
      wireVersion,
      scale: this.scale,
      world: this.worldData,
      roster: this.roster(),
      chat: this.talk.since(since),
    };
  }

  /** Shows the room at once to whoever has just been welcomed. */
  sendSnapshot(key: string): void {
    const member = this.members.find(key);
    if (member?.isBehind === true) sendSnapshot(member, this.world);
  }

  /** Their connection is gone; `connection` so that the end of an older one does not count. */
  lose(key: string, connection: RoomConnection, nowMs: number): void {
    const member = this.members.find(key);
    if (member?.connection !== connection) return;
    member.connection = null;
    member.lostAtMs = nowMs;
  }

  /** They have gone on purpose: nothing of theirs is kept. */
  leave(key: string, connection: RoomConnection, nowMs: number): void {
    const member = this.members.find(key);
    if (member?.connection === connection) this.members.remove(member, nowMs);
  }

  /** Takes 12 bytes of movement of the participant with this number. `expelled`: their connection should be ended. */
  move(id: number, update: Uint8Array, nowMs: number): MoveOutcome {
    return this.world.move(id, update, nowMs);
  }

  /** @throws AppError `room.not-entered`, and what `RoomTalk.say` throws. */
  async say(key: string, text: string, nonce: string | undefined, nowMs: number): Promise<number> {
    return this.talk.say(this.members.required(key), text, nonce, nowMs);
  }

  dress(key: string, avatar: Avatar): void {
    this.members.alter(this.members.required(key), { avatar });
  }

  respawn(key: string, nowMs: number): void {
    this.world.place(this.members.required(key).participant.id, this.spawn(), nowMs);
  }

  /** Does what a keeper has ordered, in every process. */
  obey(order: Order, nowMs: number): void {
    this.members.carryOut(order, nowMs);
    this.outpost.pass(order);
  }

  /**
   * Another world from now on.
   * @returns false when its coordinates need another scale: people must come in anew.
   */
  changeWorld(worldData: WorldData): boolean {
    if (scaleOf(worldData) !== this.scale) return false;
    this.worldData = worldData;
    this.world.setLimits(limitsOf(worldData));
    return true;
  }

  /** Sends what has changed since the last tick; forgets who has been away too long. */
  tick(nowMs: number): void {
    this.members.forgetTheLost(nowMs);
    if (nowMs - this.lastBeatMs >= beatMs) this.beat(nowMs);
    this.outpost.tellChanges();
    const output = this.world.tick(nowMs);
    sendTick(output, this.news.take(), this.world, this.members.all());
    for (const { id, transform } of output.corrected) {
      const { x, y, z, yaw } = transform;
      this.members.withId(id)?.connection?.emit('corrected', { x, y, z, yaw });
    }
  }

  /** Ends all visits. */
  sendAway(notice: RoomEvents['closing'], nowMs: number): void {
    for (const member of this.membersHere()) {
      member.connection?.close(notice);
      this.members.remove(member, nowMs);
    }
  }

  /** Lets everybody come in anew within `withinMs`, as into another room. */
  moveOut(withinMs: number, nowMs: number): void {
    this.broadcast('moving', { withinMs });
    this.sendAway({ code: 'room.changed', detail: 'The room has become another; come in again' }, nowMs);
  }

  /** Tells the other processes that this one stops; people may go on there where they were. */
  close(nowMs: number): void {
    this.keep(nowMs);
    this.outpost.leave();
    this.shared.close();
  }

  private async open(): Promise<void> {
    await this.shared.listening;
    this.outpost.greet();
    await this.talk.load();
  }

  private async admit(entrant: Entrant, nowMs: number): Promise<RoomMember> {
    const { key } = entrant;
    const kept = await this.shared.recall(key, nowMs);
    const elsewhere = this.outpost.find(key);
    const id = elsewhere?.participant.id ?? (await this.idFor(kept, nowMs));
    const again = this.members.find(key);
    if (again !== undefined) return again;
    const before = [kept, elsewhere].filter((each) => each !== null && each !== undefined);
    const turn = Math.max(0, ...before.map((each) => each.turn)) + 1;
    const avatar = elsewhere?.participant.avatar ?? kept?.avatar ?? firstAvatar;
    const member = this.newMember(entrant, { id, avatar, turn }, nowMs);
    if (kept !== null) member.kept = readTransform(viewOf(kept.at), 0, this.scale);
    this.outpost.claim(id);
    this.members.add(member);
    this.members.show(member, nowMs);
    this.follow(this.members.keepNew(member, nowMs));
    return member;
  }

  private newMember(
    { key, nickname, role, userId, clientKey }: Entrant,
    { id, avatar, turn }: { id: number; avatar: Avatar; turn: number },
    nowMs: number,
  ): RoomMember {
    const participant = { id, key, nickname, role, avatar, isMuted: this.members.isMuted(userId ?? key) };
    return new RoomMember(participant, userId, clientKey, turn, nowMs);
  }

  private async idFor(kept: Keepsake | null, nowMs: number): Promise<number> {
    const isTaken = (id: number): boolean => this.world.has(id) || this.members.withId(id) !== undefined;
    if (kept !== null && !isTaken(kept.id)) return kept.id;
    for (;;) {
      const id = await this.shared.takeId(nowMs);
      if (!isTaken(id)) return id;
    }
  }

  private beat(nowMs: number): void {
    this.lastBeatMs = nowMs;
    this.outpost.beat(nowMs);
    this.keep(nowMs);
  }

  private keep(nowMs: number): void {
    this.follow(this.members.keep(nowMs));
  }

  /** What fails is done again with the next beat. */
  private follow(keeping: Promise<void>): void {
    keeping.catch((error: unknown) =>
      this.logger.debug({ err: error }, 'A room could not be kept for other processes'),
    );
  }

  private roster(): Participant[] {
    const elsewhere = Array.from(this.outpost.residents(), ({ participant }) => participant);
    return [...this.members.residents().map(({ participant }) => participant), ...elsewhere];
  }

  private spawn(): Transform {
    this.arrivals += 1;
    return spawnOf(this.worldData, this.arrivals - 1);
  }
}
