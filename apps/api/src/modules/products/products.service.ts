import { Injectable } from '@nestjs/common';
import type {
  BulkUpdateProductsRequest,
  BulkUpdateProductsResult,
  CreateProductRequest,
  ManagedProduct,
  ManagedProductListQuery,
  ManagedProductPage,
  ReplaceProductImagesRequest,
  UpdateProductRequest,
} from '@virtualcafe/contracts';
import type { Actor } from '../../access/actor.js';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { refusingDuplicates } from '../../platform/database/database-errors.js';
import { AppError, fieldRefused } from '../../platform/errors/app-error.js';
import { assertAllAmong } from '../../platform/errors/assert-all-among.js';
import { searchAsTyped } from '../../platform/search/search-as-typed.js';
import { toSearchText } from '../../platform/search/search-text.js';
import { applyEdit, attachableUploaderOf, managedScopeOf } from '../cafes/cafe.rules.js';
import { changesBetween } from '../transaction-log/changes-between.js';
import { TransactionLogService } from '../transaction-log/transaction-log.service.js';
import { ProductEditsService } from './product-edits.service.js';
import { presentManagedSummary } from './product.presenter.js';
import { ProductReadsRepository } from './product-reads.repository.js';
import { assertAmounts, chooseThumbnail, type ProductFields } from './product.rules.js';
import { type LockedProduct, ProductsRepository } from './products.repository.js';

/** Products as their café's keepers list, create and edit them. */
@Injectable()
export class ProductsService {
  constructor(
    private readonly products: ProductsRepository,
    private readonly reads: ProductReadsRepository,
    private readonly edits: ProductEditsService,
    private readonly database: Database,
    private readonly transactionLog: TransactionLogService,
    private readonly clock: Clock,
  ) {}

  async list(actor: Actor, query: ManagedProductListQuery): Promise<ManagedProductPage> {
    const { q, cafe = null, category = null, sort, page, pageSize } = query;
    const scope = managedScopeOf(actor);
    const flags = {
      isDisabled: toFlag(query.isDisabled),
      isAvailable: toFlag(query.isAvailable),
      isSignature: toFlag(query.isSignature),
    };
    const { items, total } = await searchAsTyped(q, (search) =>
      this.reads.findManaged({ scope, search, cafe, category, sort, page, pageSize, ...flags }),
    );
    return { items: items.map(presentManagedSummary), page, pageSize, total };
  }

  read(actor: Actor, code: string): Promise<ManagedProduct> {
    return this.edits.read(actor, code);
  }

  async create(actor: Actor, { code, cafeId, ...request }: CreateProductRequest): Promise<ManagedProduct> {
    const fields: ProductFields = { ...request, isDisabled: false };
    assertAmounts(fields);
    return this.database.transaction(async () => {
      if (!(await this.products.holdCafe(managedScopeOf(actor), cafeId)))
        throw fieldRefused('product.cafe-unusable', '/cafeId', 'the café does not exist or is not yours');
      await this.assertCategoryUsable(fields.categoryId);
      const id = await refusingDuplicates('code', takenCode, () =>
        this.products.insert(code, cafeId, fields, toSearchText([fields.name]), this.clock.now()),
      );
      await this.transactionLog.record(actor, {
        action: 'product.create',
        resourceType: 'product',
        resourceId: id,
        after: { code, cafeId, ...fields },
      });
      await this.edits.forget([code], { isCountedAnew: true });
      return this.edits.read(actor, code);
    });
  }

  /** @throws AppError `resource.stale` when the product is no longer the `version` that was edited. */
  update(actor: Actor, code: string, version: Date, request: UpdateProductRequest): Promise<ManagedProduct> {
    return this.edits.edit(actor, code, 'product.update', async ({ id, updatedAt }) => {
      if (updatedAt.getTime() !== version.getTime()) throw new AppError('resource.stale');
      const current = await this.products.findFields(id);
      const next = applyEdit(current, request);
      assertAmounts(next);
      const changes = changesBetween(current, next);
      if (changes === null) return null;
      // A product stays where a category was disabled since, but none moves there.
      if ('categoryId' in changes.after) await this.assertCategoryUsable(next.categoryId);
      await this.products.update(id, next, toSearchText([next.name]));
      if ('links' in changes.after) await this.products.replaceLinks(id, next.links);
      return changes;
    });
  }

  replaceImages(actor: Actor, code: string, request: ReplaceProductImagesRequest): Promise<ManagedProduct> {
    return this.edits.edit(actor, code, 'product.update-images', async ({ id }) => {
      const given = request.imageIds.map((imageId, place) => ({ id: imageId, pointer: `/imageIds/${place}` }));
      const attachable = await this.products.findAttachable(id, request.imageIds, attachableUploaderOf(actor));
      assertAllAmong(attachable, given, 'product.image-unusable', 'does not exist or is not yours');
      const next = chooseThumbnail(request);
      const changes = changesBetween(await this.products.findImages(id), next);
      if (changes !== null) await this.products.replaceImages(id, next);
      return changes;
    });
  }

  /** Disables or enables many at once: all that exist, or, when the transaction fails, none. */
  async bulkUpdate(actor: Actor, { ids, isDisabled }: BulkUpdateProductsRequest): Promise<BulkUpdateProductsResult> {
    return this.database.transaction(async () => {
      const found = new Map((await this.products.lockAll(ids)).map((product) => [product.id, product]));
      const changed = [...found.values()].filter((product) => product.isDisabled !== isDisabled);
      if (changed.length > 0) await this.disable(actor, changed, isDisabled);
      return { items: ids.map((id) => ({ id, result: resultOf(found.get(id), isDisabled) })) };
    });
  }

  private async disable(actor: Actor, products: readonly LockedProduct[], isDisabled: boolean): Promise<void> {
    await this.products.disable(
      products.map(({ id }) => id),
      isDisabled,
      this.clock.now(),
    );
    await this.transactionLog.recordAll(
      actor,
      products.map(({ id }) => ({
        action: 'product.bulk-update',
        resourceType: 'product',
        resourceId: id,
        before: { isDisabled: !isDisabled },
        after: { isDisabled },
      })),
    );
    await this.edits.forget(
      products.map(({ code }) => code),
      { isCountedAnew: true },
    );
  }

  private async assertCategoryUsable(categoryId: string): Promise<void> {
    if (!(await this.products.holdCategory(categoryId)))
      throw fieldRefused('product.category-unusable', '/categoryId', 'the category does not exist or is disabled');
  }
}

type BulkResult = BulkUpdateProductsResult['items'][number]['result'];

function resultOf(product: LockedProduct | undefined, isDisabled: boolean): BulkResult {
  if (product === undefined) return 'not-found';
  return product.isDisabled === isDisabled ? 'unchanged' : 'changed';
}

/** The query's word for a flag; null when it does not ask. */
const toFlag = (word: 'true' | 'false' | undefined): boolean | null => (word === undefined ? null : word === 'true');

const takenCode = (): AppError => fieldRefused('product.code-taken', '/code', 'another product has this code');
