import { Injectable } from '@nestjs/common';
import type { Cafe, CafeListQuery, CafePage } from '@virtualcafe/contracts';
import { AppError } from '../../platform/errors/app-error.js';
import { searchAsTyped } from '../../platform/search/search-as-typed.js';
import { presentCafe, presentSummary } from './cafe.presenter.js';
import { type CafeAddress, CafeReadsRepository } from './cafe-reads.repository.js';

/** Cafés as visitors see them. */
@Injectable()
export class PublicCafesService {
  constructor(private readonly cafes: CafeReadsRepository) {}

  /** Found cafés come best match first, all others newest first, unless the query says otherwise. */
  async list({ q, regionId, sort = 'relevance', page, pageSize }: CafeListQuery): Promise<CafePage> {
    const { items, total } = await searchAsTyped(q, (search) =>
      this.cafes.findVisible({ search, regionId: regionId ?? null, sort, page, pageSize }),
    );
    return { items: items.map(presentSummary), page, pageSize, total };
  }

  async read(code: string): Promise<Cafe> {
    const cafe = await this.cafes.findVisiblePage(code);
    if (cafe === null) throw new AppError('cafe.not-found');
    return presentCafe(cafe);
  }

  /**
   * The id of a café that visitors see.
   * @throws AppError `cafe.not-found`.
   */
  async findId(code: string): Promise<string> {
    const id = await this.cafes.findVisibleId(code);
    if (id === null) throw new AppError('cafe.not-found');
    return id;
  }

  /** Where the pages of visible cafés are and when they last changed, up to `limit` of them, the latest change first. */
  addresses(limit: number): Promise<CafeAddress[]> {
    return this.cafes.findVisibleAddresses(limit);
  }
}
