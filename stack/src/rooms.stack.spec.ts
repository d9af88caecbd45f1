import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { CafeScene } from './cafe-scene.js';
import { trustThisMachine } from './front-proxy.js';
import { describeTimes, RoomParty } from './room-party.js';
import { run } from './run.js';
import { Stack } from './stack.js';

/** How long a player who comes back may have been away: what a deployment promises, though here nobody was warned. */
const backWithinMs = 5000;
const processes = ['app-1', 'app-2'] as const;
type Process = (typeof processes)[number];

const stack = new Stack(inject('place'));
let scene: CafeScene;
let party: RoomParty;
const parties: RoomParty[] = [];
let stopTrusting: () => Promise<void>;

beforeAll(async () => {
  stopTrusting = await trustThisMachine(stack);
  scene = await CafeScene.make(stack, inject('installation').rootCertificate);
});

afterAll(async () => {
  for (const each of parties) each.leave();
  scene.close();
  await stack.compose('up', '--detach', '--no-deps', '--wait', ...processes);
  await stopTrusting();
});

it('keeps each of 20 rooms with 200 people on one process, and uses both', async () => {
  party = await RoomParty.gather(scene, await scene.openRooms(20), 10);
  parties.push(party);
  await party.startTalking();
  const [one, two] = [await figuresOf('app-1'), await figuresOf('app-2')];
  console.log(`Rooms and players: ${JSON.stringify({ one, two })}`);
  // A room that both had would count twice.
  expect(one.rooms + two.rooms).toBe(20);
  expect(one.players + two.players).toBe(200);
  for (const { rooms, players } of [one, two]) {
    expect(rooms).toBeGreaterThan(0);
    expect(players).toBe(rooms * 10);
  }
  await party.expectMoving();
});

it('moves the rooms of a process that is killed to the other, where they go on as they were', async () => {
  const { players: lost } = await figuresOf('app-1');
  await stack.compose('kill', '--signal', 'KILL', 'app-1');
  await expect.poll(() => party.timesBackMs.length, { timeout: 60_000 }).toBeGreaterThanOrEqual(lost);
  await delay(5000);
  await party.stopTalking();
  await party.expectWhole();
  await party.expectMoving();
  console.log(`${lost} players were back after ${describeTimes(party.timesBackMs)}`);
  expect(party.timesBackMs).toHaveLength(lost);
  expect(Math.max(...party.timesBackMs)).toBeLessThanOrEqual(backWithinMs);
  expect(await figuresOf('app-2')).toEqual({ rooms: 20, players: 200 });
});

it('gives rooms to a process that is there again, and each whole', async () => {
  await stack.compose('up', '--detach', '--no-deps', '--wait', 'app-1');
  const fresh = await RoomParty.gather(scene, await scene.openRooms(20), 3);
  parties.push(fresh);
  const [one, two] = [await figuresOf('app-1'), await figuresOf('app-2')];
  console.log(`Rooms and players afterwards: ${JSON.stringify({ one, two })}`);
  expect(one.rooms).toBeGreaterThan(0);
  expect(two.rooms).toBeGreaterThan(20);
  expect(one.rooms + two.rooms).toBe(40);
  expect(one.players + two.players).toBe(260);
  fresh.leave();
  await party.expectWhole();
});

it('has a process that died started again by itself', async () => {
  const container = (await stack.compose('ps', '--quiet', 'app-2')).trim();
  const inspect = (what: string): Promise<string> => run('docker', ['inspect', '--format', `{{${what}}}`, container]);
  const before = party.timesBackMs.length;
  const restarts = Number(await inspect('.RestartCount'));
  await party.startTalking();
  // Docker starts nothing again that it was told to kill itself.
  process.kill(Number(await inspect('.State.Pid')), 'SIGKILL');
  // All had gathered there.
  await expect.poll(() => party.timesBackMs.length - before, { timeout: 60_000 }).toBeGreaterThanOrEqual(200);
  await expect.poll(() => inspect('.RestartCount'), { timeout: 60_000 }).toBe(`${restarts + 1}\n`);
  await expect.poll(() => inspect('.State.Health.Status'), { timeout: 60_000 }).toBe('healthy\n');
  await delay(5000);
  await party.stopTalking();
  await party.expectWhole();
  await party.expectMoving();
  const times = party.timesBackMs.slice(before);
  console.log(`${times.length} returns, each after ${describeTimes(times)}`);
  expect(Math.max(...times)).toBeLessThanOrEqual(backWithinMs);
});

/** What a process tells of itself, at a port that only the stack's own network reaches. */
async function figuresOf(name: Process): Promise<{ rooms: number; players: number }> {
  const program = 'fetch("http://127.0.0.1:9464/metrics").then((answer) => answer.text()).then(console.log)';
  const text = await stack.compose('exec', '--no-TTY', name, 'node', '-e', program);
  const read = (figure: string): number => Number(new RegExp(`^${figure} (\\d+)$`, 'm').exec(text)?.[1]);
  return { rooms: read('rooms_open'), players: read('room_players') };
}
