import { Arena, type Timing, type Trial } from './arena.js';
import { bareRival, roomName } from './contestants.js';
import { tell } from './most-players.js';
import type { Outcome } from './pledges.js';
import { percent } from './verdict.js';

const players = 50;
const heldBackMs = 40;
const mostOffMs = 5;

/**
 * Whether the harness measures what it says: a server that holds its frames back by a known time is seen to be later by just that, and
 * every observer sees all the others move.
 */
export async function checkHarness(timing: Timing): Promise<Outcome> {
  const prompt = await measure(timing, 0);
  const late = await measure(timing, heldBackMs);
  const differenceMs = late.p50Ms - prompt.p50Ms;
  return {
    title: 'the harness itself',
    head: ['frames held back by', 'p50 ms', 'p99 ms', 'others seen', 'moves seen'],
    rows: [prompt, late].map((trial, index) => [
      `${index * heldBackMs} ms`,
      trial.p50Ms.toFixed(1),
      trial.p99Ms.toFixed(1),
      `${trial.fewestSeen} of ${trial.othersInRoom}`,
      percent(trial.seenShare),
    ]),
    pledges: [
      {
        what: `ms off from a delay of ${heldBackMs} ms`,
        figure: Math.abs(differenceMs - heldBackMs),
        promised: mostOffMs,
        kind: 'most',
        digits: 1,
      },
      {
        what: 'others seen moving by each observer',
        figure: Math.min(prompt.fewestSeen, late.fewestSeen),
        promised: players - 1,
        kind: 'least',
        digits: 0,
      },
    ],
  };
}

async function measure(timing: Timing, holdBackMs: number): Promise<Trial> {
  const contestant = {
    ...bareRival,
    environment: { ...bareRival.environment, HOLD_BACK_MS: String(holdBackMs) },
  };
  const plan = { perRoom: players, observeEvery: 10, areaMetres: 10, roomName };
  const arena = new Arena(contestant, plan, timing);
  try {
    return await tell(arena, players, 'random');
  } finally {
    await arena.close();
  }
}
