import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  cafeCode,
  type ManagedProduct,
  managedProduct,
  type ManagedProductListQuery,
  managedProductListQuery,
  type ManagedProductPage,
  managedProductPage,
  productCode,
  type Showcase,
  showcase,
  type ShowcaseQuery,
  showcaseQuery,
} from '@virtualcafe/contracts';
import { type Actor, CurrentActor } from '../../access/actor.js';
import { Requires } from '../../access/requires.decorator.js';
import { AnswersEditTag } from '../../platform/http/if-match.js';
import { Returns } from '../../platform/http/returns.decorator.js';
import { ProductsService } from './products.service.js';
import { ShowcaseService } from './showcase.service.js';

@ApiTags('managed products')
@Controller('api/v1')
export class ManagedProductsController {
  constructor(
    private readonly products: ProductsService,
    private readonly showcases: ShowcaseService,
  ) {}

  @Get('me/products')
  @Requires('product.manage')
  @Returns({
    id: 'listManagedProducts',
    summary: 'The products one may manage, also disabled ones',
    schema: managedProductPage,
  })
  list(
    @CurrentActor() actor: Actor,
    @Query({ schema: managedProductListQuery }) query: ManagedProductListQuery,
  ): Promise<ManagedProductPage> {
    return this.products.list(actor, query);
  }

  @Get('me/products/:code')
  @Requires('product.manage')
  @AnswersEditTag()
  @Returns({
    id: 'getManagedProduct',
    summary: 'A product with what only its keepers see; its ETag is what an edit must name',
    schema: managedProduct,
    errors: ['product.not-found'],
  })
  read(@CurrentActor() actor: Actor, @Param('code', { schema: productCode }) code: string): Promise<ManagedProduct> {
    return this.products.read(actor, code);
  }

  @Get('showcases/:code')
  @Requires('product.showcase')
  @Returns({
    id: 'getShowcase',
    summary: "A café's products for an outside world, signature ones first; every address is whole",
    schema: showcase,
    errors: ['cafe.not-found'],
  })
  showcase(
    @CurrentActor() actor: Actor,
    @Param('code', { schema: cafeCode }) code: string,
    @Query({ schema: showcaseQuery }) query: ShowcaseQuery,
  ): Promise<Showcase> {
    return this.showcases.read(actor, code, query);
  }
}
