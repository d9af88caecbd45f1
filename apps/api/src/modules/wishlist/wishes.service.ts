import { Injectable } from '@nestjs/common';
import {
  maxWishes,
  type ProxyUserRequest,
  type ProxyWishPage,
  type WishedProducts,
  type WishListQuery,
  type WishPage,
} from '@virtualcafe/contracts';
import { type Actor, asUser } from '../../access/actor.js';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { AppError } from '../../platform/errors/app-error.js';
import { type CafeScope, managedScopeOf } from '../cafes/cafe.rules.js';
import { PlayersService } from '../proxy-users/players.service.js';
import type { PlayerName } from '../proxy-users/proxy-users.repository.js';
import { TransactionLogService } from '../transaction-log/transaction-log.service.js';
import { presentProxyWish, presentWish } from './wish.presenter.js';
import { type Wisher, WishesRepository } from './wishes.repository.js';

const everyCafe: CafeScope = { kind: 'all' };

/** Wishes of users and of players of outside worlds. */
@Injectable()
export class WishesService {
  constructor(
    private readonly wishes: WishesRepository,
    private readonly players: PlayersService,
    private readonly database: Database,
    private readonly transactionLog: TransactionLogService,
    private readonly clock: Clock,
  ) {}

  async list(actor: Actor, { page, pageSize }: WishListQuery): Promise<WishPage> {
    const { items, total } = await this.wishes.findOfUser(asUser(actor).userId, { page, pageSize });
    return { items: items.map(presentWish), page, pageSize, total };
  }

  async listCodes(actor: Actor): Promise<WishedProducts> {
    return { codes: await this.wishes.findCodesOfUser(asUser(actor).userId) };
  }

  /** @throws AppError `product.not-found`, `wish.limit-reached`. */
  async add(actor: Actor, productCode: string): Promise<void> {
    const { userId } = asUser(actor);
    await this.database.transaction(async () => {
      await this.wishes.lockUser(userId);
      await this.addFor(actor, { userId }, everyCafe, productCode);
    });
  }

  /**
   * Also what only players linked to the user wish, as it stands in the user's list.
   * @throws AppError `product.not-found`.
   */
  async remove(actor: Actor, productCode: string): Promise<void> {
    const { userId } = asUser(actor);
    await this.database.transaction(async () => {
      const productId = await this.findProduct(everyCafe, productCode);
      if (await this.wishes.deleteOfUser(userId, productId))
        await this.record(actor, 'wish.remove', productId, { userId });
    });
  }

  /** @throws AppError `proxy-user.not-found`, `proxy-user.disabled`. */
  async listOfPlayer(actor: Actor, name: PlayerName, { page, pageSize }: WishListQuery): Promise<ProxyWishPage> {
    const player = await this.players.find(name);
    const { items, total } = await this.wishes.findOfPlayer(player.id, managedScopeOf(actor), { page, pageSize });
    return { items: items.map(presentProxyWish), page, pageSize, total };
  }

  /** @throws AppError `product.not-found`, `wish.limit-reached`, `proxy-user.disabled`. */
  async addForPlayer(
    actor: Actor,
    name: PlayerName,
    productCode: string,
    { displayName }: ProxyUserRequest,
  ): Promise<void> {
    await this.database.transaction(async () => {
      const player = await this.players.meet(actor, name, displayName);
      await this.addFor(actor, { proxyUserId: player.id }, managedScopeOf(actor), productCode);
    });
  }

  /** @throws AppError `product.not-found`, `proxy-user.not-found`, `proxy-user.disabled`. */
  async removeForPlayer(actor: Actor, name: PlayerName, productCode: string): Promise<void> {
    await this.database.transaction(async () => {
      const { id: proxyUserId } = await this.players.find(name);
      const productId = await this.findProduct(managedScopeOf(actor), productCode);
      if (await this.wishes.delete({ proxyUserId }, productId))
        await this.record(actor, 'wish.remove', productId, { proxyUserId });
    });
  }

  /** While the wisher is held. */
  private async addFor(actor: Actor, wisher: Wisher, scope: CafeScope, productCode: string): Promise<void> {
    const productId = await this.wishes.findVisible(scope, productCode);
    if (productId === null) throw new AppError('product.not-found');
    if (!(await this.wishes.insert(wisher, productId, this.clock.now()))) return;
    if ((await this.wishes.count(wisher)) > maxWishes) throw new AppError('wish.limit-reached');
    await this.record(actor, 'wish.add', productId, wisher);
  }

  private async findProduct(scope: CafeScope, code: string): Promise<string> {
    const productId = await this.wishes.find(scope, code);
    if (productId === null) throw new AppError('product.not-found');
    return productId;
  }

  private async record(
    actor: Actor,
    action: 'wish.add' | 'wish.remove',
    productId: string,
    wisher: Wisher,
  ): Promise<void> {
    const who = action === 'wish.add' ? { after: { ...wisher } } : { before: { ...wisher } };
    await this.transactionLog.record(actor, { action, resourceType: 'product', resourceId: productId, ...who });
  }
}
