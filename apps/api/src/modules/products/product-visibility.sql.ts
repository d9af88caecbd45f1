import { Prisma } from '../../generated/prisma/client.js';
import { isVisible } from '../cafes/cafe-read.sql.js';

// Who sees a product. What is hidden is little and looked up once for a list, as sets; for a single product its own café and path are.

const hiddenCafes = Prisma.sql`
  SELECT hidden."cafeId" FROM "CafeSearch" hidden WHERE hidden."isDisabled"
  UNION ALL SELECT hidden."cafeId" FROM "Region" r JOIN "RegionClosure" path ON path."ancestorId" = r.id
  JOIN "CafeSearch" hidden ON hidden."regionId" = path."descendantId" WHERE r."isDisabled"`;

const hiddenCategories = Prisma.sql`
  SELECT path."descendantId" FROM "ProductCategory" hidden
  JOIN "ProductCategoryClosure" path ON path."ancestorId" = hidden.id WHERE hidden."isDisabled"`;

/** The product of the row `s` of "ProductSearch" is enabled in a café that visitors see. */
export const isInOpenCafe = Prisma.sql`NOT s."isDisabled" AND s."cafeId" NOT IN (${hiddenCafes})`;

/** Visitors see the product of the row `s` of "ProductSearch". */
export const isListed = Prisma.sql`${isInOpenCafe} AND s."categoryId" NOT IN (${hiddenCategories})`;

/** The product of the row `s` stands in the category of this code or in one below it. */
export const isWithinCategory = (code: string): Prisma.Sql => Prisma.sql`s."categoryId" IN (
  SELECT path."descendantId" FROM "ProductCategory" top
  JOIN "ProductCategoryClosure" path ON path."ancestorId" = top.id WHERE top.code = ${code})`;

/** Visitors see the product `p` of the café `c`. */
export const isProductVisible = Prisma.sql`NOT p."isDisabled" AND ${isVisible('c')} AND NOT EXISTS (
  SELECT 1 FROM "ProductCategoryClosure" path JOIN "ProductCategory" above ON above.id = path."ancestorId"
  WHERE path."descendantId" = p."categoryId" AND above."isDisabled")`;
