import type { Arena, Trial } from './arena.js';
import type { Phases } from './crowd.js';
import { doubts, percent, shortcomings } from './verdict.js';

export interface Most {
  /** The largest trial that was held; undefined when not even the smallest was. */
  readonly held: Trial | undefined;
  /** What the next larger one failed in; empty when the largest was held. */
  readonly limitedBy: readonly string[];
}

/** The numbers of players that are tried: from `least` to `most`, each 5 % above the last, in multiples of `unit`. */
export function ladder(least: number, most: number, unit: number): number[] {
  const rungs: number[] = [];
  for (let players = least; players <= most; players = Math.max(players + unit, players * 1.05)) {
    const rounded = Math.round(players / unit) * unit;
    if (rounded !== rungs.at(-1)) rungs.push(rounded);
  }
  return rungs;
}

/** One trial, told on the console. */
export async function tell(arena: Arena, players: number, phases: Phases, seesAll = true): Promise<Trial> {
  const trial = await arena.measure(players, phases);
  const failed = shortcomings(trial, seesAll);
  const outcome = failed.length === 0 ? 'held' : `not held: ${failed.join(', ')}`;
  const times = `p50 ${trial.p50Ms.toFixed(1)} ms, p99 ${trial.p99Ms.toFixed(1)} ms, ${trial.kilobytesPerSecond.toFixed(1)} KB/s`;
  const shares = `server ${percent(trial.serverShare)}, generator ${percent(trial.generatorShare)}, seen ${percent(trial.seenShare)}`;
  console.log(
    `  ${arena.contestant.name}: ${players} players, ${phases}: ${times}, ${shares}, ${trial.residentMb.toFixed(0)} MB: ${[outcome, ...doubtsIn(trial)].join(' ')}`,
  );
  return trial;
}

const doubtsIn = (trial: Trial): string[] => doubts(trial).map((doubt) => `(doubtful: ${doubt})`);

/**
 * Looks for the most players that are held, from `guess` by growing strides, then by halving. What fails is tried `tries` times:
 * somebody else may have used the machine.
 */
export async function findMost(
  arena: Arena,
  phases: Phases,
  rungs: readonly number[],
  guess: number,
  tries: number,
): Promise<Most> {
  const failures = new Map<number, string[]>();
  const trials = new Map<number, Trial>();
  const isHeld = async (rung: number): Promise<boolean> => {
    for (let attempt = 0; attempt < tries; attempt += 1) {
      const trial = await tell(arena, rungs[rung] ?? 0, phases);
      const failed = shortcomings(trial, true);
      if (failed.length === 0) {
        trials.set(rung, trial);
        return true;
      }
      failures.set(rung, [...failed, ...doubtsIn(trial)]);
      // What has piled up in a server that could not go on must not weigh on the next trial.
      await arena.close();
    }
    return false;
  };
  const [low, high] = await bracket(nearestRung(rungs, guess), rungs.length, isHeld);
  const rung = await halve(low, high, isHeld);
  return { held: trials.get(rung), limitedBy: failures.get(rung + 1) ?? [] };
}

const nearestRung = (rungs: readonly number[], guess: number): number =>
  Math.max(
    0,
    rungs.findLastIndex((players) => players <= guess),
  );

type IsHeld = (rung: number) => Promise<boolean>;

/** A rung that is held (or -1) and a higher one that is not (or the ladder's end). */
async function bracket(start: number, end: number, isHeld: IsHeld): Promise<[number, number]> {
  let rung = start;
  let stride = 2;
  if (await isHeld(start)) {
    for (;;) {
      const next = Math.min(end - 1, rung + stride);
      if (next === rung) return [rung, end];
      if (!(await isHeld(next))) return [rung, next];
      rung = next;
      stride *= 2;
    }
  }
  for (;;) {
    const next = Math.max(0, rung - stride);
    if (next === rung) return [-1, rung];
    if (await isHeld(next)) return [next, rung];
    rung = next;
    stride *= 2;
  }
}

async function halve(held: number, notHeld: number, isHeld: IsHeld): Promise<number> {
  let [low, high] = [held, notHeld];
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (await isHeld(middle)) low = middle;
    else high = middle;
  }
  return low;
}
