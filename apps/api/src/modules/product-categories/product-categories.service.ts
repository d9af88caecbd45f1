import { Inject, Injectable } from '@nestjs/common';
import type {
  CreateProductCategoryRequest,
  ManagedProductCategory,
  ManagedProductCategoryTree,
  ProductCategoryTree,
  UpdateProductCategoryRequest,
} from '@virtualcafe/contracts';
import type { Actor } from '../../access/actor.js';
import { RESPONSE_CACHE, type ResponseCache } from '../../platform/cache/response-cache.js';
import { Clock } from '../../platform/clock/clock.js';
import { AdvisoryLock } from '../../platform/database/advisory-lock.js';
import { Database } from '../../platform/database/database.js';
import { refusingDuplicates } from '../../platform/database/database-errors.js';
import { AppError, fieldRefused } from '../../platform/errors/app-error.js';
import { laterVersion } from '../../platform/http/if-match.js';
import { PublicCafesService } from '../cafes/public-cafes.service.js';
import { productCategoryTag, productCategoryTreeTag } from '../products/product-cache-tags.js';
import { changesBetween } from '../transaction-log/changes-between.js';
import { TransactionLogService } from '../transaction-log/transaction-log.service.js';
import { ProductCategoriesRepository } from './product-categories.repository.js';
import { presentCategory, presentManagedCategory } from './product-category.presenter.js';
import { applyCategoryEdit, arrangeCategories, type CategoryFields, withPlaced } from './product-category.rules.js';
import { productCategoryTreeLock } from './product-category-tree-lock.js';

@Injectable()
export class ProductCategoriesService {
  constructor(
    private readonly categories: ProductCategoriesRepository,
    private readonly cafes: PublicCafesService,
    private readonly database: Database,
    private readonly locks: AdvisoryLock,
    private readonly transactionLog: TransactionLogService,
    private readonly clock: Clock,
    @Inject(RESPONSE_CACHE) private readonly cache: ResponseCache,
  ) {}

  async list(): Promise<ProductCategoryTree> {
    const categories = arrangeCategories(await this.categories.findTree());
    return { items: categories.filter(({ isHidden }) => !isHidden).map(presentCategory) };
  }

  /**
   * The categories in which a café shows products, and those above them.
   * @throws AppError `cafe.not-found`.
   */
  async listOfCafe(cafeCode: string): Promise<ProductCategoryTree> {
    const cafeId = await this.cafes.findId(cafeCode);
    const categories = arrangeCategories(await this.categories.findTree(cafeId));
    return { items: categories.filter(({ productCount }) => productCount > 0).map(presentCategory) };
  }

  async listManaged(): Promise<ManagedProductCategoryTree> {
    return { items: arrangeCategories(await this.categories.findTree()).map(presentManagedCategory) };
  }

  /** @throws AppError `product-category.not-found`. */
  async read(code: string): Promise<ManagedProductCategory> {
    const category = await this.categories.findPlaced(code);
    if (category === null) throw new AppError('product-category.not-found');
    return presentManagedCategory(category);
  }

  async create(
    actor: Actor,
    { code, name, parentId, position }: CreateProductCategoryRequest,
  ): Promise<ManagedProductCategory> {
    return this.changeTree(async () => {
      if (parentId !== null && !(await this.categories.exists(parentId))) throw noSuchParent();
      const siblings = await this.categories.findChildIds(parentId);
      const place = Math.min(position ?? siblings.length, siblings.length);
      const fields: CategoryFields = { name, parentId, position: place, isDisabled: false };
      const id = await this.categories.insert(code, fields, this.clock.now());
      await this.categories.order(withPlaced(siblings, id, place));
      await this.transactionLog.record(actor, {
        action: 'product-category.create',
        resourceType: 'product-category',
        resourceId: id,
        after: { code, ...fields },
      });
      return this.read(code);
    });
  }

  /**
   * A new parent moves the whole subtree; a disabled category hides it.
   * @throws AppError `resource.stale` when the category is no longer the `version` that was edited.
   */
  async update(
    actor: Actor,
    code: string,
    version: Date,
    request: UpdateProductCategoryRequest,
  ): Promise<ManagedProductCategory> {
    return this.changeTree(async () => {
      const found = await this.categories.find(code);
      if (found === null) throw new AppError('product-category.not-found');
      const { id, updatedAt, name, parentId, isDisabled } = found;
      if (updatedAt.getTime() !== version.getTime()) throw new AppError('resource.stale');
      const siblings = await this.categories.findChildIds(parentId);
      const current: CategoryFields = { name, parentId, isDisabled, position: siblings.indexOf(id) };
      const others = await this.findOthers(id, request.parentId === undefined ? parentId : request.parentId);
      const next = applyCategoryEdit(current, request, others.length);
      const changes = changesBetween(current, next);
      if (changes === null) return this.read(code);
      if (next.parentId !== parentId) await this.assertMayMove(id, next.parentId);
      await this.categories.update(id, next, laterVersion(updatedAt, this.clock.now()));
      if (next.parentId !== parentId) await this.categories.closure.move(id, next.parentId);
      await this.categories.order(withPlaced(others, id, next.position));
      await this.transactionLog.record(actor, {
        action: 'product-category.update',
        resourceType: 'product-category',
        resourceId: id,
        ...changes,
      });
      return this.read(code);
    });
  }

  /** Only what nothing hangs on is deleted; anything else is disabled. */
  async delete(actor: Actor, code: string): Promise<void> {
    await this.changeTree(async () => {
      const found = await this.categories.find(code);
      if (found === null) throw new AppError('product-category.not-found');
      const { id, updatedAt: _, ...before } = found;
      if (!(await this.categories.deleteEmpty(id))) throw new AppError('product-category.not-empty');
      await this.transactionLog.record(actor, {
        action: 'product-category.delete',
        resourceType: 'product-category',
        resourceId: id,
        before,
      });
    });
  }

  /** One writer at a time: what `change` read of the tree still holds when it writes. */
  private async changeTree<Result>(change: () => Promise<Result>): Promise<Result> {
    return this.database.transaction(async () => {
      await this.locks.hold(productCategoryTreeLock);
      const result = await refusingDuplicates('code', takenCode, () => refusingDuplicates('name', takenName, change));
      await this.database.afterCommit(() => this.cache.invalidate([productCategoryTreeTag, productCategoryTag]));
      return result;
    });
  }

  /** Who else stands under `parentId`, in their order. */
  private async findOthers(id: string, parentId: string | null): Promise<string[]> {
    return (await this.categories.findChildIds(parentId)).filter((each) => each !== id);
  }

  private async assertMayMove(id: string, parentId: string | null): Promise<void> {
    if (parentId === null) return;
    if (!(await this.categories.exists(parentId))) throw noSuchParent();
    if (await this.categories.closure.isWithin(parentId, id))
      throw fieldRefused(
        'product-category.move-into-descendant',
        '/parentId',
        'the category is this one or stands below it',
      );
  }
}

const noSuchParent = (): AppError =>
  fieldRefused('product-category.parent-unusable', '/parentId', 'there is no such category');
const takenCode = (): AppError =>
  fieldRefused('product-category.code-taken', '/code', 'another category has this code');
const takenName = (): AppError =>
  fieldRefused('product-category.name-taken', '/name', 'a category beside it has this name');
