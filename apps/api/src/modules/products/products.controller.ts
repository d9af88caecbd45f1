import { Body, Controller, Get, Param, Patch, Post, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  type BulkUpdateProductsRequest,
  bulkUpdateProductsRequest,
  type BulkUpdateProductsResult,
  bulkUpdateProductsResult,
  type CreateProductRequest,
  createProductRequest,
  type ManagedProduct,
  managedProduct,
  type Product,
  product,
  productCode,
  type ProductListQuery,
  productListQuery,
  type ProductPage,
  productPage,
  type ReplaceProductImagesRequest,
  replaceProductImagesRequest,
  type UpdateProductRequest,
  updateProductRequest,
} from '@virtualcafe/contracts';
import { type Actor, CurrentActor } from '../../access/actor.js';
import { Public, Requires } from '../../access/requires.decorator.js';
import { AnswersEditTag, IfMatch, RequiresIfMatch } from '../../platform/http/if-match.js';
import { Returns } from '../../platform/http/returns.decorator.js';
import { PublicCache } from '../../platform/http/route-config.js';
import { cafeListTag } from '../cafes/cafe-cache-tags.js';
import { productCategoryTag, productListTag, productPageTag } from './product-cache-tags.js';
import { ProductsService } from './products.service.js';
import { PublicProductsService } from './public-products.service.js';

@ApiTags('products')
@Controller('api/v1/products')
export class ProductsController {
  constructor(
    private readonly publicProducts: PublicProductsService,
    private readonly products: ProductsService,
  ) {}

  @Get()
  @Public()
  @PublicCache({ ttlSeconds: 60, tags: () => [productListTag, productCategoryTag, cafeListTag] })
  @Returns({
    id: 'listProducts',
    summary: 'Searches products, or lists those of a café or of a category and below',
    schema: productPage,
  })
  list(@Query({ schema: productListQuery }) query: ProductListQuery): Promise<ProductPage> {
    return this.publicProducts.list(query);
  }

  @Get(':code')
  @Public()
  @PublicCache({ ttlSeconds: 300, tags: ({ code = '' }) => [productPageTag(code), productCategoryTag, cafeListTag] })
  @Returns({ id: 'getProduct', summary: "A product's page", schema: product, errors: ['product.not-found'] })
  read(@Param('code', { schema: productCode }) code: string): Promise<Product> {
    return this.publicProducts.read(code);
  }

  @Post()
  @Requires('product.create')
  @AnswersEditTag()
  @Returns({
    id: 'createProduct',
    summary: 'Adds a product to a café',
    status: 201,
    schema: managedProduct,
    errors: ['product.code-taken', 'product.cafe-unusable', 'product.category-unusable', 'product.amount-refused'],
  })
  create(
    @CurrentActor() actor: Actor,
    @Body({ schema: createProductRequest }) request: CreateProductRequest,
  ): Promise<ManagedProduct> {
    return this.products.create(actor, request);
  }

  @Post('bulk-update')
  @Requires('product.bulk-update')
  @Returns({
    id: 'bulkUpdateProducts',
    summary: 'Disables or enables many products at once',
    schema: bulkUpdateProductsResult,
  })
  bulkUpdate(
    @CurrentActor() actor: Actor,
    @Body({ schema: bulkUpdateProductsRequest }) request: BulkUpdateProductsRequest,
  ): Promise<BulkUpdateProductsResult> {
    return this.products.bulkUpdate(actor, request);
  }

  @Patch(':code')
  @Requires('product.update')
  @RequiresIfMatch()
  @AnswersEditTag()
  @Returns({
    id: 'updateProduct',
    summary: 'Changes a product as it was read',
    schema: managedProduct,
    errors: [
      'product.not-found',
      'product.category-unusable',
      'product.amount-refused',
      'resource.stale',
      'resource.if-match-required',
    ],
  })
  update(
    @CurrentActor() actor: Actor,
    @Param('code', { schema: productCode }) code: string,
    @IfMatch() version: Date,
    @Body({ schema: updateProductRequest }) request: UpdateProductRequest,
  ): Promise<ManagedProduct> {
    return this.products.update(actor, code, version, request);
  }

  @Put(':code/images')
  @Requires('product.update-images')
  @AnswersEditTag()
  @Returns({
    id: 'replaceProductImages',
    summary: 'Replaces the images, their order and the thumbnail',
    schema: managedProduct,
    errors: ['product.not-found', 'product.image-unusable'],
  })
  replaceImages(
    @CurrentActor() actor: Actor,
    @Param('code', { schema: productCode }) code: string,
    @Body({ schema: replaceProductImagesRequest }) request: ReplaceProductImagesRequest,
  ): Promise<ManagedProduct> {
    return this.products.replaceImages(actor, code, request);
  }
}
