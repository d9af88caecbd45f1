import type { Redis } from 'ioredis';
import { AppError } from '../../platform/errors/app-error.js';

/** The injection token of `UsedTickets`. */
export const USED_TICKETS = Symbol('used tickets');

/** Remembers which tickets were used, for as long as they would be good. */
export interface UsedTickets {
  /** Uses a ticket; false when it was used before. */
  use(id: string, goodForMs: number): Promise<boolean>;
}

/** For one process. */
export class MemoryUsedTickets implements UsedTickets {
  private readonly usedUntilMs = new Map<string, number>();

  constructor(private readonly nowMs: () => number = Date.now) {}

  use(id: string, goodForMs: number): Promise<boolean> {
    const nowMs = this.nowMs();
    // Kept in the order of use, which is that of their ends.
    for (const [other, untilMs] of this.usedUntilMs) {
      if (untilMs > nowMs) break;
      this.usedUntilMs.delete(other);
    }
    if (this.usedUntilMs.has(id)) return Promise.resolve(false);
    this.usedUntilMs.set(id, nowMs + goodForMs);
    return Promise.resolve(true);
  }
}

/** For all processes that share this Redis. While it is away nobody new comes in. */
export class RedisUsedTickets implements UsedTickets {
  constructor(private readonly redis: Redis) {}

  /** @throws AppError `service.unavailable`. */
  async use(id: string, goodForMs: number): Promise<boolean> {
    try {
      return (await this.redis.set(`room-ticket:${id}`, '1', 'PX', goodForMs, 'NX')) === 'OK';
    } catch (error) {
      throw new AppError('service.unavailable', { cause: error });
    }
  }
}
