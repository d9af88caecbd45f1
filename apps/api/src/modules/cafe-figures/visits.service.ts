import { type BeforeApplicationShutdown, Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import type { Logger } from 'pino';
import { Clock, kstDayOf } from '../../platform/clock/clock.js';
import { LOGGER } from '../../platform/logging/logging.module.js';
import { CafeFiguresRepository } from './cafe-figures.repository.js';
import { type VisitCount, VisitTally } from './visit-tally.js';

const writeEveryMs = 10_000;

/**
 * Counts visits of cafés' pages and rooms: in memory, and every ten seconds into a row for each café and day. Nothing is kept of whoever
 * came. A process that is killed loses what it has counted since it last wrote.
 */
@Injectable()
export class VisitsService implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly tally = new VisitTally();
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly figures: CafeFiguresRepository,
    private readonly clock: Clock,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => void this.write(), writeEveryMs).unref();
  }

  /** Whether there is such a café is seen when the counts are written: asking for every visit would cost more than the visit. */
  countPage(cafeCode: string): void {
    this.tally.add('page', this.today(), cafeCode);
  }

  countRoom(viewerCode: string): void {
    this.tally.add('room', this.today(), viewerCode);
  }

  /** Writes what was counted; what cannot be written now is kept for the next time. */
  async write(): Promise<void> {
    const counts = this.tally.take();
    if (counts.length === 0) return;
    try {
      await this.figures.addVisits(counts);
    } catch (error) {
      this.logger.warn({ err: error }, 'Could not write the visits of cafés; trying again');
      this.putBack(counts);
    }
  }

  async beforeApplicationShutdown(): Promise<void> {
    clearInterval(this.timer);
    await this.write();
  }

  private today(): string {
    return kstDayOf(this.clock.now());
  }

  private putBack(counts: readonly VisitCount[]): void {
    for (const { kind, day, code, count } of counts) this.tally.add(kind, day, code, count);
  }
}
