import { Inject, Injectable, type OnModuleDestroy } from '@nestjs/common';
import type { Logger } from 'pino';
import { LOGGER } from '../../platform/logging/logging.module.js';
import { paceFor, ProcessLoad } from './room-pace.js';
import type { Room } from './room.js';

const slowestMs = 50;
const measureEveryMs = 500;

/** Ticks the rooms, each at a phase of its own, as fast as the process affords. */
@Injectable()
export class RoomTicker implements OnModuleDestroy {
  /** Milliseconds from tick to tick. */
  tickMs = slowestMs;
  private readonly timers = new Map<Room, NodeJS.Timeout>();
  private readonly load = new ProcessLoad();
  private readonly watch = setInterval(() => this.adapt(), measureEveryMs).unref();

  constructor(@Inject(LOGGER) private readonly logger: Logger) {}

  start(room: Room): void {
    if (this.timers.has(room)) return;
    const startedAtMs = performance.now();
    this.schedule(room, startedAtMs + Math.random() * this.tickMs);
  }

  stop(room: Room): void {
    clearTimeout(this.timers.get(room));
    this.timers.delete(room);
  }

  onModuleDestroy(): void {
    clearInterval(this.watch);
    for (const timer of this.timers.values()) clearTimeout(timer);
    this.timers.clear();
  }

  private schedule(room: Room, dueMs: number): void {
    this.timers.set(
      room,
      setTimeout(() => this.run(room, dueMs), Math.max(0, dueMs - performance.now())),
    );
  }

  private run(room: Room, dueMs: number): void {
    try {
      room.tick(Date.now());
    } catch (error) {
      // A fault in one room must not end the process, and with it all others.
      this.logger.error({ err: error }, 'A tick of a room failed');
    }
    if (!this.timers.has(room)) return;
    // From when it was due, so that the pace is kept; from now when that is long past.
    const nowMs = performance.now();
    this.schedule(room, Math.max(nowMs, dueMs + this.tickMs));
  }

  private adapt(): void {
    const tickMs = paceFor(this.load.measure(), this.tickMs);
    if (tickMs === this.tickMs) return;
    this.tickMs = tickMs;
    for (const room of this.timers.keys()) room.broadcast('tick', { tickMs });
  }
}
