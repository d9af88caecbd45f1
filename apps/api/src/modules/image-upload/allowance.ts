import { AppError } from '../../platform/errors/app-error.js';

interface Waiter {
  readonly amount: number;
  readonly admit: () => void;
}

export interface WaitingRules {
  /** The longest wait, in milliseconds. */
  readonly maxWaitMs: number;
  /** Aborted when nobody waits for the result any more. */
  readonly abandoned?: AbortSignal | undefined;
}

/** A fixed amount of something scarce, lent out in the order in which it was asked for. */
export class Allowance {
  private readonly waiting: Waiter[] = [];
  private free: number;

  constructor(total: number) {
    this.free = total;
  }

  /**
   * Takes `amount` (at most the total) as soon as it is free.
   * @returns what gives it back.
   * @throws AppError `service.unavailable` after the longest wait, `request.malformed` when the asker is gone.
   */
  async take(amount: number, rules: WaitingRules): Promise<() => void> {
    if (this.waiting.length === 0 && amount <= this.free) this.free -= amount;
    else await this.queue(amount, rules);
    let isLent = true;
    return () => {
      if (isLent) this.giveBack(amount);
      isLent = false;
    };
  }

  private queue(amount: number, { maxWaitMs, abandoned }: WaitingRules): Promise<void> {
    return new Promise((resolve, reject) => {
      const leave = (): void => {
        clearTimeout(timer);
        abandoned?.removeEventListener('abort', onAbort);
      };
      const waiter: Waiter = {
        amount,
        admit: () => {
          leave();
          resolve();
        },
      };
      const giveUp = (error: AppError): void => {
        leave();
        this.waiting.splice(this.waiting.indexOf(waiter), 1);
        reject(error);
        this.admitWaiting();
      };
      const onAbort = () => giveUp(new AppError('request.malformed', { detail: 'The request was cut off' }));
      const timer = setTimeout(
        () => giveUp(new AppError('service.unavailable', { detail: 'Too many images at once', retryAfterSeconds: 10 })),
        maxWaitMs,
      );
      this.waiting.push(waiter);
      if (abandoned?.aborted === true) onAbort();
      else abandoned?.addEventListener('abort', onAbort);
    });
  }

  private giveBack(amount: number): void {
    this.free += amount;
    this.admitWaiting();
  }

  private admitWaiting(): void {
    for (let next = this.waiting[0]; next !== undefined && next.amount <= this.free; next = this.waiting[0]) {
      this.waiting.shift();
      this.free -= next.amount;
      next.admit();
    }
  }
}
