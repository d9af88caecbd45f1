import type { Server } from 'node:http';
import { Inject, Injectable } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { Showcase, ShowcaseQuery } from '@virtualcafe/contracts';
import type { Actor } from '../../access/actor.js';
import { AppError } from '../../platform/errors/app-error.js';
import { httpConfig, type HttpConfig } from '../../platform/http/http.config.js';
import { publicOriginOf } from '../../platform/http/public-origin.js';
import { managedScopeOf } from '../cafes/cafe.rules.js';
import { presentCafeLabel, presentShowcaseProduct } from './product.presenter.js';
import { ProductReadsRepository } from './product-reads.repository.js';

/** A café's products for outside worlds, which show them in their own way. */
@Injectable()
export class ShowcaseService {
  constructor(
    private readonly products: ProductReadsRepository,
    private readonly adapterHost: HttpAdapterHost,
    @Inject(httpConfig.token) private readonly config: HttpConfig,
  ) {}

  /** @throws AppError `cafe.not-found` also for a café that visitors do not see or that is none of the caller's. */
  async read(actor: Actor, cafeCode: string, { page, pageSize }: ShowcaseQuery): Promise<Showcase> {
    const cafe = await this.products.findShownCafe(managedScopeOf(actor), cafeCode);
    if (cafe === null) throw new AppError('cafe.not-found');
    const query = { search: null, cafe: cafeCode, category: null, sort: 'signature', page, pageSize } as const;
    const { items, total } = await this.products.findShowcase(query);
    const origin = publicOriginOf(this.config, this.adapterHost.httpAdapter.getHttpServer() as Server);
    return {
      cafe: presentCafeLabel(cafe),
      items: items.map((product) => presentShowcaseProduct(product, origin)),
      page,
      pageSize,
      total,
    };
  }
}
