import { Inject, Injectable } from '@nestjs/common';
import type { Ban, BanListQuery, BanPage, ImposeBanRequest } from '@virtualcafe/contracts';
import { type Actor, asUser, type UserActor } from '../../access/actor.js';
import { addDays, Clock } from '../../platform/clock/clock.js';
import { AdvisoryLock } from '../../platform/database/advisory-lock.js';
import { Database } from '../../platform/database/database.js';
import { AppError, fieldRefused } from '../../platform/errors/app-error.js';
import { MESSAGE_BUS, type MessageBus } from '../../platform/messages/message-bus.js';
import { SessionsService } from '../sessions/sessions.service.js';
import { TransactionLogService } from '../transaction-log/transaction-log.service.js';
import { presentBan } from './ban.presenter.js';
import { addressBanDays, banDetail, endOf, isActive, isLater } from './ban.rules.js';
import { type ActiveBan, type BanRecord, BansRepository, type BanTarget } from './bans.repository.js';
import { assertMayActOn, rankOf } from './rank.rules.js';
import { ReportsRepository } from './reports.repository.js';
import { type RoomAct, RoomOrderService } from './room-order.service.js';

export { banDetail } from './ban.rules.js';
export type { ActiveBan } from './bans.repository.js';

/** The message bus's channel on which every process is told of a ban, as JSON of `BanImposed`. */
export const banImposedChannel = 'ban-imposed';

/**
 * Whoever may have to go: not each of them is banned, as a member is not who only shares a banned visitor's address. `findActive` says.
 */
export interface BanImposed {
  readonly userId: string | null;
  readonly clientKey: string | null;
  /** Null is every room. */
  readonly viewerCode: string | null;
}

/** Whom a keeper bans from their room; at least one of `userId` and `clientKey`. */
export interface RoomBan {
  readonly viewerCode: string;
  readonly userId: string | null;
  /** Keyed hash of the address. */
  readonly clientKey: string | null;
  readonly nickname: string;
  readonly reason: string;
  /** Null is for good; without an account 30 days. */
  readonly minutes: number | null;
}

interface Sentence {
  readonly target: BanTarget;
  readonly viewerCode: string | null;
  readonly nickname: string;
  readonly reason: string;
  readonly minutes: number | null;
}

/** Who is kept out of what, until when. */
@Injectable()
export class BansService {
  constructor(
    private readonly bans: BansRepository,
    private readonly reports: ReportsRepository,
    private readonly order: RoomOrderService,
    private readonly sessions: SessionsService,
    private readonly database: Database,
    private readonly lock: AdvisoryLock,
    private readonly transactionLog: TransactionLogService,
    private readonly clock: Clock,
    @Inject(MESSAGE_BUS) private readonly bus: MessageBus,
  ) {}

  /**
   * The ban that keeps somebody out of this room the longest. Who is signed in is known by the account alone: others share the
   * address. Who is not, by the keyed hash of the address, for 30 days after the ban began.
   */
  async findActive(who: {
    readonly userId: string | null;
    readonly clientKey: string;
    readonly viewerCode: string;
  }): Promise<ActiveBan | null> {
    const { userId, clientKey, viewerCode } = who;
    const now = this.clock.now();
    if (userId !== null) return this.bans.findOfUser(userId, viewerCode, now);
    return this.bans.findOfAddress(clientKey, viewerCode, addDays(now, -addressBanDays), now);
  }

  /** @throws AppError `auth.banned` while the user is banned from the whole site. */
  async assertMaySignIn(userId: string): Promise<void> {
    const ban = await this.bans.findFromSite(userId, this.clock.now());
    if (ban !== null) throw new AppError('auth.banned', { detail: banDetail(ban), until: ban.endsAt });
  }

  /** @throws AppError `board.banned` while the user is banned from writing, or from the whole site. */
  async assertMayWrite(userId: string): Promise<void> {
    const ban = await this.bans.findOfWriter(userId, this.clock.now());
    if (ban !== null) throw new AppError('board.banned', { detail: banDetail(ban), until: ban.endsAt });
  }

  async list({ isActive: only, page, pageSize }: BanListQuery): Promise<BanPage> {
    return this.findPage(null, only, page, pageSize);
  }

  /** @throws AppError `viewer.not-found` also for a room in which the actor keeps no order. */
  async listOfRoom(actor: Actor, viewerCode: string, query: BanListQuery): Promise<BanPage> {
    const keeping = await this.order.keepingOf(actor, viewerCode);
    if (keeping === null) throw new AppError('viewer.not-found');
    return this.findPage(keeping.viewerId, query.isActive, query.page, query.pageSize);
  }

  /**
   * Bans somebody from one room. A ban of them that stands is prolonged when this one would end later, and else left as it is.
   * @throws AppError `viewer.not-found`, `access.denied`, `moderation.oneself`, `moderation.outranked`.
   */
  async imposeInRoom(actor: Actor, ban: RoomBan): Promise<Ban> {
    const { viewerCode, userId, clientKey, nickname, reason, minutes } = ban;
    return this.database.transaction(async () => {
      const keeping = await this.order.authorize(actor, viewerCode, userId);
      await this.order.hold(keeping);
      const target: BanTarget = { scope: 'ROOMS', userId, clientKey, viewerId: keeping.viewerId };
      return this.impose(asUser(actor), { target, viewerCode, nickname, reason, minutes });
    });
  }

  /**
   * Records that the actor mutes, lets speak again or sends away somebody: call it before it is done, since it says whether they may.
   * @throws AppError as `imposeInRoom`.
   */
  record(actor: Actor, act: RoomAct): Promise<void> {
    return this.order.record(actor, act);
  }

  /**
   * Bans a user, or whom a report is about, from the whole site or from all rooms. A ban from the site ends all their sessions.
   * @throws AppError `ban.target-unusable`, `moderation.oneself`, `moderation.outranked`.
   */
  async imposeOnSite(actor: UserActor, request: ImposeBanRequest): Promise<Ban> {
    const { scope, reason, minutes } = request;
    return this.database.transaction(async () => {
      const { userId, clientKey, nickname } = await this.holdTarget(actor, request);
      const target: BanTarget = { scope, userId, clientKey, viewerId: null };
      const ban = await this.impose(actor, { target, viewerCode: null, nickname, reason, minutes });
      if (scope === 'SITE' && userId !== null) await this.sessions.endAllOf(actor, userId, 'USER_BANNED');
      return ban;
    });
  }

  /**
   * Ends a ban before its time; one that is lifted or over stays as it is.
   * @throws AppError `ban.not-found` also for one that the actor may not see, `ban.imposed-above`.
   */
  async lift(actor: UserActor, id: string): Promise<Ban> {
    return this.database.transaction(async () => {
      const ban = await this.bans.lock(id);
      const rank = ban === null ? null : await this.rankOver(actor, ban);
      if (ban === null || rank === null) throw new AppError('ban.not-found');
      const now = this.clock.now();
      if (!isActive(ban, now)) return presentBan(ban, now);
      if (ban.imposedBy !== null && rankOf({ ...ban.imposedBy, isOwner: true }) > rank)
        throw new AppError('ban.imposed-above');
      const lifted = await this.bans.lift(id, actor.userId, now);
      await this.log(actor, 'ban.lift', id, { liftedAt: null, endsAt: ban.endsAt }, { liftedAt: now });
      return presentBan(lifted, now);
    });
  }

  private async impose(actor: UserActor, sentence: Sentence): Promise<Ban> {
    const { target, viewerCode, reason, minutes } = sentence;
    const { userId, clientKey } = target;
    if (userId === null && clientKey === null) throw new Error('A ban needs a user or an address');
    const now = this.clock.now();
    const endsAt = endOf(minutes, userId !== null, now);
    const standing = await this.bans.findStanding(target, now);
    const ban =
      standing === null
        ? await this.create(actor, sentence, endsAt, now)
        : await this.prolong(actor, standing, endsAt, reason);
    // Also when nothing was written: whoever missed the first message goes with this one.
    const message: BanImposed = { userId, clientKey, viewerCode };
    await this.database.afterCommit(() => this.bus.publish(banImposedChannel, JSON.stringify(message)));
    return presentBan(ban, now);
  }

  private async create(
    actor: UserActor,
    { target, viewerCode, nickname, reason }: Sentence,
    endsAt: Date | null,
    startsAt: Date,
  ): Promise<BanRecord> {
    const ban = await this.bans.create({ ...target, nickname, reason, startsAt, endsAt, imposedById: actor.userId });
    const { scope, userId } = target;
    await this.log(actor, 'ban.impose', ban.id, undefined, { scope, viewerCode, userId, nickname, reason, endsAt });
    return ban;
  }

  private async prolong(
    actor: UserActor,
    standing: BanRecord,
    endsAt: Date | null,
    reason: string,
  ): Promise<BanRecord> {
    if (!isLater(endsAt, standing.endsAt)) return standing;
    const before = { endsAt: standing.endsAt, reason: standing.reason };
    await this.log(actor, 'ban.prolong', standing.id, before, { endsAt, reason });
    return this.bans.extend(standing.id, endsAt, reason);
  }

  private async holdTarget(
    actor: UserActor,
    { userId, reportId, scope }: ImposeBanRequest,
  ): Promise<{ userId: string | null; clientKey: string | null; nickname: string }> {
    const reported = reportId === undefined ? null : await this.reports.findAbout(reportId);
    const target = userId === undefined ? reported : { userId, clientKey: null, nickname: '' };
    if (target === null) throw unusable('/reportId', 'there is no such report, or it does not say who it is about');
    if (target.userId === null) {
      if (scope === 'BOARDS') throw unusable('/scope', 'nobody writes without an account');
      await this.lock.hold(`ban ${target.clientKey}`);
      return target;
    }
    const user = await this.bans.lockUser(target.userId);
    if (user === null) throw unusable('/userId', 'there is no such user');
    const rank = rankOf({ userType: actor.userType, isOwner: false });
    assertMayActOn(actor.userId, rank, target.userId, rankOf({ userType: user.userType, isOwner: false }));
    return { ...target, nickname: user.nickname };
  }

  /** What the actor counts for where this ban holds; null when they have no say in it. */
  private async rankOver(actor: UserActor, { viewer }: BanRecord): Promise<number | null> {
    if (viewer !== null) return (await this.order.keepingOf(actor, viewer.code))?.rank ?? null;
    return rankOf({ userType: actor.userType, isOwner: false }) || null;
  }

  private async findPage(
    viewerId: string | null,
    only: BanListQuery['isActive'],
    page: number,
    pageSize: number,
  ): Promise<BanPage> {
    const now = this.clock.now();
    const isActiveOnly = only === undefined ? null : only === 'true';
    const { items, total } = await this.bans.findPage({ viewerId, isActive: isActiveOnly, now, page, pageSize });
    return { items: items.map((ban) => presentBan(ban, now)), page, pageSize, total };
  }

  private async log(
    actor: UserActor,
    action: string,
    resourceId: string,
    before: Record<string, unknown> | undefined,
    after: Record<string, unknown>,
  ): Promise<void> {
    const changes = before === undefined ? { after } : { before, after };
    await this.transactionLog.record(actor, { action, resourceType: 'ban', resourceId, ...changes });
  }
}

const unusable = (pointer: string, message: string): AppError => fieldRefused('ban.target-unusable', pointer, message);
