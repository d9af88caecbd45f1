import { percentile, type Row } from '../report.js';
import { Arena, type JoinTrial, type Timing, type Trial } from './arena.js';
import { bareRival, type Contestant, jsonRival, ours, roomName } from './contestants.js';
import type { CrowdPlan, Phases } from './crowd.js';
import { checkHarness } from './harness-check.js';
import { findMost, ladder, type Most, tell } from './most-players.js';
import type { Outcome, Pledge } from './pledges.js';
import { percent, shortcomings } from './verdict.js';

export interface Bench {
  readonly databaseUrl: string;
  readonly folder: string;
  readonly timing: Timing;
  /** How often a number of players that is not held is tried. */
  readonly tries: number;
  /** Names of the scenarios to run; all without it. */
  readonly only: readonly string[] | undefined;
}

const largestRoom = 5000;
const everybodySeesAll = { ROOM_CAPACITY: String(largestRoom), ROOM_WATCH_ALL_UP_TO: String(largestRoom) };
const bothPhases: readonly Phases[] = ['aligned', 'random'];
const mostMb = 250;

const oneRoom: CrowdPlan = { perRoom: largestRoom, observeEvery: 50, areaMetres: 30, roomName };
const roomsOfTen: CrowdPlan = { perRoom: 10, observeEvery: 50, areaMetres: 10, roomName };

const scenarios: Readonly<Record<string, (bench: Bench) => Promise<Outcome>>> = {
  harness: (bench) => checkHarness(bench.timing),
  'one-room': runOneRoom,
  'rooms-of-ten': runRoomsOfTen,
  interest: runInterest,
  hundred: runHundred,
  joins: runJoins,
};

export const scenarioNames: readonly string[] = Object.keys(scenarios);

export async function runScenarios(bench: Bench): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  for (const [name, run] of Object.entries(scenarios)) {
    if (bench.only?.includes(name) === false) continue;
    console.log(`${name} ...`);
    outcomes.push(await run(bench));
  }
  return outcomes;
}

const figuresHead: Row = ['server', 'sends', 'players', 'core', 'p50 ms', 'p99 ms', 'KB/s each', 'RSS MB', 'seen'];

const figuresRow = (name: string, phases: Phases, trial: Trial | undefined): Row =>
  trial === undefined
    ? [name, phases, 'none']
    : [
        name,
        phases,
        String(trial.players),
        percent(trial.serverShare),
        trial.p50Ms.toFixed(1),
        trial.p99Ms.toFixed(1),
        trial.kilobytesPerSecond.toFixed(1),
        trial.residentMb.toFixed(0),
        percent(trial.seenShare),
      ];

const memoryPledge = (what: string, trials: readonly (Trial | undefined)[]): Pledge => ({
  what: `RSS MB, ${what}`,
  figure: Math.max(...trials.map((trial) => trial?.residentMb ?? Number.NaN)),
  promised: mostMb,
  kind: 'most',
  digits: 0,
});

/** How a search is gone about: what is tried, and where it begins for each contestant. */
interface Search {
  readonly title: string;
  readonly plan: CrowdPlan;
  readonly rungs: readonly number[];
  readonly guesses: { readonly ours: number; readonly json: number; readonly bare: number };
  /** The most players (in one room) or rooms that are promised, by phases. */
  readonly promised: { readonly aligned: number; readonly random: number | null };
  readonly unit: { readonly name: string; readonly players: number };
}

/** The most players of each contestant, aligned and at random phases. */
async function search(bench: Bench, settings: Search): Promise<Outcome> {
  const our = ours(bench.databaseUrl, bench.folder, everybodySeesAll);
  const { guesses, unit } = settings;
  const found = {
    ours: await searchOne(bench, settings, our, guesses.ours),
    json: await searchOne(bench, settings, jsonRival, guesses.json),
    bare: await searchOne(bench, settings, bareRival, guesses.bare),
  };
  const rows = ([our, jsonRival, bareRival] as const).flatMap((contestant, index) =>
    bothPhases.map((phases): Row => {
      const most = [found.ours, found.json, found.bare][index]?.get(phases);
      return [...figuresRow(contestant.name, phases, most?.held), most?.limitedBy.join(', ') ?? ''];
    }),
  );
  const pledges = bothPhases.flatMap((phases): Pledge[] => {
    const [own, json, bare] = [found.ours, found.json, found.bare].map(
      (each) => each.get(phases)?.held?.players ?? Number.NaN,
    ) as [number, number, number];
    const what = `${settings.title}, ${phases}`;
    const promised = settings.promised[phases];
    const ratio = { kind: 'least', digits: 2 } as const;
    return [
      ...(promised === null
        ? []
        : [{ what: `${unit.name}, ${what}`, figure: own / unit.players, promised, kind: 'least', digits: 0 } as const]),
      { what: `ours / JSON, ${what}`, figure: own / json, promised: 1, ...ratio },
      { what: `ours / bare ws, ${what}`, figure: own / bare, promised: 0.8, ...ratio },
    ];
  });
  const memory = memoryPledge(`${settings.title}, as many as promised`, [await measurePromised(bench, settings, our)]);
  return { title: settings.title, head: [...figuresHead, 'more fail by'], rows, pledges: [...pledges, memory] };
}

/** On a new server: what is needed by as many as are promised, not by as many more as this machine may hold. */
async function measurePromised(bench: Bench, { plan, promised, unit }: Search, contestant: Contestant): Promise<Trial> {
  const arena = new Arena(contestant, plan, bench.timing);
  try {
    return await tell(arena, promised.aligned * unit.players, 'aligned');
  } finally {
    await arena.close();
  }
}

async function searchOne(
  bench: Bench,
  { plan, rungs }: Search,
  contestant: Contestant,
  guess: number,
): Promise<Map<Phases, Most>> {
  const arena = new Arena(contestant, plan, bench.timing);
  const found = new Map<Phases, Most>();
  try {
    let start = guess;
    for (const phases of bothPhases) {
      const most = await findMost(arena, phases, rungs, start, bench.tries);
      found.set(phases, most);
      start = most.held?.players ?? start;
    }
  } finally {
    await arena.close();
  }
  return found;
}

function runOneRoom(bench: Bench): Promise<Outcome> {
  return search(bench, {
    title: 'one room, everyone sees everyone',
    plan: oneRoom,
    rungs: ladder(50, 3000, 5),
    guesses: { ours: 1600, json: 600, bare: 1800 },
    promised: { aligned: 1560, random: null },
    unit: { name: 'players', players: 1 },
  });
}

function runRoomsOfTen(bench: Bench): Promise<Outcome> {
  return search(bench, {
    title: 'rooms of ten',
    plan: roomsOfTen,
    rungs: ladder(100, 4000, 10),
    guesses: { ours: 1800, json: 600, bare: 1950 },
    promised: { aligned: 176, random: 155 },
    unit: { name: 'rooms', players: 10 },
  });
}

const interestPlayers = [1000, 1300, 1500];
const pledgedInterestPlayers = 1300;

async function runInterest(bench: Bench): Promise<Outcome> {
  const plan = { ...oneRoom, areaMetres: 96 };
  // From the spawn point to the corner at a run.
  const timing = { ...bench.timing, settleMs: bench.timing.settleMs + 9000 };
  const contestant = ours(bench.databaseUrl, bench.folder, { ROOM_CAPACITY: String(largestRoom) });
  const arena = new Arena(contestant, plan, timing);
  const trials: Trial[] = [];
  try {
    for (const players of interestPlayers) trials.push(await tell(arena, players, 'random', false));
  } finally {
    await arena.close();
  }
  const held = trials.filter((trial) => shortcomings(trial, false).length === 0);
  const pledged = trials.find(({ players }) => players === pledgedInterestPlayers);
  return {
    title: 'one room, the nearest 50',
    head: [...figuresHead, 'fails by'],
    rows: trials.map((trial) => [
      ...figuresRow(contestant.name, trial.phases, trial),
      shortcomings(trial, false).join(', '),
    ]),
    pledges: [
      {
        what: 'players, one room, the nearest 50',
        figure: Math.max(0, ...held.map(({ players }) => players)),
        promised: pledgedInterestPlayers,
        kind: 'least',
        digits: 0,
      },
      {
        what: `KB/s each at ${pledgedInterestPlayers}`,
        figure: pledged?.kilobytesPerSecond ?? Number.NaN,
        promised: 15,
        kind: 'most',
        digits: 1,
      },
      memoryPledge(`the nearest 50 of ${pledgedInterestPlayers}`, [pledged]),
    ],
  };
}

async function runHundred(bench: Bench): Promise<Outcome> {
  const plan = { ...oneRoom, observeEvery: 10 };
  const rows: Row[] = [];
  const worstMs: number[] = [];
  const own: Trial[] = [];
  for (const contestant of [ours(bench.databaseUrl, bench.folder, everybodySeesAll), jsonRival, bareRival]) {
    const arena = new Arena(contestant, plan, bench.timing);
    try {
      const trials: Trial[] = [];
      for (const phases of bothPhases) trials.push(await tell(arena, 100, phases));
      worstMs.push(Math.max(...trials.map(({ p99Ms }) => p99Ms)));
      rows.push(...trials.map((trial) => figuresRow(contestant.name, trial.phases, trial)));
      if (own.length === 0) own.push(...trials);
    } finally {
      await arena.close();
    }
  }
  const [ownMs = Number.NaN, jsonMs = Number.NaN] = worstMs;
  return {
    title: 'one room of 100',
    head: figuresHead,
    rows,
    pledges: [
      { what: 'p99 ms, one room of 100', figure: ownMs, promised: 20, kind: 'most', digits: 1 },
      { what: 'p99 ours / JSON, one room of 100', figure: ownMs / jsonMs, promised: 1, kind: 'most', digits: 2 },
      memoryPledge('one room of 100', own),
    ],
  };
}

const joinsAt = 500;
const joins = 100;
const joinEveryMs = 20;
const mostJoinMs = 150;

async function runJoins(bench: Bench): Promise<Outcome> {
  const contestant = ours(bench.databaseUrl, bench.folder, everybodySeesAll);
  const trial = await measureJoins(bench, contestant);
  const row = (what: string, values: readonly number[]): Row => [
    what,
    percentile(values, 0.5).toFixed(1),
    percentile(values, 0.99).toFixed(1),
  ];
  return {
    title: `${joins} join a room of ${joinsAt}, one each ${joinEveryMs} ms`,
    head: ['until', 'p50 ms', 'p99 ms'],
    rows: [
      row(
        'ticket',
        trial.times.map(({ ticketMs }) => ticketMs),
      ),
      row('first snapshot', snapshotTimes(trial)),
    ],
    pledges: [
      {
        what: `p99 ms from asking for a ticket to the first snapshot at ${joinsAt}`,
        figure: percentile(snapshotTimes(trial), 0.99),
        promised: mostJoinMs,
        kind: 'most',
        digits: 1,
      },
      { what: `RSS MB, ${joinsAt} and joins`, figure: trial.residentMb, promised: mostMb, kind: 'most', digits: 0 },
    ],
  };
}

const snapshotTimes = ({ times }: JoinTrial): number[] => times.map(({ snapshotMs }) => snapshotMs);

/** The first that is within the promise, or the last try; each on a new server. */
async function measureJoins(bench: Bench, contestant: Contestant): Promise<JoinTrial> {
  for (let tried = 1; ; tried += 1) {
    const arena = new Arena(contestant, oneRoom, bench.timing);
    try {
      const trial = await arena.measureJoins(joinsAt, joins, joinEveryMs);
      const p99Ms = percentile(snapshotTimes(trial), 0.99);
      console.log(
        `  ${trial.times.length} have joined: p99 ${p99Ms.toFixed(1)} ms, server ${percent(trial.serverShare)}, generator ${percent(trial.generatorShare)}`,
      );
      if (p99Ms <= mostJoinMs || tried >= bench.tries) return trial;
    } finally {
      await arena.close();
    }
  }
}
