import { Injectable } from '@nestjs/common';
import type { ProductLinkInput } from '@virtualcafe/contracts';
import { Prisma } from '../../generated/prisma/client.js';
import { Database } from '../../platform/database/database.js';
import type { SearchText } from '../../platform/search/search-text.js';
import { isInScope } from '../cafes/cafe-read.sql.js';
import type { CafeScope } from '../cafes/cafe.rules.js';
import { selectAttachable } from '../image-upload/attachable-images.sql.js';
import type { PlacedImages, ProductFields } from './product.rules.js';

/** A product that the transaction in progress holds. */
export interface LockedProduct {
  readonly id: string;
  readonly code: string;
  readonly isDisabled: boolean;
  readonly updatedAt: Date;
}

const editedColumns = {
  name: true,
  description: true,
  categoryId: true,
  price: true,
  originalPrice: true,
  stockQuantity: true,
  minOrderQuantity: true,
  isAvailable: true,
  isSignature: true,
  isDisabled: true,
} as const satisfies Record<keyof Omit<ProductFields, 'links'>, true>;

/** The product itself, its search text, links and images included. */
@Injectable()
export class ProductsRepository {
  constructor(private readonly database: Database) {}

  /** Whether the café exists in `scope`; its owners do not change before the end of the transaction. */
  async holdCafe(scope: CafeScope, cafeId: string): Promise<boolean> {
    const cafes = await this.database.client.$queryRaw<unknown[]>`
      SELECT c.id FROM "CafeInfo" c WHERE c.id = ${cafeId}::uuid AND ${isInScope(scope, 'c.id')} FOR SHARE OF c`;
    return cafes.length > 0;
  }

  /** Whether visitors see the category; it is not deleted before the end of the transaction. */
  async holdCategory(id: string): Promise<boolean> {
    const categories = await this.database.client.$queryRaw<unknown[]>`
      SELECT k.id FROM "ProductCategory" k WHERE k.id = ${id}::uuid AND NOT EXISTS (
        SELECT 1 FROM "ProductCategoryClosure" path JOIN "ProductCategory" above ON above.id = path."ancestorId"
        WHERE path."descendantId" = k.id AND above."isDisabled"
      ) FOR KEY SHARE OF k`;
    return categories.length > 0;
  }

  async insert(
    code: string,
    cafeId: string,
    { links, ...columns }: ProductFields,
    text: SearchText,
    createdAt: Date,
  ): Promise<string> {
    const { id } = await this.database.client.product.create({
      data: { ...columns, code, cafeId, createdAt, updatedAt: createdAt, links: { create: placed(links) } },
      select: { id: true },
    });
    // The database itself copies the columns that searches filter by.
    await this.database.client.$executeRaw`
      INSERT INTO "ProductSearch" ("productId", jamo, choseong) VALUES (${id}::uuid, ${text.jamo}, ${text.choseong})`;
    return id;
  }

  /** Holds a product of a café in `scope` to the end of the transaction: whatever makes it another one is written by one at a time. */
  async lock(scope: CafeScope, code: string): Promise<LockedProduct | null> {
    const [product] = await this.database.client.$queryRaw<LockedProduct[]>`
      SELECT p.id, p.code, p."isDisabled", p."updatedAt" FROM "Product" p
      WHERE p.code = ${code} AND ${isInScope(scope, 'p."cafeId"')} FOR NO KEY UPDATE`;
    return product ?? null;
  }

  /** Holds those of these products that exist, in an order of their own, so that two who hold many never wait for each other. */
  lockAll(ids: readonly string[]): Promise<LockedProduct[]> {
    return this.database.client.$queryRaw<LockedProduct[]>`
      SELECT p.id, p.code, p."isDisabled", p."updatedAt" FROM "Product" p
      WHERE p.id = ANY(${ids}::uuid[]) ORDER BY p.id FOR NO KEY UPDATE`;
  }

  async findFields(id: string): Promise<ProductFields> {
    return this.database.client.product.findUniqueOrThrow({
      where: { id },
      select: { ...editedColumns, links: { select: { label: true, url: true }, orderBy: { priority: 'asc' } } },
    });
  }

  /** The links are replaced apart. */
  async update(id: string, fields: Omit<ProductFields, 'links'>, text: SearchText): Promise<void> {
    const data = {
      name: fields.name,
      description: fields.description,
      categoryId: fields.categoryId,
      price: fields.price,
      originalPrice: fields.originalPrice,
      stockQuantity: fields.stockQuantity,
      minOrderQuantity: fields.minOrderQuantity,
      isAvailable: fields.isAvailable,
      isSignature: fields.isSignature,
      isDisabled: fields.isDisabled,
    } satisfies Record<keyof typeof editedColumns, unknown>;
    await this.database.client.product.update({ where: { id }, data, select: { id: true } });
    await this.database.client.productSearch.update({
      where: { productId: id },
      data: { jamo: text.jamo, choseong: text.choseong },
      select: { productId: true },
    });
  }

  async replaceLinks(productId: string, links: readonly ProductLinkInput[]): Promise<void> {
    await this.database.client.productLink.deleteMany({ where: { productId } });
    await this.database.client.productLink.createMany({ data: placed(links).map((link) => ({ ...link, productId })) });
  }

  /** Makes the product a later version of itself. */
  async touch(id: string, updatedAt: Date): Promise<void> {
    await this.database.client.product.update({ where: { id }, data: { updatedAt }, select: { id: true } });
  }

  /** Makes each a later version that is disabled or is not. */
  async disable(ids: readonly string[], isDisabled: boolean, now: Date): Promise<void> {
    await this.database.client.$executeRaw`
      UPDATE "Product" SET "isDisabled" = ${isDisabled},
        "updatedAt" = greatest(${now}::timestamptz, "updatedAt" + interval '1 millisecond')
      WHERE id = ANY(${ids}::uuid[])`;
  }

  async findImages(productId: string): Promise<PlacedImages> {
    const images = await this.database.client.productImage.findMany({
      where: { productId },
      orderBy: { priority: 'asc' },
      select: { imageId: true, isThumbnail: true },
    });
    return {
      imageIds: images.map(({ imageId }) => imageId),
      thumbnailId: images.find(({ isThumbnail }) => isThumbnail)?.imageId ?? null,
    };
  }

  async replaceImages(productId: string, { imageIds, thumbnailId }: PlacedImages): Promise<void> {
    await this.database.client.productImage.deleteMany({ where: { productId } });
    await this.database.client.productImage.createMany({
      data: imageIds.map((imageId, priority) => ({
        productId,
        imageId,
        priority,
        isThumbnail: imageId === thumbnailId,
      })),
    });
  }

  /**
   * Those of `imageIds` that may be attached to the product: enabled, and uploaded by `uploaderId` (null: by anybody) or attached to it
   * already. They stay so to the end of the transaction.
   */
  async findAttachable(
    productId: string,
    imageIds: readonly string[],
    uploaderId: string | null,
  ): Promise<ReadonlySet<string>> {
    const isInUse = Prisma.sql`EXISTS (
      SELECT FROM "ProductImage" placed WHERE placed."productId" = ${productId}::uuid AND placed."imageId" = i.id)`;
    const images = await this.database.client.$queryRaw<{ id: string }[]>(
      selectAttachable(imageIds, uploaderId, isInUse),
    );
    return new Set(images.map(({ id }) => id));
  }
}

const placed = (links: readonly ProductLinkInput[]) => links.map((link, priority) => ({ ...link, priority }));
