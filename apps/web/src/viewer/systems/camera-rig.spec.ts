import { Vector3 } from 'three';
import { describe, expect, it } from 'vitest';
import { CameraRig } from './camera-rig.js';
import { roomOf } from './test-rooms.js';

const frame = 1 / 60;
const floor = { min: [-30, -1, -30], max: [30, 0, 30] } as const;
const wallBehind = { min: [-5, 0, 1.5], max: [5, 4, 1.7] } as const;
const head = (x = 0, z = 0): Vector3 => new Vector3(x, 1.2, z);

const settle = (rig: CameraRig, solids: ReturnType<typeof roomOf>, pivot = head()): void => {
  for (let count = 0; count < 240; count += 1) rig.update(pivot, solids, frame, true);
};

describe('CameraRig', () => {
  it('stands behind whoever looks along −z', () => {
    const rig = new CameraRig();
    settle(rig, roomOf([floor]));
    expect(rig.position.z).toBeGreaterThan(2.5);
    expect(Math.abs(rig.position.x)).toBeLessThan(0.01);
    expect(rig.position.y).toBeGreaterThan(1.2);
  });

  it('does not go through a wall', () => {
    const rig = new CameraRig();
    settle(rig, roomOf([floor, wallBehind]));
    expect(rig.position.z).toBeLessThan(1.5 - 0.1);
    expect(rig.position.z).toBeGreaterThan(0.8);
  });

  it('goes through glass once one has walked in, and not before', () => {
    const solids = roomOf([floor], [wallBehind]);
    const rig = new CameraRig();
    rig.snapBehind(0);
    settle(rig, solids);
    expect(rig.position.z).toBeLessThan(1.5);
    settle(rig, solids, head(0, -6));
    settle(rig, solids);
    expect(rig.position.z).toBeGreaterThan(2.5);
  });

  it('never shows the other side of a wall while one walks backwards to it, at any frame rate', () => {
    for (const rate of [60, 12]) {
      const rig = new CameraRig();
      const solids = roomOf([floor, wallBehind]);
      for (let z = -6; z < 1.2; z += 4 / rate) {
        rig.update(head(0, z), solids, 1 / rate, true);
        expect(rig.position.z).toBeLessThan(1.5);
      }
    }
  });

  it('moves without jumps when a wall goes by', () => {
    const rig = new CameraRig();
    const solids = roomOf([floor, { min: [1, 0, 1], max: [1.4, 4, 1.4] }]);
    settle(rig, solids, head(-1));
    let longest = 0;
    let before = rig.distance;
    for (let x = -1; x < 4; x += 3 * frame) {
      rig.update(head(x), solids, frame, true);
      longest = Math.max(longest, rig.distance - before);
      before = rig.distance;
    }
    // It grows back gently.
    expect(longest).toBeLessThan(0.25);
  });

  it('becomes one’s own eyes when drawn near, and comes back', () => {
    const rig = new CameraRig();
    const solids = roomOf([floor]);
    for (let count = 0; count < 30; count += 1) rig.zoomBy(0.8);
    settle(rig, solids);
    expect(rig.isFirstPerson).toBe(true);
    expect(rig.position.distanceTo(head())).toBeLessThan(0.05);
    for (let count = 0; count < 5; count += 1) rig.zoomBy(1.3);
    settle(rig, solids);
    expect(rig.isFirstPerson).toBe(false);
  });

  it('never turns over', () => {
    const rig = new CameraRig();
    rig.turn(0, 50);
    expect(rig.pitch).toBeLessThan(Math.PI / 2);
    rig.turn(0, -100);
    expect(rig.pitch).toBeGreaterThan(-Math.PI / 2);
  });
});
