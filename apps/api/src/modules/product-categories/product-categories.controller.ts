import { Body, Controller, Delete, Get, Param, Patch, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  cafeCode,
  type CreateProductCategoryRequest,
  createProductCategoryRequest,
  type ManagedProductCategory,
  managedProductCategory,
  type ManagedProductCategoryTree,
  managedProductCategoryTree,
  productCategoryCode,
  type ProductCategoryTree,
  productCategoryTree,
  type UpdateProductCategoryRequest,
  updateProductCategoryRequest,
} from '@virtualcafe/contracts';
import { type Actor, CurrentActor } from '../../access/actor.js';
import { Public, Requires } from '../../access/requires.decorator.js';
import { AnswersEditTag, IfMatch, RequiresIfMatch } from '../../platform/http/if-match.js';
import { Returns } from '../../platform/http/returns.decorator.js';
import { PublicCache } from '../../platform/http/route-config.js';
import { cafeListTag } from '../cafes/cafe-cache-tags.js';
import { productCategoryTreeTag } from '../products/product-cache-tags.js';
import { ProductCategoriesService } from './product-categories.service.js';

@ApiTags('product categories')
@Controller('api/v1')
export class ProductCategoriesController {
  constructor(private readonly categories: ProductCategoriesService) {}

  @Get('product-categories')
  @Public()
  @PublicCache({ ttlSeconds: 600, tags: () => [productCategoryTreeTag, cafeListTag] })
  @Returns({
    id: 'listProductCategories',
    summary: 'All visible product categories, parents before children',
    schema: productCategoryTree,
  })
  list(): Promise<ProductCategoryTree> {
    return this.categories.list();
  }

  @Get('cafes/:code/product-categories')
  @Public()
  @PublicCache({ ttlSeconds: 600, tags: () => [productCategoryTreeTag, cafeListTag] })
  @Returns({
    id: 'listProductCategoriesOfCafe',
    summary: 'The categories in which a café shows products, counting its own alone',
    schema: productCategoryTree,
    errors: ['cafe.not-found'],
  })
  listOfCafe(@Param('code', { schema: cafeCode }) code: string): Promise<ProductCategoryTree> {
    return this.categories.listOfCafe(code);
  }

  @Get('product-categories/managed')
  @Requires('product-category.manage')
  @Returns({
    id: 'listManagedProductCategories',
    summary: 'All product categories, also disabled ones',
    schema: managedProductCategoryTree,
  })
  listManaged(): Promise<ManagedProductCategoryTree> {
    return this.categories.listManaged();
  }

  @Get('product-categories/managed/:code')
  @Requires('product-category.manage')
  @AnswersEditTag()
  @Returns({
    id: 'getManagedProductCategory',
    summary: 'A product category; its ETag is what an edit must name',
    schema: managedProductCategory,
    errors: ['product-category.not-found'],
  })
  read(@Param('code', { schema: productCategoryCode }) code: string): Promise<ManagedProductCategory> {
    return this.categories.read(code);
  }

  @Post('product-categories')
  @Requires('product-category.create')
  @AnswersEditTag()
  @Returns({
    id: 'createProductCategory',
    summary: 'Adds a category to the tree',
    status: 201,
    schema: managedProductCategory,
    errors: ['product-category.code-taken', 'product-category.name-taken', 'product-category.parent-unusable'],
  })
  create(
    @CurrentActor() actor: Actor,
    @Body({ schema: createProductCategoryRequest }) request: CreateProductCategoryRequest,
  ): Promise<ManagedProductCategory> {
    return this.categories.create(actor, request);
  }

  @Patch('product-categories/:code')
  @Requires('product-category.update')
  @RequiresIfMatch()
  @AnswersEditTag()
  @Returns({
    id: 'updateProductCategory',
    summary: 'Renames, moves with its subtree, reorders, disables or enables a category as it was read',
    schema: managedProductCategory,
    errors: [
      'product-category.not-found',
      'product-category.name-taken',
      'product-category.move-into-descendant',
      'product-category.parent-unusable',
      'resource.stale',
      'resource.if-match-required',
    ],
  })
  update(
    @CurrentActor() actor: Actor,
    @Param('code', { schema: productCategoryCode }) code: string,
    @IfMatch() version: Date,
    @Body({ schema: updateProductCategoryRequest }) request: UpdateProductCategoryRequest,
  ): Promise<ManagedProductCategory> {
    return this.categories.update(actor, code, version, request);
  }

  @Delete('product-categories/:code')
  @Requires('product-category.delete')
  @Returns({
    id: 'deleteProductCategory',
    summary: 'Deletes a category that nothing hangs on',
    errors: ['product-category.not-found', 'product-category.not-empty'],
  })
  delete(@CurrentActor() actor: Actor, @Param('code', { schema: productCategoryCode }) code: string): Promise<void> {
    return this.categories.delete(actor, code);
  }
}
