import { setTimeout as delay } from 'node:timers/promises';
import { dialects, type DialectName } from './dialects.js';
import { LatencyHistogram } from './latency-histogram.js';
import { Observation } from './observation.js';
import { Pace } from './pace.js';
import { type JoinTimes, Player, type PlayerOrder, type Tally } from './player.js';

// Many players in one process, told what to do by its parent. It ends with the parent.

/** What the parent may ask; each is answered by `Answer`. */
export type Request =
  /** One begins each `everyMs`; with 0, as soon as fewer than `atOnce` are under way. */
  | {
      readonly kind: 'join';
      readonly players: readonly PlayerOrder[];
      readonly atOnce: number;
      readonly everyMs: number;
    }
  | { readonly kind: 'leave'; readonly count: number }
  | { readonly kind: 'play'; readonly phases: readonly number[] }
  | { readonly kind: 'rest' | 'begin' | 'end' };

export interface Measured extends Tally {
  readonly latencies: Uint32Array;
  /** How late movements were sent by this process. */
  readonly lateness: Uint32Array;
  readonly leftOutPeriods: number;
  /** For each observer. */
  readonly seen: readonly { readonly others: number; readonly moves: number }[];
  readonly cpuMs: number;
  /** Why players are gone who should be there. */
  readonly faults: readonly string[];
}

export type Answer =
  | { readonly kind: 'done' }
  | { readonly kind: 'joined'; readonly times: readonly JoinTimes[] }
  | { readonly kind: 'measured'; readonly measured: Measured }
  | { readonly kind: 'failed'; readonly why: string };

const [, , dialectName, port, role] = process.argv;
const dialect = dialects[dialectName as DialectName];
const tally: Tally = { bytes: 0, moves: 0, stuck: 0, corrected: 0, warned: 0 };
const latencies = new LatencyHistogram();
const pace = new Pace();
const players: Player[] = [];
const observations: Observation[] = [];
let cpuAtBegin = process.cpuUsage();

process.on('disconnect', () => process.exit(0));
process.on('message', (request: Request) => {
  answer(request).then(
    (given) => process.send?.(given),
    (error: unknown) => process.send?.({ kind: 'failed', why: String(error) } satisfies Answer),
  );
});

async function answer(request: Request): Promise<Answer> {
  switch (request.kind) {
    case 'join':
      return { kind: 'joined', times: await join(request) };
    case 'leave':
      observations.length = Math.max(0, observations.length - request.count);
      await Promise.all(players.splice(players.length - request.count).map((player) => player.leave()));
      break;
    case 'play':
      pace.start(players.map((player, index) => ({ phase: request.phases[index] ?? 0, send: () => player.send() })));
      break;
    case 'rest':
      pace.stop();
      break;
    case 'begin':
      begin();
      break;
    case 'end':
      return { kind: 'measured', measured: end() };
  }
  return { kind: 'done' };
}

async function join({ players: orders, atOnce, everyMs }: Extract<Request, { kind: 'join' }>): Promise<JoinTimes[]> {
  const times: JoinTimes[] = [];
  const waiting = orders.map((order) => new Player(order, Number(port), dialect, tally));
  players.push(...waiting);
  if (role === 'observers') observations.push(...waiting.map((player) => new Observation(player, dialect, latencies)));
  const joinOne = async (): Promise<void> => {
    const player = waiting.shift();
    if (player !== undefined) times.push(await player.join());
  };
  if (everyMs > 0)
    await Promise.all(
      Array.from({ length: waiting.length }, async (_, turn) => {
        await delay(turn * everyMs);
        await joinOne();
      }),
    );
  const joinOneByOne = async (): Promise<void> => {
    while (waiting.length > 0) await joinOne();
  };
  await Promise.all(Array.from({ length: atOnce }, joinOneByOne));
  return times;
}

function begin(): void {
  Object.assign(tally, { bytes: 0, moves: 0, stuck: 0, corrected: 0, warned: 0 });
  latencies.clear();
  pace.lateness.clear();
  pace.leftOut = 0;
  for (const observation of observations) observation.begin();
  cpuAtBegin = process.cpuUsage();
}

function end(): Measured {
  const { user, system } = process.cpuUsage(cpuAtBegin);
  return {
    ...tally,
    latencies: latencies.counts,
    lateness: pace.lateness.counts,
    leftOutPeriods: pace.leftOut,
    seen: observations.map(({ sums }) => sums),
    cpuMs: (user + system) / 1000,
    faults: players.flatMap(({ fault }) => (fault === undefined ? [] : [fault])),
  };
}
