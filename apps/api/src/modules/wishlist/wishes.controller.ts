import { Body, Controller, Delete, Get, Param, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  memberId as memberIdSchema,
  productCode,
  type ProxyUserRequest,
  proxyUserRequest,
  type ProxyUserType,
  proxyUserType,
  type ProxyWishPage,
  proxyWishPage,
  type WishedProducts,
  wishedProducts,
  type WishListQuery,
  wishListQuery,
  type WishPage,
  wishPage,
} from '@virtualcafe/contracts';
import { type Actor, CurrentActor } from '../../access/actor.js';
import { Requires } from '../../access/requires.decorator.js';
import { Returns } from '../../platform/http/returns.decorator.js';
import { WishesService } from './wishes.service.js';

@ApiTags('wishes')
@Controller('api/v1')
export class WishesController {
  constructor(private readonly wishes: WishesService) {}

  @Get('me/wishlist')
  @Requires('wish.list')
  @Returns({
    id: 'listWishes',
    summary: 'What one and the outside players linked to one wish, the latest first',
    schema: wishPage,
  })
  list(@CurrentActor() actor: Actor, @Query({ schema: wishListQuery }) query: WishListQuery): Promise<WishPage> {
    return this.wishes.list(actor, query);
  }

  @Get('me/wishlist/codes')
  @Requires('wish.list')
  @Returns({
    id: 'listWishedProductCodes',
    summary: "The codes of one's wish list, to mark its products wherever they are shown",
    schema: wishedProducts,
  })
  listCodes(@CurrentActor() actor: Actor): Promise<WishedProducts> {
    return this.wishes.listCodes(actor);
  }

  @Put('me/wishlist/:code')
  @Requires('wish.update')
  @Returns({
    id: 'addWish',
    summary: 'Wishes a product, once however often it is said',
    errors: ['product.not-found', 'wish.limit-reached'],
  })
  add(@CurrentActor() actor: Actor, @Param('code', { schema: productCode }) code: string): Promise<void> {
    return this.wishes.add(actor, code);
  }

  @Delete('me/wishlist/:code')
  @Requires('wish.update')
  @Returns({ id: 'removeWish', summary: 'Wishes a product no more', errors: ['product.not-found'] })
  remove(@CurrentActor() actor: Actor, @Param('code', { schema: productCode }) code: string): Promise<void> {
    return this.wishes.remove(actor, code);
  }

  @Get('proxy-users/:type/:memberId/wishlist')
  @Requires('proxy-wish.list')
  @Returns({
    id: 'listProxyWishes',
    summary: "What an outside player wishes of the key's cafés, the latest first",
    schema: proxyWishPage,
    errors: ['proxy-user.not-found', 'proxy-user.disabled'],
  })
  listOfPlayer(
    @CurrentActor() actor: Actor,
    @Param('type', { schema: proxyUserType }) type: ProxyUserType,
    @Param('memberId', { schema: memberIdSchema }) memberId: string,
    @Query({ schema: wishListQuery }) query: WishListQuery,
  ): Promise<ProxyWishPage> {
    return this.wishes.listOfPlayer(actor, { type, memberId }, query);
  }

  @Put('proxy-users/:type/:memberId/wishlist/:code')
  @Requires('proxy-wish.update')
  @Returns({
    id: 'addProxyWish',
    summary: 'Wishes a product for an outside player, who is known from then on',
    errors: ['product.not-found', 'wish.limit-reached', 'proxy-user.disabled'],
  })
  addForPlayer(
    @CurrentActor() actor: Actor,
    @Param('type', { schema: proxyUserType }) type: ProxyUserType,
    @Param('memberId', { schema: memberIdSchema }) memberId: string,
    @Param('code', { schema: productCode }) code: string,
    @Body({ schema: proxyUserRequest }) request: ProxyUserRequest,
  ): Promise<void> {
    return this.wishes.addForPlayer(actor, { type, memberId }, code, request);
  }

  @Delete('proxy-users/:type/:memberId/wishlist/:code')
  @Requires('proxy-wish.update')
  @Returns({
    id: 'removeProxyWish',
    summary: 'Wishes a product no more for an outside player',
    errors: ['product.not-found', 'proxy-user.not-found', 'proxy-user.disabled'],
  })
  removeForPlayer(
    @CurrentActor() actor: Actor,
    @Param('type', { schema: proxyUserType }) type: ProxyUserType,
    @Param('memberId', { schema: memberIdSchema }) memberId: string,
    @Param('code', { schema: productCode }) code: string,
  ): Promise<void> {
    return this.wishes.removeForPlayer(actor, { type, memberId }, code);
  }
}
