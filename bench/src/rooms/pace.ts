import { monotonicMs } from './clock.js';
import { LatencyHistogram } from './latency-histogram.js';

/** 20 a second. */
export const periodMs = 50;
/** So far behind, the generator leaves periods out: it is the one that cannot go on. */
const mostBehindMs = 4 * periodMs;

export interface Sender {
  /** When in the period it sends, 0 to 1. */
  readonly phase: number;
  send(): void;
}

/** Lets each sender send once in each period, at its phase of the machine's clock, so that processes keep together. */
export class Pace {
  /** How late movements were sent. */
  readonly lateness = new LatencyHistogram();
  /** Periods left out because of being too far behind. */
  leftOut = 0;
  private senders: readonly Sender[] = [];
  private next = 0;
  private periodBeganMs = 0;
  private timer: NodeJS.Timeout | undefined;

  start(senders: readonly Sender[]): void {
    this.stop();
    if (senders.length === 0) return;
    this.senders = senders.toSorted((one, other) => one.phase - other.phase);
    this.next = 0;
    this.periodBeganMs = Math.ceil(monotonicMs() / periodMs) * periodMs;
    this.run();
  }

  stop(): void {
    clearTimeout(this.timer);
  }

  private run(): void {
    for (;;) {
      const sender = this.senders[this.next];
      if (sender === undefined) {
        this.beginPeriod();
        continue;
      }
      const waitMs = this.periodBeganMs + sender.phase * periodMs - monotonicMs();
      if (waitMs > 0) {
        this.timer = setTimeout(() => this.run(), Math.floor(waitMs));
        return;
      }
      this.lateness.add(Math.round(-waitMs * 4));
      sender.send();
      this.next += 1;
    }
  }

  private beginPeriod(): void {
    this.next = 0;
    this.periodBeganMs += periodMs;
    while (monotonicMs() - this.periodBeganMs > mostBehindMs) {
      this.periodBeganMs += periodMs;
      this.leftOut += 1;
    }
  }
}
