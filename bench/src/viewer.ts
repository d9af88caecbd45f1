import { execFile } from 'node:child_process';
import { setTimeout as delay } from 'node:timers/promises';
import { promisify } from 'node:util';
import { type Browser, chromium } from '@playwright/test';
import { chromiumFlags } from '@virtualcafe/scripts/chromium-flags';
import { assertTools, loadCore } from './load.js';
import { median, type Row } from './report.js';
import { Crowd } from './rooms/crowd.js';
import { type Outcome, printPledges } from './rooms/pledges.js';
import { startDemoServer } from './viewer/demo-server.js';
import { type PageHoldings, Visitor } from './viewer/visitor.js';

// What a room costs a browser: scripts for each frame among many people, and what is left after coming and going. See docs/benchmarks.md.

const room = 'gangnam-half-moon';
const people = 50;
const mostScriptMs = 4;
const windows = Number(process.env.BENCH_ROUNDS ?? 5);
const windowMs = Number(process.env.BENCH_SECONDS ?? 5) * 1000;
const settleMs = 5000;
const cycles = 20;
/** What is kept for good (shaders, fonts, what was compiled) is there by then. */
const settledAfter = 10;
const mostGrowthMb = 0.5;

await assertTools(['taskset']);
// Before this program keeps to the players' core: the browser has all of them, as on a visitor's machine. What its processes wait for each
// other would else count as their scripts' time.
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
  args: [...chromiumFlags],
});
await promisify(execFile)('taskset', ['-a', '-cp', loadCore, String(process.pid)]);
try {
  const server = await startDemoServer();
  try {
    const outcomes = [await measureScripts(browser, server.origin), await measureLeftovers(browser, server.origin)];
    if (!printPledges(outcomes)) process.exitCode = 1;
  } finally {
    await server.stop();
  }
} finally {
  await browser.close();
}

/** Scripts of a page in a room, alone and among people who walk about. */
async function measureScripts(opened: Browser, origin: string): Promise<Outcome> {
  const crowd = new Crowd('rooms', Number(new URL(origin).port), {
    perRoom: people,
    observeEvery: people,
    areaMetres: 5,
    roomName: () => room,
  });
  const visitor = await Visitor.atTheDoor(opened, `${origin}/r/${room}`);
  try {
    await visitor.enter();
    const alone = await scriptMs(visitor, 'alone');
    await crowd.resize(people);
    await crowd.play('random');
    const among = await scriptMs(visitor, `with ${people} people`);
    return {
      title: 'scripts for each frame, in milliseconds',
      head: ['room', 'median', 'least', 'most', 'frames a second'],
      rows: [alone.row, among.row],
      pledges: [
        {
          what: `script ms a frame with ${people} people`,
          figure: among.ms,
          promised: mostScriptMs,
          kind: 'most',
          digits: 2,
        },
      ],
    };
  } finally {
    await visitor.close();
    await crowd.stop();
  }
}

async function scriptMs(visitor: Visitor, what: string): Promise<{ ms: number; row: Row }> {
  await delay(settleMs);
  const each: number[] = [];
  const began = { ...(await visitor.work()), atMs: performance.now() };
  let before = began;
  for (let window = 0; window < windows; window += 1) {
    await delay(windowMs);
    const now = { ...(await visitor.work()), atMs: performance.now() };
    each.push(((now.scriptSeconds - before.scriptSeconds) * 1000) / (now.frames - before.frames));
    before = now;
  }
  const perSecond = ((before.frames - began.frames) * 1000) / (before.atMs - began.atMs);
  const figures = [median(each), Math.min(...each), Math.max(...each)];
  console.log(`  ${what}: ${each.map((ms) => ms.toFixed(2)).join(', ')} ms a frame`);
  return { ms: median(each), row: [what, ...figures.map((ms) => ms.toFixed(2)), perSecond.toFixed(0)] };
}

/** What a page still holds after each of many visits. */
async function measureLeftovers(opened: Browser, origin: string): Promise<Outcome> {
  const visitor = await Visitor.atTheDoor(opened, `${origin}/r/${room}`);
  const held: PageHoldings[] = [];
  try {
    for (let cycle = 1; cycle <= cycles; cycle += 1) {
      await visitor.enter();
      await delay(1000);
      await visitor.leave();
      held.push(await visitor.holdings());
      console.log(`  visit ${cycle} of ${cycles}: ${held.at(-1)?.heapMb.toFixed(2)} MB`);
    }
  } finally {
    await visitor.close();
  }
  const settled = held[settledAfter - 1];
  const last = held.at(-1);
  const rows = held.map((each, index): Row => [
    String(index + 1),
    each.heapMb.toFixed(2),
    String(each.nodes),
    String(each.listeners),
  ]);
  const grownMb = (last?.heapMb ?? Number.NaN) - (settled?.heapMb ?? Number.NaN);
  return {
    title: 'held after a visit',
    head: ['visit', 'heap MB', 'nodes', 'listeners'],
    rows,
    pledges: [
      {
        what: `MB more after visit ${cycles} than after ${settledAfter}`,
        figure: grownMb,
        promised: mostGrowthMb,
        kind: 'most',
        digits: 2,
      },
    ],
  };
}
