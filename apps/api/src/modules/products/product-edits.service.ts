import { Inject, Injectable } from '@nestjs/common';
import type { ManagedProduct } from '@virtualcafe/contracts';
import type { Actor } from '../../access/actor.js';
import { RESPONSE_CACHE, type ResponseCache } from '../../platform/cache/response-cache.js';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { AppError } from '../../platform/errors/app-error.js';
import { laterVersion } from '../../platform/http/if-match.js';
import { managedScopeOf } from '../cafes/cafe.rules.js';
import { TransactionLogService } from '../transaction-log/transaction-log.service.js';
import { productCategoryTreeTag, productListTag, productPageTag } from './product-cache-tags.js';
import { presentManagedProduct } from './product.presenter.js';
import { ProductReadsRepository } from './product-reads.repository.js';
import { type LockedProduct, ProductsRepository } from './products.repository.js';

/** What an edit did, for the log. */
export interface ProductChange {
  readonly before: Record<string, unknown>;
  readonly after: Record<string, unknown>;
}

/** What all edits of a product have in common. */
@Injectable()
export class ProductEditsService {
  constructor(
    private readonly products: ProductsRepository,
    private readonly reads: ProductReadsRepository,
    private readonly database: Database,
    private readonly transactionLog: TransactionLogService,
    private readonly clock: Clock,
    @Inject(RESPONSE_CACHE) private readonly cache: ResponseCache,
  ) {}

  /**
   * Runs `change` on a product that the actor may manage, alone, and makes it a later version; `null` says that nothing changed.
   * @throws AppError `product.not-found`.
   */
  async edit(
    actor: Actor,
    code: string,
    action: string,
    change: (product: LockedProduct) => Promise<ProductChange | null>,
  ): Promise<ManagedProduct> {
    return this.database.transaction(async () => {
      const product = await this.products.lock(managedScopeOf(actor), code);
      if (product === null) throw new AppError('product.not-found');
      const changes = await change(product);
      if (changes !== null) {
        await this.products.touch(product.id, laterVersion(product.updatedAt, this.clock.now()));
        await this.transactionLog.record(actor, {
          action,
          resourceType: 'product',
          resourceId: product.id,
          ...changes,
        });
        await this.forget([code], { isCountedAnew: 'isDisabled' in changes.after || 'categoryId' in changes.after });
      }
      return this.read(actor, code);
    });
  }

  /** @throws AppError `product.not-found` also for a product of a café that the actor may not manage. */
  async read(actor: Actor, code: string): Promise<ManagedProduct> {
    const product = await this.reads.findManagedPage(managedScopeOf(actor), code);
    if (product === null) throw new AppError('product.not-found');
    return presentManagedProduct(product);
  }

  /** Drops what is kept of these products, once the transaction has committed. */
  async forget(codes: readonly string[], { isCountedAnew }: { isCountedAnew: boolean }): Promise<void> {
    const counts = isCountedAnew ? [productCategoryTreeTag] : [];
    await this.database.afterCommit(() =>
      this.cache.invalidate([productListTag, ...codes.map(productPageTag), ...counts]),
    );
  }
}
