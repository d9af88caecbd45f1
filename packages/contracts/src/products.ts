import { z } from 'zod';
import { cafeCode, id, instant } from './identifiers.js';
import { image } from './images.js';
import { pageOf, pageQuery } from './pagination.js';
import { productCategoryCode, productCategoryLabel } from './product-categories.js';
import { line, paragraph, webUrl } from './text.js';

/** A product's part of the address, of the form of a café's code. */
export const productCode = cafeCode;

/** The most that a price (whole won) or a quantity can be. */
export const maxAmount = 2 ** 31 - 1;
export const maxProductLinks = 10;
export const maxProductImages = 20;
export const maxBulkProducts = 200;

/** Where the product can be bought. */
export const productLink = z.object({ label: z.string(), url: z.string() }).meta({ id: 'ProductLink' });

export const cafeLabel = z.object({ id, code: cafeCode, name: z.string() }).meta({ id: 'CafeLabel' });

/** Prices are whole won; `originalPrice` is the one before a discount. `isSoldOut`: its stock is counted and gone. */
export const productSummary = z
  .object({
    id,
    code: productCode,
    name: z.string(),
    price: z.int(),
    originalPrice: z.int().nullable(),
    isAvailable: z.boolean(),
    isSoldOut: z.boolean(),
    isSignature: z.boolean(),
    cafe: cafeLabel,
    category: productCategoryLabel,
    thumbnail: image.nullable(),
  })
  .meta({ id: 'ProductSummary' });

export const productPage = pageOf(productSummary).meta({ id: 'ProductPage' });

/** `categoryPath` is root first and ends with `category`; a `stockQuantity` of null is not counted. */
export const product = productSummary
  .extend({
    description: z.string(),
    stockQuantity: z.int().nullable(),
    minOrderQuantity: z.int(),
    categoryPath: z.array(productCategoryLabel),
    images: z.array(image),
    links: z.array(productLink),
    updatedAt: instant,
  })
  .meta({ id: 'Product' });

const managedFacts = {
  stockQuantity: z.int().nullable(),
  isDisabled: z.boolean(),
  /** Whether visitors see it: it, its café and its categories are enabled. */
  isListed: z.boolean(),
  wishCount: z.int(),
  createdAt: instant,
  updatedAt: instant,
};

export const managedProductSummary = productSummary.extend(managedFacts).meta({ id: 'ManagedProductSummary' });
export const managedProductPage = pageOf(managedProductSummary).meta({ id: 'ManagedProductPage' });

/** What its keepers see beside the public page. The response's ETag is what `If-Match` must carry in an edit. */
export const managedProduct = product.extend(managedFacts).meta({ id: 'ManagedProduct' });

/**
 * `q`: words split on spaces, all must stand in the name (초성 too). `cafe` and `category` are codes; a category covers those
 * below it. `signature` puts signature products first, then the newest.
 */
export const productListQuery = pageQuery.extend({
  q: line(0, 100).optional(),
  cafe: cafeCode.optional(),
  category: productCategoryCode.optional(),
  sort: z.enum(['newest', 'signature', 'cheapest', 'dearest']).default('newest'),
});

const flag = z.enum(['true', 'false']);

/** The products one may manage; `q`, `cafe` and `category` as in the public list. */
export const managedProductListQuery = productListQuery.extend({
  isDisabled: flag.optional(),
  isAvailable: flag.optional(),
  isSignature: flag.optional(),
  sort: z.enum(['newest', 'oldest', 'name', 'cheapest', 'dearest']).default('newest'),
});

// Told as what it must be, and refused (422) by one rule with the fields that it names: price and originalPrice hang together.
const amount = (minimum: number) => z.number().meta({ type: 'integer', minimum, maximum: maxAmount });

export const productLinkInput = z.strictObject({ label: line(1, 60), url: webUrl }).meta({ id: 'ProductLinkInput' });

const productFields = {
  name: line(1, 100),
  description: paragraph(5000),
  categoryId: id,
  price: amount(0),
  originalPrice: amount(0).nullable(),
  stockQuantity: amount(0).nullable(),
  minOrderQuantity: amount(1),
  isAvailable: z.boolean(),
  isSignature: z.boolean(),
  /** All redirect links in their order. */
  links: z.array(productLinkInput).max(maxProductLinks),
};

export const createProductRequest = z
  .strictObject({
    ...productFields,
    code: productCode,
    cafeId: id,
    description: productFields.description.default(''),
    originalPrice: productFields.originalPrice.default(null),
    stockQuantity: productFields.stockQuantity.default(null),
    minOrderQuantity: productFields.minOrderQuantity.default(1),
    isAvailable: productFields.isAvailable.default(true),
    isSignature: productFields.isSignature.default(false),
    links: productFields.links.default([]),
  })
  .meta({ id: 'CreateProductRequest' });

export const updateProductRequest = z
  .strictObject({ ...productFields, isDisabled: z.boolean() })
  .partial()
  .refine((value) => Object.values(value).some((field) => field !== undefined), 'name something to change')
  .meta({ id: 'UpdateProductRequest' });

const isEachOnce = (ids: readonly string[]): boolean => new Set(ids).size === ids.length;

/** All images in their new order; one left out is detached. The thumbnail is one of them, the first unless another is named. */
export const replaceProductImagesRequest = z
  .strictObject({
    imageIds: z.array(id).max(maxProductImages).refine(isEachOnce, 'an image stands there once'),
    thumbnailId: id.nullable().default(null),
  })
  .refine(({ imageIds, thumbnailId }) => thumbnailId === null || imageIds.includes(thumbnailId), {
    path: ['thumbnailId'],
    message: 'must be one of the images',
  })
  .meta({ id: 'ReplaceProductImagesRequest' });

export const bulkUpdateProductsRequest = z
  .strictObject({
    ids: z.array(id).min(1).max(maxBulkProducts).refine(isEachOnce, 'a product stands there once'),
    isDisabled: z.boolean(),
  })
  .meta({ id: 'BulkUpdateProductsRequest' });

/** What became of each, in the order of the request; one that does not exist keeps the others from nothing. */
export const bulkUpdateProductsResult = z
  .object({ items: z.array(z.object({ id, result: z.enum(['changed', 'unchanged', 'not-found']) })) })
  .meta({ id: 'BulkUpdateProductsResult' });

/** A product for an outside world: whole addresses, nothing to be looked up here. */
export const showcaseProduct = z
  .object({
    code: productCode,
    name: z.string(),
    description: z.string(),
    price: z.int(),
    originalPrice: z.int().nullable(),
    stockQuantity: z.int().nullable(),
    minOrderQuantity: z.int(),
    isAvailable: z.boolean(),
    isSoldOut: z.boolean(),
    isSignature: z.boolean(),
    category: productCategoryLabel,
    images: z.array(
      z.object({ url: z.url(), thumbnailUrl: z.url(), width: z.int(), height: z.int(), isThumbnail: z.boolean() }),
    ),
    links: z.array(productLink),
  })
  .meta({ id: 'ShowcaseProduct' });

export const showcaseQuery = pageQuery;

/** A café's products, signature ones first, then the newest. */
export const showcase = pageOf(showcaseProduct).extend({ cafe: cafeLabel }).meta({ id: 'Showcase' });

export type ProductLink = z.infer<typeof productLink>;
export type CafeLabel = z.infer<typeof cafeLabel>;
export type ProductSummary = z.infer<typeof productSummary>;
export type ProductPage = z.infer<typeof productPage>;
export type Product = z.infer<typeof product>;
export type ManagedProductSummary = z.infer<typeof managedProductSummary>;
export type ManagedProductPage = z.infer<typeof managedProductPage>;
export type ManagedProduct = z.infer<typeof managedProduct>;
export type ProductListQuery = z.infer<typeof productListQuery>;
export type ManagedProductListQuery = z.infer<typeof managedProductListQuery>;
export type ProductLinkInput = z.infer<typeof productLinkInput>;
export type CreateProductRequest = z.infer<typeof createProductRequest>;
export type UpdateProductRequest = z.infer<typeof updateProductRequest>;
export type ReplaceProductImagesRequest = z.infer<typeof replaceProductImagesRequest>;
export type BulkUpdateProductsRequest = z.infer<typeof bulkUpdateProductsRequest>;
export type BulkUpdateProductsResult = z.infer<typeof bulkUpdateProductsResult>;
export type ShowcaseProduct = z.infer<typeof showcaseProduct>;
export type ShowcaseQuery = z.infer<typeof showcaseQuery>;
export type Showcase = z.infer<typeof showcase>;
