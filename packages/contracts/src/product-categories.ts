import { z } from 'zod';
import { cafeCode, id, instant } from './identifiers.js';
import { line } from './text.js';

/** A category's part of the address, of the form of a café's code. */
export const productCategoryCode = cafeCode;

export const productCategoryLabel = z
  .object({ id, code: productCategoryCode, name: z.string() })
  .meta({ id: 'ProductCategoryLabel' });

/** One node of the tree; `productCount` counts the products of the whole subtree that visitors see. */
export const productCategory = z
  .object({
    id,
    code: productCategoryCode,
    parentId: id.nullable(),
    name: z.string(),
    productCount: z.int(),
  })
  .meta({ id: 'ProductCategory' });

/** All visible categories, parents before children, siblings in their order. */
export const productCategoryTree = z.object({ items: z.array(productCategory) }).meta({ id: 'ProductCategoryTree' });

/** `isDisabled` hides the whole subtree. The ETag of a single one is what `If-Match` must carry in an edit. */
export const managedProductCategory = productCategory
  .extend({ isDisabled: z.boolean(), createdAt: instant, updatedAt: instant })
  .meta({ id: 'ManagedProductCategory' });
export const managedProductCategoryTree = z
  .object({ items: z.array(managedProductCategory) })
  .meta({ id: 'ManagedProductCategoryTree' });

const name = line(1, 60);
/** The place among its siblings, from 0; one beyond the last is the last. */
const position = z.int().min(0).max(10_000);

/** Without a `position` it becomes the last of its siblings. */
export const createProductCategoryRequest = z
  .strictObject({
    code: productCategoryCode,
    name,
    parentId: id.nullable().default(null),
    position: position.optional(),
  })
  .meta({ id: 'CreateProductCategoryRequest' });

/** `parentId` moves the node with its whole subtree, null makes it a root; `position` alone moves it among its siblings. */
export const updateProductCategoryRequest = z
  .strictObject({
    name: name.optional(),
    parentId: id.nullable().optional(),
    position: position.optional(),
    isDisabled: z.boolean().optional(),
  })
  .refine((value) => Object.values(value).some((field) => field !== undefined), 'name something to change')
  .meta({ id: 'UpdateProductCategoryRequest' });

export type ProductCategoryLabel = z.infer<typeof productCategoryLabel>;
export type ProductCategory = z.infer<typeof productCategory>;
export type ProductCategoryTree = z.infer<typeof productCategoryTree>;
export type ManagedProductCategory = z.infer<typeof managedProductCategory>;
export type ManagedProductCategoryTree = z.infer<typeof managedProductCategoryTree>;
export type CreateProductCategoryRequest = z.infer<typeof createProductCategoryRequest>;
export type UpdateProductCategoryRequest = z.infer<typeof updateProductCategoryRequest>;
