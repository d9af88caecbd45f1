import { AppError } from '../errors/app-error.js';

export interface WorkLimits {
  /** How many may work at the same time. */
  readonly atOnce: number;
  /** How many may wait for their turn; who comes after them is sent away. */
  readonly waiting: number;
  /** When those sent away may try again. */
  readonly retryAfterSeconds: number;
}

/** Lets only so many pieces of costly work run at once, first come first served, with a queue of bounded length. */
export class WorkLimit {
  private running = 0;
  private readonly queue: (() => void)[] = [];

  constructor(private readonly limits: WorkLimits) {}

  /** @throws AppError `service.unavailable` when the queue is full, before `work` is begun. */
  async run<T>(work: () => Promise<T>): Promise<T> {
    await this.enter();
    try {
      return await work();
    } finally {
      this.leave();
    }
  }

  private async enter(): Promise<void> {
    if (this.running < this.limits.atOnce) {
      this.running += 1;
      return;
    }
    if (this.queue.length >= this.limits.waiting)
      throw new AppError('service.unavailable', { retryAfterSeconds: this.limits.retryAfterSeconds });
    await new Promise<void>((resolve) => this.queue.push(resolve));
  }

  // The place goes to the next in line without being free in between, so that nobody overtakes.
  private leave(): void {
    const next = this.queue.shift();
    if (next === undefined) this.running -= 1;
    else next();
  }
}
