import { clockSteps, wireClock } from './clock.js';
import type { Dialect } from './dialects.js';
import { LatencyHistogram } from './latency-histogram.js';
import type { Player } from './player.js';

/** What one observer has seen of the others since the last `begin`. */
export class Observation {
  private readonly lastClock = new Int32Array(clockSteps).fill(-1);
  private readonly seen = new Uint32Array(clockSteps);
  private news = 0;
  private nowClock = 0;

  constructor(
    private readonly player: Player,
    dialect: Dialect,
    private readonly latencies: LatencyHistogram,
  ) {
    const see = (id: number, clock: number): void => this.see(id, clock);
    player.watch = (opcode, payload) => {
      this.nowClock = wireClock();
      dialect.sightings(opcode, payload, see);
    };
  }

  begin(): void {
    this.seen.fill(0);
    this.news = 0;
  }

  /** How many others moved before this observer's eyes, and how many moves that were. */
  get sums(): { others: number; moves: number } {
    return { others: this.seen.reduce((others, count) => others + (count > 0 ? 1 : 0), 0), moves: this.news };
  }

  private see(id: number, clock: number): void {
    if (id === this.player.id) return;
    const last = this.lastClock[id];
    // What was told before is no news: in full frames, and in a crowd.
    if (last === clock) return;
    this.lastClock[id] = clock;
    // Of whom nothing was known before, it is not known when they sent it.
    if (last === -1) return;
    this.seen[id] = (this.seen[id] ?? 0) + 1;
    this.news += 1;
    this.latencies.add(this.nowClock - clock);
  }
}
