import {
  decodeFrame,
  encodeTransform,
  type Frame,
  frameEntryBytes,
  frameHeaderBytes,
  type Transform,
  transformFlags,
} from '@virtualcafe/contracts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { limitsOf } from './movement.js';
import { defaultInterest, type InterestSettings } from './personal-frames.js';
import { type TickOutput, World } from './world.js';

const tickMs = 50;
const limits = limitsOf({
  playerSpeed: 6,
  playerJumpForce: 2,
  bounds: { min: { x: -300, y: -5, z: -300 }, max: { x: 300, y: 50, z: 300 } },
});
const at = (x: number, z: number, more: Partial<Transform> = {}): Transform => ({
  x,
  y: 0,
  z,
  yaw: 0,
  animation: 0,
  flags: 0,
  clock: 0,
  ...more,
});
const newWorld = (interest: InterestSettings = defaultInterest): World => new World({ scale: 1, limits, interest });
const send = (world: World, id: number, transform: Transform, nowMs: number) =>
  world.move(id, encodeTransform(transform, 1), nowMs);
const read = (frame: Uint8Array | null): Frame => {
  if (frame === null) throw new Error('No frame');
  return decodeFrame(frame, 1);
};
const idsIn = (frame: Uint8Array | null): number[] => {
  if (frame === null) return [];
  const decoded = read(frame);
  return decoded.kind === 'left' ? decoded.ids : decoded.entries.map(({ id }) => id);
};

describe('a room in which everybody sees everybody', () => {
  it('tells at each tick who has changed, once, in one frame for all', () => {
    const world = newWorld();
    world.join(1, at(0, 0), 0);
    world.join(2, at(1, 0), 0);
    const first = world.tick(50);
    expect(read(first.shared)).toMatchObject({ kind: 'delta', tick: 1 });
    expect(idsIn(first.shared)).toEqual([1, 2]);
    expect(world.tick(100).shared).toBeNull();

    expect(send(world, 2, at(1.2, 0, { animation: 1, clock: 77 }), 120)).toBe('accepted');
    const third = read(world.tick(150).shared);
    expect(third).toEqual({
      kind: 'delta',
      tick: 3,
      entries: [{ id: 2, transform: at(1.2, 0, { animation: 1, clock: 77 }) }],
    });
  });

  it('does not tell of somebody who stands still, though their clock goes on', () => {
    const world = newWorld();
    world.join(1, at(0, 0), 0);
    world.tick(50);
    send(world, 1, at(0, 0, { clock: 100 }), 60);
    send(world, 1, at(0, 0, { clock: 300 }), 110);
    expect(world.tick(150).shared).toBeNull();
    send(world, 1, at(0, 0, { clock: 400, flags: transformFlags.away }), 160);
    expect(idsIn(world.tick(200).shared)).toEqual([1]);
  });

  it('shows newcomers all, and others the newcomer at their place at once', () => {
    const world = newWorld();
    world.join(1, at(0, 0), 0);
    world.tick(50);
    send(world, 1, at(0.3, 0), 90);
    expect(idsIn(world.snapshot())).toEqual([1]);
    world.join(2, at(5, 5), 95);
    const snapshot = read(world.snapshot());
    expect(snapshot).toMatchObject({ kind: 'full', tick: 1 });
    expect(idsIn(world.snapshot())).toEqual([1, 2]);
    const told = read(world.tick(100).shared);
    expect(told.kind === 'delta' && told.entries.map(({ transform }) => transform.flags)).toEqual([
      0,
      transformFlags.placed,
    ]);
  });

  it('lets the word that somebody was placed not be lost by what they send in the same tick', () => {
    const world = newWorld();
    world.join(1, at(0, 0), 0);
    world.tick(50);
    world.place(1, at(20, 20), 60);
    send(world, 1, at(20.1, 20), 70);
    const told = read(world.tick(100).shared);
    expect(told).toMatchObject({ entries: [{ transform: { x: 20.1, flags: transformFlags.placed } }] });
    send(world, 1, at(20.2, 20), 110);
    expect(read(world.tick(150).shared)).toMatchObject({ entries: [{ transform: { flags: 0 } }] });
  });

  it('keeps the bits of the flags that are not a client’s to itself', () => {
    const world = newWorld();
    world.join(1, at(0, 0), 0);
    world.tick(50);
    send(world, 1, at(0.1, 0, { flags: 0xff }), 60);
    expect(read(world.tick(100).shared)).toMatchObject({
      entries: [{ transform: { flags: transformFlags.airborne | transformFlags.away } }],
    });
  });

  it('tells who has left, and gives their slot to the next', () => {
    const world = newWorld();
    for (const id of [1, 2, 3]) world.join(id, at(id, 0), 0);
    world.tick(50);
    world.leave(2);
    world.leave(2);
    world.join(9, at(9, 0), 60);
    const output = world.tick(100);
    expect(read(output.left)).toEqual({ kind: 'left', tick: 2, ids: [2] });
    expect(idsIn(output.shared)).toEqual([9]);
    expect(idsIn(world.snapshot()).toSorted((a, b) => a - b)).toEqual([1, 3, 9]);
    expect(world.tick(150)).toMatchObject({ left: null, shared: null });
    expect(send(world, 2, at(3, 3), 160)).toBe('accepted');
    expect(world.transformOf(2)).toBeUndefined();
    expect(() => world.join(3, at(0, 0), 170)).toThrow(RangeError);
  });

  it('corrects whoever goes faster than they can, and shows others what was possible', () => {
    const world = newWorld();
    world.join(1, at(0, 0), 0);
    world.tick(50);
    expect(send(world, 1, at(100, 0, { animation: 2 }), 100)).toBe('corrected');
    const output = world.tick(100);
    const [correction] = output.corrected;
    expect(correction?.id).toBe(1);
    expect(correction?.transform.x).toBeLessThan(1.3);
    expect(read(output.shared)).toMatchObject({
      entries: [{ transform: { x: correction?.transform.x, animation: 2 } }],
    });
    expect(world.tick(150).corrected).toEqual([]);
  });

  it('takes any bytes', () => {
    const world = newWorld();
    world.join(1, at(0, 0), 0);
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 12, maxLength: 12 }), fc.nat(10_000), (bytes, nowMs) => {
        world.move(1, bytes, nowMs);
        const { x, y, z } = world.transformOf(1) ?? at(Number.NaN, 0);
        expect([x, y, z].every(Number.isFinite)).toBe(true);
        decodeFrame(world.snapshot(), 1);
      }),
    );
  });
});

/** What somebody knows from the frames they got. */
class Watcher {
  readonly known = new Map<number, Transform>();

  constructor(
    readonly id: number,
    snapshot: Uint8Array,
  ) {
    this.take(snapshot);
  }

  take(bytes: Uint8Array | null): void {
    if (bytes === null) return;
    const frame = read(bytes);
    if (frame.kind === 'left') for (const id of frame.ids) this.known.delete(id);
    else for (const { id, transform } of frame.entries) this.known.set(id, transform);
  }

  hear({ shared, personal, left }: TickOutput): void {
    this.take(left);
    this.take(shared);
    this.take(personal.find(({ id }) => id === this.id)?.frame ?? null);
  }
}

describe('a room with more people than one can watch', () => {
  const crowdOf = (count: number, interest: InterestSettings) => {
    const world = newWorld(interest);
    const across = Math.ceil(Math.sqrt(count));
    for (let id = 1; id <= count; id += 1) world.join(id, at((id % across) * 2, Math.floor(id / across) * 2), 0);
    return world;
  };
  const wander = (world: World, count: number, step: number, nowMs: number): void => {
    for (let id = 1; id <= count; id += 1) {
      const { x = 0, z = 0 } = world.transformOf(id) ?? {};
      send(world, id, at(x + (step % 2 === 0 ? 0.2 : -0.2), z, { animation: 1 }), nowMs);
    }
  };

  it('tells each of the nearest at every tick, and keeps within the bytes a second', () => {
    const [count, ticks] = [400, 80];
    const world = crowdOf(count, defaultInterest);
    const received = new Map<number, number>();
    const near = new Map<number, number>();
    for (let step = 1; step <= ticks; step += 1) {
      wander(world, count, step, step * tickMs);
      const { shared, personal } = world.tick(step * tickMs);
      expect(shared).toBeNull();
      for (const { id, frame } of personal) {
        received.set(id, (received.get(id) ?? 0) + frame.byteLength + 4);
        if (step > 10)
          near.set(id, Math.min(near.get(id) ?? Infinity, (frame.byteLength - frameHeaderBytes) / frameEntryBytes));
      }
    }
    expect(near.size).toBe(count);
    expect(Math.min(...near.values())).toBeGreaterThanOrEqual(50);
    const seconds = (ticks * tickMs) / 1000;
    expect(Math.max(...received.values()) / seconds).toBeLessThanOrEqual(15_000 * 1.1);
  });

  it('lets everybody know in the end where everybody is', () => {
    const interest: InterestSettings = { aboveCount: 5, nearest: 4, bytesPerSecond: 3000 };
    const act = fc.record({
      kind: fc.constantFrom('move', 'move', 'move', 'move', 'join', 'leave', 'place', 'wait'),
      who: fc.nat(40),
      x: fc.double({ min: -20, max: 20, noNaN: true }),
      z: fc.double({ min: -20, max: 20, noNaN: true }),
    });
    fc.assert(
      fc.property(fc.array(act, { maxLength: 150 }), (acts) => {
        const rehearsal = new Rehearsal(crowdOf(20, interest), 20);
        for (const { kind, who, x, z } of acts) {
          rehearsal.act(kind, who, at(x, z, { animation: who % 3 }));
          if (who % 3 === 0) rehearsal.tick();
        }
        for (let settle = 0; settle < 60; settle += 1) rehearsal.tick();
        rehearsal.expectEverybodyKnowsEverybody();
      }),
      { numRuns: 300 },
    );
  }, 120_000);
});

/** A room and those who watch it, who come and go. */
class Rehearsal {
  private readonly watchers = new Map<number, Watcher>();
  private nowMs = 0;
  private nextId: number;

  constructor(
    private readonly world: World,
    count: number,
  ) {
    for (let id = 1; id <= count; id += 1) this.watchers.set(id, new Watcher(id, world.snapshot()));
    this.nextId = count + 1;
  }

  act(kind: string, who: number, transform: Transform): void {
    const ids = [...this.watchers.keys()];
    const id = ids[who % ids.length] ?? 0;
    if (kind === 'move') send(this.world, id, transform, this.nowMs);
    if (kind === 'place') this.world.place(id, transform, this.nowMs);
    if (kind === 'leave' && ids.length > 1) this.leave(id);
    if (kind === 'join') this.join(transform);
  }

  tick(): void {
    this.nowMs += tickMs;
    const output = this.world.tick(this.nowMs);
    for (const watcher of this.watchers.values()) watcher.hear(output);
  }

  expectEverybodyKnowsEverybody(): void {
    for (const watcher of this.watchers.values()) {
      for (const id of this.watchers.keys()) {
        if (id === watcher.id) continue;
        expect(watcher.known.get(id), `${watcher.id} of ${id}`).toEqual(this.world.transformOf(id));
      }
      expect([...watcher.known.keys()].filter((id) => !this.watchers.has(id))).toEqual([]);
    }
  }

  private leave(id: number): void {
    this.world.leave(id);
    this.watchers.delete(id);
  }

  private join(transform: Transform): void {
    this.world.join(this.nextId, transform, this.nowMs);
    this.watchers.set(this.nextId, new Watcher(this.nextId, this.world.snapshot()));
    this.nextId += 1;
  }
}
