import { Prisma } from '../../generated/prisma/client.js';
import { imageJson } from '../cafes/cafe-read.sql.js';
import { isProductVisible } from './product-visibility.sql.js';

// Fragments of the read queries: `p` is the product, `c` its café, `k` its category; the JSON they make is typed in `product-records.ts`.

/** What the fragments are made of, beside the product itself. */
export const joinFacts = Prisma.sql`
  JOIN "CafeInfo" c ON c.id = p."cafeId" JOIN "ProductCategory" k ON k.id = p."categoryId"`;

const thumbnailJson = Prisma.sql`(
  SELECT ${imageJson} FROM "ProductImage" placed JOIN "Image" i ON i.id = placed."imageId"
  WHERE placed."productId" = p.id AND NOT i."isDisabled"
  ORDER BY placed."isThumbnail" DESC, placed.priority LIMIT 1)`;

const imagesJson = Prisma.sql`(
  SELECT coalesce(json_agg(${imageJson} ORDER BY placed.priority), '[]')
  FROM "ProductImage" placed JOIN "Image" i ON i.id = placed."imageId"
  WHERE placed."productId" = p.id AND NOT i."isDisabled")`;

const linksJson = Prisma.sql`(
  SELECT coalesce(json_agg(json_build_object('label', link.label, 'url', link.url) ORDER BY link.priority), '[]')
  FROM "ProductLink" link WHERE link."productId" = p.id)`;

const categoryPathJson = Prisma.sql`(
  SELECT json_agg(json_build_object('id', above.id, 'code', above.code, 'name', above.name) ORDER BY path."depth" DESC)
  FROM "ProductCategoryClosure" path JOIN "ProductCategory" above ON above.id = path."ancestorId"
  WHERE path."descendantId" = p."categoryId")`;

const facts = Prisma.sql`
  'id', p.id, 'code', p.code, 'name', p.name, 'price', p.price, 'originalPrice', p."originalPrice",
  'stockQuantity', p."stockQuantity", 'isAvailable', p."isAvailable", 'isSignature', p."isSignature",
  'cafe', json_build_object('id', c.id, 'code', c.code, 'name', c.name),
  'category', json_build_object('id', k.id, 'code', k.code, 'name', k.name), 'thumbnail', ${thumbnailJson}`;

const pageFacts = Prisma.sql`
  'description', p.description, 'minOrderQuantity', p."minOrderQuantity", 'categoryPath', ${categoryPathJson},
  'images', ${imagesJson}, 'links', ${linksJson}`;

const keepersFacts = Prisma.sql`
  'isDisabled', p."isDisabled", 'isListed', ${isProductVisible},
  'wishCount', (SELECT count(*)::integer FROM "WishlistProduct" wish WHERE wish."productId" = p.id),
  'createdAt', p."createdAt", 'updatedAt', p."updatedAt"`;

/** `ProductSummaryRecord`. */
export const summaryJson = Prisma.sql`json_build_object(${facts})`;

/** `ManagedSummaryRecord`. */
export const managedSummaryJson = Prisma.sql`json_build_object(${facts}, ${keepersFacts})`;

/** `ProductPageRecord`. */
export const pageJson = Prisma.sql`json_build_object(${facts}, ${pageFacts}, 'updatedAt', p."updatedAt")`;

/** `ManagedPageRecord`. */
export const managedPageJson = Prisma.sql`json_build_object(${facts}, ${pageFacts}, ${keepersFacts})`;
