import { Inject, Injectable, type OnModuleDestroy } from '@nestjs/common';
import type { Logger } from 'pino';
import { LOGGER } from '../../platform/logging/logging.module.js';
import { paceFor, ProcessLoad } from './room-pace.js';
import type { Room } from './room.js';

const slowestMs = 50;
const measureEveryMs = 500;

/** A room's next tick. */
interface Pulse {
  /** When it is due, in milliseconds of `performance.now`. */
  readonly dueMs: number;
  /** From when on it is late, in milliseconds since 1970: the clock that is at hand for whatever comes in. */
  readonly lateAtMs: number;
  readonly timer: NodeJS.Timeout;
}

/** Ticks the rooms, each at a phase of its own, as fast as the process affords. */
@Injectable()
export class RoomTicker implements OnModuleDestroy {
  /** Milliseconds from tick to tick. */
  tickMs = slowestMs;
  /** Since the process began: all, those that came more than a tick late, those that threw. */
  ticks = 0;
  lateTicks = 0;
  failedTicks = 0;
  private readonly pulses = new Map<Room, Pulse>();
  private readonly load = new ProcessLoad();
  private readonly watch = setInterval(() => this.adapt(), measureEveryMs).unref();

  constructor(@Inject(LOGGER) private readonly logger: Logger) {}

  start(room: Room): void {
    if (this.pulses.has(room)) return;
    this.schedule(room, performance.now() + Math.random() * this.tickMs);
  }

  stop(room: Room): void {
    clearTimeout(this.pulses.get(room)?.timer);
    this.pulses.delete(room);
  }

  /**
   * Ticks at once if that is overdue; for those to call who take what comes in. With more than a thousand connections that always have
   * something to read, Node reads tens of thousands of messages before it looks at a timer (libuv's poll phase: 48 × 1,024 events).
   */
  catchUp(room: Room, nowMs: number): void {
    const pulse = this.pulses.get(room);
    if (pulse === undefined || nowMs < pulse.lateAtMs) return;
    clearTimeout(pulse.timer);
    this.run(room, pulse.dueMs);
  }

  onModuleDestroy(): void {
    clearInterval(this.watch);
    for (const { timer } of this.pulses.values()) clearTimeout(timer);
    this.pulses.clear();
  }

  private schedule(room: Room, dueMs: number): void {
    const inMs = Math.max(0, dueMs - performance.now());
    const timer = setTimeout(() => this.run(room, dueMs), inMs);
    this.pulses.set(room, { dueMs, lateAtMs: Date.now() + inMs + this.tickMs, timer });
  }

  private run(room: Room, dueMs: number): void {
    this.ticks += 1;
    if (performance.now() - dueMs > this.tickMs) this.lateTicks += 1;
    try {
      room.tick(Date.now());
    } catch (error) {
      this.failedTicks += 1;
      // A fault in one room must not end the process, and with it all others.
      this.logger.error({ err: error }, 'A tick of a room failed');
    }
    if (!this.pulses.has(room)) return;
    // From when it was due, so that the pace is kept; but one that was late is not followed by the next at once: a process that is behind
    // would make up for nothing, and be farther behind.
    this.schedule(room, Math.max(performance.now() + this.tickMs / 2, dueMs + this.tickMs));
  }

  private adapt(): void {
    const tickMs = paceFor(this.load.measure(), this.tickMs);
    if (tickMs === this.tickMs) return;
    this.tickMs = tickMs;
    for (const room of this.pulses.keys()) room.broadcast('tick', { tickMs });
  }
}
