import { decodeFrame, encodeTransform, type Frame, type Transform, transformFlags } from '@virtualcafe/contracts';
import { describe, expect, it } from 'vitest';
import { limitsOf } from './movement.js';
import { defaultInterest } from './personal-frames.js';
import { World } from './world.js';

const limits = limitsOf({
  playerSpeed: 6,
  playerJumpForce: 2,
  bounds: { min: { x: -300, y: -5, z: -300 }, max: { x: 300, y: 50, z: 300 } },
});
const newWorld = (): World => new World({ scale: 1, limits, interest: defaultInterest });
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
const send = (world: World, id: number, transform: Transform, nowMs: number) =>
  world.move(id, encodeTransform(transform, 1), nowMs);
const read = (frame: Uint8Array | null): Extract<Frame, { kind: 'delta' | 'full' }> => {
  const decoded = frame === null ? null : decodeFrame(frame, 1);
  if (decoded === null || decoded.kind === 'left') throw new Error('No frame of transforms');
  return decoded;
};
const idsIn = (frame: Uint8Array | null): number[] => read(frame).entries.map(({ id }) => id);

describe('a room in two processes', () => {
  it('shows those of the other as the other has them, and tells the other of its own only', () => {
    const [here, there] = [newWorld(), newWorld()];
    here.join(1, at(0, 0), 0);
    here.join(2, at(5, 5), 0, true);
    there.join(2, at(5, 5), 0);
    expect(idsIn(here.ownChanges())).toEqual([1]);
    here.tick(50);
    there.tick(50);
    expect(here.ownChanges()).toBeNull();

    send(there, 2, at(5.2, 5, { animation: 1, yaw: 1, clock: 9 }), 60);
    here.takeRemote(there.ownChanges() ?? new Uint8Array());
    expect(here.ownChanges()).toBeNull();
    expect(idsIn(here.tick(100).shared)).toEqual([2]);
    expect(here.transformOf(2)).toEqual(there.transformOf(2));
  });

  it('lets no other process move its own', () => {
    const [here, there] = [newWorld(), newWorld()];
    here.join(1, at(0, 0), 0);
    there.join(1, at(50, 50), 0);
    here.takeRemote(there.ownChanges() ?? new Uint8Array());
    expect(here.transformOf(1)).toMatchObject({ x: 0, z: 0 });
  });

  it('takes no movement from a client of its own for somebody whom the other looks after', () => {
    const here = newWorld();
    here.join(1, at(0, 0), 0);
    here.tick(50);
    here.entrust(1);
    expect(send(here, 1, at(0.2, 0), 100)).toBe('accepted');
    expect(here.transformOf(1)).toMatchObject({ x: 0, z: 0 });
    here.adopt(1, 150);
    send(here, 1, at(0.2, 0), 200);
    expect(here.transformOf(1)).toMatchObject({ x: 0.2, z: 0 });
  });

  it('loses no placing when two updates fall into one tick', () => {
    const [here, there] = [newWorld(), newWorld()];
    here.join(2, at(0, 0), 0, true);
    here.tick(50);
    there.join(2, at(0, 0), 0);
    there.place(2, at(30, 0), 0);
    here.takeRemote(there.ownChanges() ?? new Uint8Array());
    there.tick(50);
    send(there, 2, at(30.1, 0), 100);
    here.takeRemote(there.ownChanges() ?? new Uint8Array());
    const frame = read(here.tick(100).shared);
    expect(frame.entries[0]?.transform).toMatchObject({
      x: 30.1,
      flags: transformFlags.placed,
    });
  });

  it('goes on with somebody who comes over from where they are', () => {
    const here = newWorld();
    here.join(2, at(0, 0), 0, true);
    const there = newWorld();
    there.join(2, at(20, 0), 0);
    here.takeRemote(there.ownChanges() ?? new Uint8Array());
    here.adopt(2, 1000);
    expect(send(here, 2, at(20.1, 0), 1050)).toBe('accepted');
    expect(idsIn(here.ownChanges())).toEqual([2]);
    here.entrust(2);
    here.tick(1100);
    expect(here.ownChanges()).toBeNull();
  });
});
