import { type Colour, colour } from './geometry/colour.js';
import { type Vector } from './geometry/matrix.js';
import { type Batch, type Occluder, type Scene } from './geometry/scene.js';
import { vectorAt } from './geometry/shape.js';
import { fromWall } from './layout/walls.js';
import { type RoomPlan } from './layout/room-plan.js';
import { type Style } from './styles.js';

/** Metres beyond which a thing casts no shade. */
const reach = 0.95;

/** Metres off the surface where shade is taken: a face whose only vertices are its corners must not take the shade of what it touches. */
const lift = 0.04;
const cellSide = 1;

interface Light {
  at: Vector;
  tint: Colour;
  strength: number;
  /** Metres at which half is left. */
  half: number;
}

/** What is near, by cells seen from above: rooms have hundreds of things and tens of thousands of vertices. */
class Nearby<T> {
  readonly #cells = new Map<number, T[]>();

  add(item: T, minX: number, maxX: number, minZ: number, maxZ: number): void {
    for (let x = Math.floor(minX / cellSide); x <= Math.floor(maxX / cellSide); x += 1) {
      for (let z = Math.floor(minZ / cellSide); z <= Math.floor(maxZ / cellSide); z += 1) {
        const key = x * 1024 + z;
        const cell = this.#cells.get(key);
        if (cell) cell.push(item);
        else this.#cells.set(key, [item]);
      }
    }
  }

  at(x: number, z: number): readonly T[] {
    return this.#cells.get(Math.floor(x / cellSide) * 1024 + Math.floor(z / cellSide)) ?? [];
  }
}

const outside = (value: number, low: number, high: number): number =>
  value < low ? low - value : value > high ? high - value : 0;

const shadeOf = (box: Occluder, at: Vector, normal: Vector): number => {
  const x = outside(at[0], box.min[0], box.max[0]);
  const y = outside(at[1], box.min[1], box.max[1]);
  const z = outside(at[2], box.min[2], box.max[2]);
  const distance = Math.hypot(x, y, z);
  // Its own surface, or something that stands right on it.
  if (distance < 0.004 || distance > reach) return 0;
  const towards = (normal[0] * x + normal[1] * y + normal[2] * z) / distance;
  const [w, h, d] = [box.max[0] - box.min[0], box.max[1] - box.min[1], box.max[2] - box.min[2]];
  const size = Math.min(1, Math.sqrt(Math.max(w * d, w * h, d * h)) / 0.45);
  return 0.92 * size * (towards * 0.5 + 0.5) * (1 - distance / reach) ** 1.35;
};

/** Floor, ceiling and walls: what turns away from a plane gets nothing from it, what looks at it gets it all. */
const planeShade = (distance: number, facing: number, strength: number, range: number): number =>
  1 - (strength * (1 - facing) * Math.exp(-Math.max(0, distance) / range)) / 2;

const roomShade = (plan: RoomPlan, at: Vector, normal: Vector): number => {
  const [x, z] = [plan.width / 2, plan.depth / 2];
  return (
    planeShade(at[1], normal[1], 0.5, 0.32) *
    planeShade(plan.height - at[1], -normal[1], 0.5, 0.5) *
    planeShade(x - at[0], -normal[0], 0.45, 0.4) *
    planeShade(x + at[0], normal[0], 0.45, 0.4) *
    planeShade(z - at[2], -normal[2], 0.45, 0.4) *
    planeShade(z + at[2], normal[2], 0.45, 0.4)
  );
};

const lightsOf = (plan: RoomPlan, style: Style): Light[] => {
  const lamps = plan.lamps.map((lamp): Light => ({
    at: [lamp.x, lamp.y, lamp.z],
    tint: colour(style.lampLight),
    strength: 0.5,
    half: 1.15,
  }));
  const windows = plan.openings.map((opening): Light => {
    const { x, z } = fromWall(plan.walls[opening.wall], (opening.left + opening.right) / 2, -0.25);
    const area = (opening.right - opening.left) * (opening.top - opening.bottom);
    return { at: [x, (opening.bottom + opening.top) / 2, z], tint: [1, 0.97, 0.92], strength: 0.12 * area, half: 1.7 };
  });
  return [...lamps, ...windows];
};

const lightReach = 6;
const ambient: Colour = [0.6, 0.57, 0.53];

const lit = (lights: readonly Light[], at: Vector, normal: Vector): [number, number, number] => {
  const sum: [number, number, number] = [...ambient];
  for (const light of lights) {
    const [x, y, z] = [light.at[0] - at[0], light.at[1] - at[1], light.at[2] - at[2]];
    const distance = Math.hypot(x, y, z) || 1;
    const facing = (normal[0] * x + normal[1] * y + normal[2] * z) / distance;
    // A little light goes round corners: the room scatters it.
    const share = (light.strength * Math.max(0, facing * 0.8 + 0.2)) / (1 + (distance / light.half) ** 2);
    const fade = share * Math.max(0, 1 - distance / lightReach);
    sum[0] += fade * light.tint[0];
    sum[1] += fade * light.tint[1];
    sum[2] += fade * light.tint[2];
  }
  return sum;
};

/** Bright spots stay within what a vertex colour can hold without a hard edge. */
const soften = (value: number): number => (value < 0.7 ? value : 0.7 + 0.3 * (1 - Math.exp((0.7 - value) / 0.3)));

const bakeBatch = (
  batch: Batch,
  contrast: number,
  plan: RoomPlan,
  near: Nearby<Occluder>,
  lights: Nearby<Light>,
): void => {
  for (let index = 0; index < batch.positions.length / 3; index += 1) {
    const [at, normal] = [vectorAt(batch.positions, index), vectorAt(batch.normals, index)];
    let open = roomShade(plan, at, normal);
    const off: Vector = [at[0] + normal[0] * lift, at[1] + normal[1] * lift, at[2] + normal[2] * lift];
    for (const box of near.at(at[0], at[2])) open *= 1 - shadeOf(box, off, normal);
    const light = lit(lights.at(at[0], at[2]), at, normal);
    for (const channel of [0, 1, 2] as const) {
      const slot = index * 3 + channel;
      batch.tints[slot] = (batch.tints[slot] ?? 1) * soften(light[channel]) * Math.max(0.16, open ** contrast);
    }
  }
};

/** Light and shade of the room as vertex colours: lamps, windows, and the dark of corners and under tables. */
export const bake = (scene: Scene, plan: RoomPlan, style: Style): void => {
  const near = new Nearby<Occluder>();
  for (const box of scene.occluders) {
    near.add(box, box.min[0] - reach, box.max[0] + reach, box.min[2] - reach, box.max[2] + reach);
  }
  const lights = new Nearby<Light>();
  for (const light of lightsOf(plan, style)) {
    const [x, , z] = light.at;
    lights.add(light, x - lightReach, x + lightReach, z - lightReach, z + lightReach);
  }
  // The floor is the brightest surface and what stands on it must not seem to float.
  for (const [name, batch] of scene.batches) {
    if (batch.isBaked) bakeBatch(batch, name === 'floor' ? 1.9 : 1, plan, near, lights);
  }
};
