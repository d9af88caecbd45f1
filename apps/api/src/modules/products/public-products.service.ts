import { Injectable } from '@nestjs/common';
import type { Product, ProductListQuery, ProductPage } from '@virtualcafe/contracts';
import { AppError } from '../../platform/errors/app-error.js';
import { searchAsTyped } from '../../platform/search/search-as-typed.js';
import { presentProduct, presentProductSummary } from './product.presenter.js';
import { ProductReadsRepository } from './product-reads.repository.js';

/** Products as visitors see them. */
@Injectable()
export class PublicProductsService {
  constructor(private readonly products: ProductReadsRepository) {}

  async list({ q, cafe, category, sort, page, pageSize }: ProductListQuery): Promise<ProductPage> {
    const { items, total } = await searchAsTyped(q, (search) =>
      this.products.findVisible({ search, cafe: cafe ?? null, category: category ?? null, sort, page, pageSize }),
    );
    return { items: items.map(presentProductSummary), page, pageSize, total };
  }

  /** @throws AppError `product.not-found`. */
  async read(code: string): Promise<Product> {
    const product = await this.products.findVisiblePage(code);
    if (product === null) throw new AppError('product.not-found');
    return presentProduct(product);
  }
}
