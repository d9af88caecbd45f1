import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { blocksOf, makeCollider, type Solid } from '../collider.js';
import { frameBorder } from '../furniture/picture-frame.js';
import { vectorAt } from '../geometry/shape.js';
import { cross, dot, subtract, type Vector } from '../geometry/matrix.js';
import { starterRoomForm, type StarterRoomForm } from '../starter-room-form.js';
import { anyForm } from '../../../../../test/starter-room-forms.js';
import { styles } from '../styles.js';
import { freeSpots } from './free-spots.js';
import { fixedRects, planRoom } from './plan-room.js';
import { plantRect } from './plants.js';
import { isWithin, overlaps, rectAround } from './rect.js';
import { Reach } from './reach.js';
import { measures, type RoomPlan, roomRect } from './room-plan.js';

const planOf = (form: StarterRoomForm): RoomPlan => planRoom(form, styles[form.style]);
const holds = (check: (plan: RoomPlan, form: StarterRoomForm) => void, numRuns = 50): void =>
  fc.assert(
    fc.property(anyForm, (form) => check(planOf(form), form)),
    { numRuns },
  );

interface Patch {
  wall: string;
  left: number;
  right: number;
  bottom: number;
  top: number;
}

const meet = (a: Patch, b: Patch): boolean =>
  a.wall === b.wall && a.left < b.right && a.right > b.left && a.bottom < b.top && a.top > b.bottom;

const framesOf = (plan: RoomPlan): Patch[] =>
  plan.photos.map(({ wall, u, y, width, height }) => ({
    wall,
    left: u - width / 2 - frameBorder,
    right: u + width / 2 + frameBorder,
    bottom: y - height / 2 - frameBorder,
    top: y + height / 2 + frameBorder,
  }));

/** Distance along a ray to a triangle, infinite where it misses. */
const distanceTo = (a: Vector, b: Vector, c: Vector, from: Vector, along: Vector): number => {
  const [e1, e2, t] = [subtract(b, a), subtract(c, a), subtract(from, a)];
  const p = cross(along, e2);
  const q = cross(t, e1);
  const determinant = dot(e1, p);
  const [u, v, distance] = [dot(t, p) / determinant, dot(along, q) / determinant, dot(e2, q) / determinant];
  const isInside = Math.min(u, v, 1 - u - v) > -1e-9;
  return isInside && distance > 0 ? distance : Infinity;
};

/** Distance to the nearest triangle along a ray; infinite where it leaves the room. */
const hit = (solids: readonly Solid[], from: Vector, along: Vector): number => {
  let nearest = Infinity;
  for (const { positions, indices } of solids) {
    const at = (index: number): Vector => vectorAt(positions, indices[index] ?? 0);
    for (let index = 0; index < indices.length; index += 3) {
      nearest = Math.min(nearest, distanceTo(at(index), at(index + 1), at(index + 2), from, along));
    }
  }
  return nearest;
};

describe('a planned room', () => {
  it('is planned from any form the schema takes', () => {
    fc.assert(fc.property(anyForm, (form) => starterRoomForm.safeParse(form).success));
    expect(starterRoomForm.safeParse({ width: 3 }).success).toBe(false);
  });

  it('has every table within reach on aisles of 0.9 m, and for the player between the footprints of the collider', () => {
    holds((plan, form) => {
      const sets = plan.sets.map(({ rect }) => rect);
      const taken = [...fixedRects(plan), ...sets, ...plan.plants.filter((p) => p.place === 'floor').map(plantRect)];
      const aisles = new Reach(roomRect(plan), taken, plan.spawn, 0.45);
      const blocks = blocksOf(plan, styles[form.style]).map(({ rect }) => rect);
      const steps = new Reach(roomRect(plan), blocks, plan.spawn, measures.playerRadius);
      for (const rect of sets) {
        expect(aisles.touches(rect, 0.6)).toBe(true);
        expect(steps.touches(rect, 0.35)).toBe(true);
      }
    });
  });

  it('leaves the place free where players arrive', () => {
    holds((plan, form) => {
      const around = rectAround(plan.spawn.x, plan.spawn.z, 0.9, 0.9);
      for (const { rect } of blocksOf(plan, styles[form.style])) expect(overlaps(rect, around)).toBe(false);
    });
  });

  it('sets nothing into one another', () => {
    holds((plan) => {
      const rects = [
        ...fixedRects(plan),
        ...plan.sets.map(({ rect }) => rect),
        ...plan.plants.filter(({ place }) => place === 'floor').map(plantRect),
      ];
      for (const [index, rect] of rects.entries()) {
        for (const other of rects.slice(index + 1)) expect(overlaps(rect, other)).toBe(false);
      }
    });
  });

  it('hangs every photograph clear of windows, door, ceiling and one another', () => {
    holds((plan, form) => {
      const frames = framesOf(plan);
      expect(frames).toHaveLength(form.photos.length);
      for (const [index, frame] of frames.entries()) {
        expect(frame.top).toBeLessThan(plan.height);
        expect(frame.left).toBeGreaterThan(-plan.walls[plan.photos[index]?.wall ?? 'back'].length / 2);
        const others: Patch[] = [...plan.openings, ...frames.slice(index + 1)];
        for (const other of others) expect(meet(frame, other)).toBe(false);
      }
    });
  });

  it('has places for signs within its walls, off furniture and off whoever arrives, at least two where there is room', () => {
    holds((plan, form) => {
      const style = styles[form.style];
      const spots = freeSpots(plan, style);
      for (const { x, z } of spots) {
        const around = rectAround(x, z, 0.4, 0.4);
        expect(isWithin(around, roomRect(plan))).toBe(true);
        for (const { rect } of blocksOf(plan, style)) expect(overlaps(rect, around)).toBe(false);
        expect(Math.hypot(x - plan.spawn.x, z - plan.spawn.z)).toBeGreaterThan(1);
      }
      if (form.width >= 8) expect(spots.length).toBeGreaterThanOrEqual(2);
    });
  });

  it('gives a room of ordinary size the tables asked for', () => {
    for (const counter of ['none', 'back', 'left', 'right'] as const) {
      const form: StarterRoomForm = {
        width: 11,
        depth: 10,
        height: 3.2,
        style: 'wood',
        tables: 8,
        counter,
        plants: 6,
        lights: 8,
        photos: [],
        seed: 1,
      };
      const plan = planOf(form);
      expect([plan.sets.length, plan.plants.length]).toEqual([8, 6]);
    }
  });

  it('lets no ray out of the collider, so that no player leaves', () => {
    const direction = fc.record({
      yaw: fc.double({ min: 0, max: Math.PI * 2, noNaN: true }),
      pitch: fc.double({ min: -1.4, max: 1.4, noNaN: true }),
    });
    fc.assert(
      fc.property(anyForm, fc.array(direction, { minLength: 20, maxLength: 20 }), (form, rays) => {
        const plan = planOf(form);
        const { solid, outer } = makeCollider(plan, styles[form.style]);
        const farthest = Math.hypot(plan.width, plan.depth, plan.height);
        for (const { yaw, pitch } of rays) {
          const along: Vector = [Math.sin(yaw) * Math.cos(pitch), Math.sin(pitch), Math.cos(yaw) * Math.cos(pitch)];
          expect(hit([solid, outer], [plan.spawn.x, 0.65, plan.spawn.z], along)).toBeLessThan(farthest);
        }
      }),
      { numRuns: 40 },
    );
  });
});
