import { encodeTransform, type Participant, readTransform, type Transform } from '@virtualcafe/contracts';
import type { World } from '@virtualcafe/world';
import { AppError } from '../../platform/errors/app-error.js';
import type { OutpostRoom } from './outpost-room.js';
import { mutedNameOf, type Resident, type RoomMember } from './room-member.js';
import { type Order, type ResidentMessage, viewOf } from './room-messages.js';
import type { RosterNews } from './roster-news.js';
import { resumeMs } from './shared/places.rules.js';
import type { Keepsake, SharedRoom } from './shared/room-sharing.js';

/** An avatar stands this long after its connection was lost, so that a moment without network is not a coming and going. */
const lingerMs = 3000;

/** What is told to whoever comes in a second time, in place of the first. */
export const replaced = { code: 'room.replaced', detail: 'You have entered this room from elsewhere' };

/** Those whom this process looks after: their avatars in the world, and what of them is told and kept. */
export class RoomMembers implements OutpostRoom {
  /** Of mutes: users however often they come, guests for their visit. */
  private readonly mutedNames = new Set<string>();
  private readonly members = new Map<string, RoomMember>();

  /**
   * @param news What those in this process are told.
   * @param newsElsewhere What the other processes are told.
   * @param spawn Where the next one stands who has been nowhere yet.
   */
  constructor(
    private readonly world: World,
    private readonly scale: number,
    private readonly shared: SharedRoom,
    private readonly news: RosterNews,
    private readonly newsElsewhere: RosterNews,
    private readonly spawn: () => Transform,
  ) {}

  get count(): number {
    return this.members.size;
  }

  has(key: string): boolean {
    return this.members.has(key);
  }

  find(key: string): RoomMember | undefined {
    return this.members.get(key);
  }

  /** @throws AppError `room.not-entered`. */
  required(key: string): RoomMember {
    const member = this.members.get(key);
    if (member === undefined) throw new AppError('room.not-entered');
    return member;
  }

  all(): Iterable<RoomMember> {
    return this.members.values();
  }

  /** Those whose avatars stand. */
  residents(): RoomMember[] {
    return [...this.members.values()].filter(({ participant: { id } }) => this.world.has(id));
  }

  withId(id: number): RoomMember | undefined {
    for (const member of this.members.values()) if (member.participant.id === id) return member;
    return undefined;
  }

  add(member: RoomMember): void {
    this.members.set(member.participant.key, member);
  }

  /** Lets their avatar stand, where it was or at the beginning. */
  show(member: RoomMember, nowMs: number): void {
    const { participant, kept } = member;
    if (this.world.has(participant.id)) this.world.adopt(participant.id, nowMs);
    else this.world.join(participant.id, kept ?? this.spawn(), nowMs);
    member.kept = null;
    this.news.join(participant);
    this.newsElsewhere.join(participant);
  }

  /** They have gone for good. */
  remove(member: RoomMember, nowMs: number): void {
    this.hide(member);
    const { id, key } = member.participant;
    this.members.delete(key);
    this.shared.forget([key]);
    this.shared.releaseId(id, nowMs);
  }

  alter(member: RoomMember, change: Partial<Participant>): void {
    member.participant = { ...member.participant, ...change };
    if (!this.world.has(member.participant.id)) return;
    this.news.change(member.participant);
    this.newsElsewhere.change(member.participant);
  }

  muted(): string[] {
    return [...this.mutedNames];
  }

  isMuted(name: string): boolean {
    return this.mutedNames.has(name);
  }

  carryOut(order: Order, nowMs: number): void {
    if (order.act !== 'remove') {
      this.setMuted(order.name, order.act === 'mute');
      return;
    }
    const member = this.members.get(order.key);
    if (member === undefined) return;
    member.connection?.close({ code: order.code, detail: order.detail });
    this.remove(member, nowMs);
  }

  arrive({ participant, turn, at }: ResidentMessage, nowMs: number): boolean {
    const { id, key } = participant;
    const member = this.members.get(key);
    if (member !== undefined) {
      if (member.turn >= turn) return false;
      member.connection?.close(replaced);
      this.members.delete(key);
    }
    if (this.world.has(id)) this.world.entrust(id);
    else this.world.join(id, readTransform(viewOf(at), 0, this.scale), nowMs, true);
    this.news.join(participant);
    return true;
  }

  depart({ participant: { id } }: Resident): void {
    this.world.leave(id);
    this.news.leave(id);
  }

  change(participant: Participant): void {
    this.news.change(participant);
  }

  /** `name`: of whom, as `mutedNameOf` has it. */
  setMuted(name: string, isMuted: boolean): void {
    if (isMuted) this.mutedNames.add(name);
    else this.mutedNames.delete(name);
    for (const member of this.members.values()) if (mutedNameOf(member) === name) this.alter(member, { isMuted });
  }

  /** Takes away the avatars of those who have been gone for a while, and in the end their places. */
  forgetTheLost(nowMs: number): void {
    for (const member of this.members.values()) {
      if (member.lostAtMs === null) continue;
      if (nowMs - member.lostAtMs >= resumeMs) this.remove(member, nowMs);
      else if (nowMs - member.lostAtMs >= lingerMs) this.hide(member);
    }
  }

  /** Keeps for other processes what somebody needs to go on there; what fails is done again with the next call. */
  async keep(nowMs: number): Promise<void> {
    if (!this.shared.isShared) return;
    const changed = new Map<string, Keepsake>();
    for (const [key, member] of this.members) {
      const keepsake = this.keepsakeOf(member);
      const text = JSON.stringify(keepsake);
      if (text !== member.keptText) changed.set(key, keepsake);
    }
    const present = this.residents().map(({ participant }) => participant.key);
    await this.store(present, changed, nowMs);
  }

  /** The same for somebody who has just come: whose process is killed before it next keeps everybody finds their place, too. */
  async keepNew(member: RoomMember, nowMs: number): Promise<void> {
    if (!this.shared.isShared) return;
    const { key } = member.participant;
    await this.store([key], new Map([[key, this.keepsakeOf(member)]]), nowMs);
  }

  private async store(
    present: readonly string[],
    changed: ReadonlyMap<string, Keepsake>,
    nowMs: number,
  ): Promise<void> {
    await this.shared.keep(present, changed, nowMs);
    for (const [key, keepsake] of changed) {
      const member = this.members.get(key);
      if (member !== undefined) member.keptText = JSON.stringify(keepsake);
    }
  }

  private keepsakeOf({ participant: { id, avatar }, turn, kept, lostAtMs }: RoomMember): Keepsake {
    const bytes = this.world.bytesOf(id) ?? encodeTransform(kept ?? this.spawn(), this.scale);
    return { id, turn, avatar, at: Buffer.from(bytes).toString('base64'), lostAtMs };
  }

  private hide(member: RoomMember): void {
    const { id } = member.participant;
    const last = this.world.transformOf(id);
    if (last === undefined) return;
    member.kept = last;
    this.world.leave(id);
    this.news.leave(id);
    this.newsElsewhere.leave(id);
  }
}
