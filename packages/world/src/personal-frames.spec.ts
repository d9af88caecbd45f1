import { decodeFrame, encodeTransform, type Transform } from '@virtualcafe/contracts';
import { expect, it } from 'vitest';
import { frameHeadroomBytes } from './frame-headroom.js';
import { limitsOf } from './movement.js';
import { defaultInterest } from './personal-frames.js';
import { World } from './world.js';

const count = 150;
const limits = limitsOf({
  playerSpeed: 6,
  playerJumpForce: 2,
  bounds: { min: { x: -300, y: -5, z: -300 }, max: { x: 300, y: 50, z: 300 } },
});
const at = (id: number, step: number): Transform => ({
  x: (id % 12) * 2 + (step % 2) / 5,
  y: 0,
  z: Math.floor(id / 12) * 2,
  yaw: 0,
  animation: 1,
  flags: 0,
  clock: 0,
});

it('leave room for a message’s header before each, which touches no other, and are never written to again', () => {
  const world = new World({ scale: 1, limits, interest: defaultInterest });
  for (let id = 1; id <= count; id += 1) world.join(id, at(id, 0), 0);
  const frames: Uint8Array[] = [];
  for (let step = 1; step <= 6; step += 1) {
    for (let id = 1; id <= count; id += 1) world.move(id, encodeTransform(at(id, step), 1), step * 50);
    frames.push(...world.tick(step * 50).personal.map(({ frame }) => frame));
  }
  expect(frames.length).toBeGreaterThan(count * 5);
  const decoded = frames.map((frame) => decodeFrame(frame, 1));
  for (const { buffer, byteOffset } of frames)
    new Uint8Array(buffer, byteOffset - frameHeadroomBytes, frameHeadroomBytes).fill(255);
  expect(frames.map((frame) => decodeFrame(frame, 1))).toEqual(decoded);
  expect(new Set(decoded.map(({ tick }) => tick)).size).toBe(6);
});
