import { setTimeout as delay } from 'node:timers/promises';
import type { DialectName } from './dialects.js';
import { LatencyHistogram } from './latency-histogram.js';
import { PlayerHost } from './player-host.js';
import type { Measured } from './player-process.js';
import type { JoinTimes, PlayerOrder } from './player.js';

/** Who is where, and how many of them are watched through. */
export interface CrowdPlan {
  readonly perRoom: number;
  /** Every so many-th player is an observer. */
  readonly observeEvery: number;
  /** People walk within a square of this side around the spawn point. */
  readonly areaMetres: number;
  /** The name of room `number`, from 0. */
  roomName(number: number): string;
}

/** `aligned`: the people of a room send at the same moment, the rooms at theirs. `random`: everybody at their own. */
export type Phases = 'aligned' | 'random';

/** What players saw and the generator needed in a window of time. */
export interface CrowdFigures {
  readonly p50Ms: number;
  readonly p99Ms: number;
  /** Received by each player, everything counted. */
  readonly kilobytesPerSecond: number;
  /** Of all moves of others, the share that observers were told; two within one tick are told as one. */
  readonly seenShare: number;
  /** The fewest others that an observer saw moving, and how many there are. */
  readonly fewestSeen: number;
  readonly othersInRoom: number;
  readonly movesPerSecond: number;
  /** Movements that the server did not take as they were sent, and warnings for sending too much: neither should be. */
  readonly refused: number;
  /** How late movements left the generator, and its share of its core. */
  readonly latenessP99Ms: number;
  readonly generatorShare: number;
  readonly leftOutPeriods: number;
  readonly faults: readonly string[];
}

/** So many come from one address: a server takes 50. */
const perAddress = 40;
const joinsAtOnce = 40;
/** A server lets people save up half a second of their way. */
const arrivedAfterMs = 500;

/** Evenly spread between 0 and 1, the same for the same number (Knuth's multiplicative hash). */
const spread = (number: number): number => (Math.imul(number + 1, 2_654_435_761) >>> 0) / 2 ** 32;

/** All players of one server: observers in a process of their own, so that what they measure is not the others' work. */
export class Crowd {
  count = 0;
  private readonly observers: PlayerHost;
  private readonly others: PlayerHost;
  private entered = 0;

  constructor(
    dialect: DialectName,
    port: number,
    private readonly plan: CrowdPlan,
  ) {
    this.observers = new PlayerHost(dialect, port, 'observers');
    this.others = new PlayerHost(dialect, port, 'crowd');
  }

  /** Lets people in or has them leave until there are `count`. They rest meanwhile. */
  async resize(count: number): Promise<void> {
    await this.tellAll({ kind: 'rest' });
    if (count < this.count) await this.leave(count);
    const [observing, other] = this.orders(this.count, count);
    await this.observers.join({ kind: 'join', players: observing, atOnce: joinsAtOnce, everyMs: 0 });
    await this.others.join({ kind: 'join', players: other, atOnce: joinsAtOnce, everyMs: 0 });
    this.count = count;
    // People arrive around the spawn point; from its middle, where a walk begins, they have come by then as far as the server can tell.
    await delay(arrivedAfterMs);
  }

  /** Lets `more` people in, one each `everyMs`, while the others go on. */
  async add(more: number, everyMs: number): Promise<readonly JoinTimes[]> {
    const players = Array.from({ length: more }, (_, index) => this.order(this.count + index));
    const times = await this.others.join({ kind: 'join', players, atOnce: more, everyMs });
    this.count += more;
    return times;
  }

  async play(phases: Phases): Promise<void> {
    const phaseOf = (index: number): number =>
      phases === 'random' ? spread(index) : spread(Math.floor(index / this.plan.perRoom));
    const indices = Array.from({ length: this.count }, (_, index) => index);
    const observing = indices.filter((index) => this.isObserver(index));
    const other = indices.filter((index) => !this.isObserver(index));
    await Promise.all([
      this.observers.tell({ kind: 'play', phases: observing.map(phaseOf) }),
      this.others.tell({ kind: 'play', phases: other.map(phaseOf) }),
    ]);
  }

  async begin(): Promise<void> {
    await this.tellAll({ kind: 'begin' });
  }

  /** What was seen since `begin`, which is `seconds` ago. */
  async end(seconds: number): Promise<CrowdFigures> {
    const both = await Promise.all([this.observers.end(), this.others.end()]);
    const [observing] = both;
    const latencies = new LatencyHistogram();
    latencies.addAll(observing.latencies);
    const lateness = new LatencyHistogram();
    for (const { lateness: counts } of both) lateness.addAll(counts);
    const sum = (of: (measured: Measured) => number): number => both.reduce((total, each) => total + of(each), 0);
    const othersInRoom = Math.min(this.plan.perRoom, this.count) - 1;
    const moves = sum((each) => each.moves);
    const seen = observing.seen.reduce((total, each) => total + each.moves, 0);
    return {
      p50Ms: latencies.percentileMs(0.5),
      p99Ms: latencies.percentileMs(0.99),
      kilobytesPerSecond: sum((each) => each.bytes) / this.count / seconds / 1000,
      seenShare: seen / ((moves / this.count) * othersInRoom * observing.seen.length),
      fewestSeen: Math.min(...observing.seen.map(({ others }) => others)),
      othersInRoom,
      movesPerSecond: moves / seconds,
      refused: sum((each) => each.corrected + each.warned),
      latenessP99Ms: lateness.percentileMs(0.99),
      generatorShare: sum((each) => each.cpuMs) / 1000 / seconds,
      leftOutPeriods: sum((each) => each.leftOutPeriods),
      faults: both.flatMap(({ faults }) => faults),
    };
  }

  async stop(): Promise<void> {
    await Promise.all([this.observers.stop(), this.others.stop()]);
  }

  private async leave(to: number): Promise<void> {
    const going = Array.from({ length: this.count - to }, (_, index) => to + index);
    const observing = going.filter((index) => this.isObserver(index)).length;
    await this.observers.tell({ kind: 'leave', count: observing });
    await this.others.tell({ kind: 'leave', count: going.length - observing });
    this.count = to;
  }

  private orders(from: number, to: number): [PlayerOrder[], PlayerOrder[]] {
    const orders: [PlayerOrder[], PlayerOrder[]] = [[], []];
    for (let index = from; index < to; index += 1) orders[this.isObserver(index) ? 0 : 1].push(this.order(index));
    return orders;
  }

  private order(index: number): PlayerOrder {
    const { perRoom, areaMetres, roomName } = this.plan;
    const block = Math.floor(this.entered / perAddress);
    this.entered += 1;
    return {
      room: roomName(Math.floor(index / perRoom)),
      address: `10.${(block >> 16) & 255}.${(block >> 8) & 255}.${block & 255}`,
      homeX: (spread(3 * index) - 0.5) * areaMetres,
      homeZ: (spread(3 * index + 1) - 0.5) * areaMetres,
      startAngle: spread(3 * index + 2) * 2 * Math.PI,
    };
  }

  private isObserver(index: number): boolean {
    return index % this.plan.observeEvery === 0;
  }

  private async tellAll(request: { kind: 'rest' | 'begin' }): Promise<void> {
    await Promise.all([this.observers.tell(request), this.others.tell(request)]);
  }
}
