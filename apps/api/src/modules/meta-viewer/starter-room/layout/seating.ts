import { type Random } from '../random.js';
import { grown, isWithin, type Rect, overlaps, rectAround } from './rect.js';
import { type BenchPlan, measures, type SeatKind, type SeatSet } from './room-plan.js';
import { fromWall, rectAtWall } from './walls.js';

interface Cell {
  kinds: readonly [SeatKind, ...SeatKind[]];
  width: number;
  depth: number;
  yaw: number;
}

const duo = { width: 1.8, depth: 0.76 };
/** The roomiest first. */
const cells: readonly Cell[] = [
  { kinds: ['quad', 'long', 'quad', 'duo'], width: 1.9, depth: 1.9, yaw: 0 },
  { kinds: ['duo'], width: duo.width, depth: duo.depth, yaw: 0 },
  { kinds: ['duo'], width: duo.depth, depth: duo.width, yaw: Math.PI / 2 },
];

const sizes: Record<SeatKind, { width: number; depth: number }> = {
  duo,
  quad: { width: 1.9, depth: 1.9 },
  long: { width: 1.9, depth: 1.9 },
  bench: { width: 0.75, depth: measures.benchSetDepth },
};

/** Middles along one side: evenly spread where aisles stay wide enough, from edge to edge where they would not. */
const middles = (from: number, to: number, count: number, size: number): number[] => {
  const pitch = (to - from) / count;
  if (count === 1 || pitch - size >= measures.aisle) {
    return Array.from({ length: count }, (_, index) => from + pitch * (index + 0.5));
  }
  const gap = (to - from - count * size) / (count - 1);
  return Array.from({ length: count }, (_, index) => from + size / 2 + index * (size + gap));
};

interface Slot {
  x: number;
  z: number;
  rect: Rect;
}

const slotsOf = (zone: Rect, cell: Cell, columns: number, rows: number, blocked: readonly Rect[]): Slot[] =>
  middles(zone.minZ, zone.maxZ, rows, cell.depth).flatMap((z) =>
    middles(zone.minX, zone.maxX, columns, cell.width)
      .map((x) => ({ x, z, rect: rectAround(x, z, cell.width, cell.depth) }))
      .filter(({ rect }) => blocked.every((other) => !overlaps(rect, other))),
  );

interface Choice {
  cell: Cell;
  slots: Slot[];
  cost: number;
}

const most = (length: number, size: number): number =>
  Math.max(0, Math.floor((length + measures.aisle + 1e-6) / (size + measures.aisle)));

const choicesFor = (zone: Rect, cell: Cell, wanted: number, blocked: readonly Rect[]): Choice[] => {
  const [width, depth] = [zone.maxX - zone.minX, zone.maxZ - zone.minZ];
  const choices: Choice[] = [];
  for (let columns = 1; columns <= most(width, cell.width); columns += 1) {
    for (let rows = 1; rows <= most(depth, cell.depth); rows += 1) {
      const slots = slotsOf(zone, cell, columns, rows, blocked);
      const missing = Math.max(0, wanted - slots.length);
      const uneven = Math.abs(Math.log(width / columns / (depth / rows)));
      choices.push({ cell, slots, cost: missing * 100 + (slots.length - wanted + missing) + uneven * 1.5 });
    }
  }
  return choices;
};

const best = (choices: readonly Choice[]): Choice | undefined =>
  choices.reduce<Choice | undefined>(
    (least, choice) => (!least || choice.cost < least.cost ? choice : least),
    undefined,
  );

/** Free-standing tables in the zone, away from what is blocked (the way in). */
export const planSets = (zone: Rect, wanted: number, blocked: readonly Rect[], random: Random): SeatSet[] => {
  if (wanted <= 0 || zone.maxX <= zone.minX || zone.maxZ <= zone.minZ) return [];
  const chosen = cells.map((cell) => best(choicesFor(zone, cell, wanted, blocked)));
  const enough = chosen.find((choice) => choice && choice.slots.length >= wanted);
  const choice = enough ?? best(chosen.filter((each) => each !== undefined));
  if (!choice) return [];
  const kept = choice.slots.map((slot) => ({ slot, order: random.next() })).sort((a, b) => a.order - b.order);
  return kept
    .slice(0, wanted)
    .sort((a, b) => a.slot.z - b.slot.z || a.slot.x - b.slot.x)
    .map(({ slot }) => {
      const kind = random.pick(choice.cell.kinds);
      const { width, depth } = sizes[kind];
      const isTurned = choice.cell.kinds.length > 1 ? random.chance(0.5) : choice.cell.yaw !== 0;
      const rect = isTurned ? rectAround(slot.x, slot.z, depth, width) : rectAround(slot.x, slot.z, width, depth);
      return { kind, x: slot.x, z: slot.z, yaw: isTurned ? Math.PI / 2 : 0, rect };
    });
};

/** Where a small table has room around it, a larger one takes its place: rooms with one kind of table look like canteens. */
export const enlarge = (sets: readonly SeatSet[], zone: Rect, blocked: readonly Rect[], random: Random): SeatSet[] => {
  const result = [...sets];
  for (const [index, set] of result.entries()) {
    if (set.kind !== 'duo' || random.chance(0.3)) continue;
    const rect = rectAround(set.x, set.z, sizes.quad.width, sizes.quad.depth);
    const others = [
      ...result.filter((other) => other !== set).map((other) => grown(other.rect, measures.aisle)),
      ...blocked,
    ];
    if (!isWithin(rect, zone) || others.some((other) => overlaps(rect, other))) continue;
    result[index] = {
      kind: random.pick(['quad', 'long']),
      x: set.x,
      z: set.z,
      yaw: random.chance(0.5) ? Math.PI / 2 : 0,
      rect,
    };
  }
  return result;
};

/** How many tables a bench of this length takes with an aisle between each two. */
export const benchCapacity = (length: number): number => most(length - 0.1, sizes.bench.width);

export const planBenchSets = (bench: BenchPlan, count: number): SeatSet[] =>
  middles(bench.from + 0.05, bench.to - 0.05, Math.max(1, count), sizes.bench.width)
    .slice(0, count)
    .map((u) => {
      const half = sizes.bench.width / 2;
      const along = { from: u - half, to: u + half };
      const out = { from: measures.benchDepth, to: measures.benchSetDepth };
      const { x, z } = fromWall(bench.wall, u, measures.benchDepth);
      return { kind: 'bench', x, z, yaw: bench.wall.yaw, rect: rectAtWall(bench.wall, along, out) };
    });
