import { Injectable } from '@nestjs/common';
import type { CafeFigures, CafeFiguresQuery } from '@virtualcafe/contracts';
import type { Actor } from '../../access/actor.js';
import { addDays, Clock, kstDayOf } from '../../platform/clock/clock.js';
import { AppError } from '../../platform/errors/app-error.js';
import { managedScopeOf } from '../cafes/cafe.rules.js';
import { CafeFiguresRepository } from './cafe-figures.repository.js';
import { presentFigures } from './cafe-figures.presenter.js';

/** How a café is doing, for its keepers. */
@Injectable()
export class CafeFiguresService {
  constructor(
    private readonly figures: CafeFiguresRepository,
    private readonly clock: Clock,
  ) {}

  /** @throws AppError `cafe.not-found` also for a café that the actor may not manage. */
  async read(actor: Actor, code: string, { days }: CafeFiguresQuery): Promise<CafeFigures> {
    const now = this.clock.now();
    const span = { from: kstDayOf(addDays(now, 1 - days)), to: kstDayOf(now) };
    const figures = await this.figures.find(managedScopeOf(actor), code, span);
    if (figures === null) throw new AppError('cafe.not-found');
    return presentFigures(span, figures);
  }
}
