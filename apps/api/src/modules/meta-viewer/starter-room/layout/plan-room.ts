import { Random } from '../random.js';
import { type StarterRoomForm } from '../starter-room-form.js';
import { type Style } from '../styles.js';
import { planOpenings } from './openings.js';
import { planPhotos, type PhotoSpan } from './photos.js';
import { planPlants } from './plants.js';
import { type Rect } from './rect.js';
import { Reach } from './reach.js';
import { type BenchPlan, type CounterPlan, counterZoneDepth, type LampPlan, measures } from './room-plan.js';
import { type RoomPlan, roomRect, type SeatSet } from './room-plan.js';
import { benchCapacity, enlarge, planBenchSets, planSets } from './seating.js';
import { freeSpans, rectAtWall, type Span, type Wall, type WallName, wallNames, wallsOf } from './walls.js';

interface Roles {
  counter: WallName | undefined;
  photos: WallName;
  windows: WallName[];
}

const rolesOf = (form: StarterRoomForm, random: Random): Roles => {
  const isMirrored = random.chance(0.5);
  switch (form.counter) {
    case 'left':
      return { counter: 'left', photos: 'back', windows: ['right'] };
    case 'right':
      return { counter: 'right', photos: 'back', windows: ['left'] };
    case 'back':
      return { counter: 'back', photos: isMirrored ? 'left' : 'right', windows: [isMirrored ? 'right' : 'left'] };
    default:
      return { counter: undefined, photos: 'back', windows: [isMirrored ? 'right' : 'left'] };
  }
};

/** Which end of `wall` meets `neighbour`: −1 or 1 along u. */
const endTowards = (wall: WallName, neighbour: WallName): -1 | 1 => {
  const order: readonly WallName[] = ['back', 'right', 'front', 'left'];
  return order[(order.indexOf(wall) + 1) % 4] === neighbour ? 1 : -1;
};

const opposite: Record<WallName, WallName> = { front: 'back', back: 'front', left: 'right', right: 'left' };

const planCounter = (wall: Wall, roles: Roles): CounterPlan => {
  const length = Math.min(5.4, Math.max(2.6, wall.length * 0.52));
  const closedEnd = endTowards(wall.name, opposite[roles.photos]);
  return { wall, length, closedEnd, u: closedEnd * (wall.length / 2 - length / 2) };
};

/** Where along the back wall, in the corner that neither counter nor its way in takes. */
const planBookshelf = (plan: RoomPlan, roles: Roles): RoomPlan['bookshelf'] => {
  const wall = plan.walls.back;
  const side = roles.counter === 'back' ? roles.photos : roles.counter ? opposite[roles.counter] : 'right';
  const width = Math.min(1.6, wall.length * 0.16);
  const isWindowed = roles.windows.includes('back');
  return isWindowed ? undefined : { wall, u: endTowards('back', side) * (wall.length / 2 - width / 2 - 0.12), width };
};

const planBench = (plan: RoomPlan, roles: Roles): BenchPlan => {
  const wall = plan.walls[roles.photos];
  const taken: Span[] = [];
  const atEnd = (neighbour: WallName, length: number): void => {
    const end = endTowards(wall.name, neighbour);
    const edge = (end * wall.length) / 2;
    taken.push(end > 0 ? { from: edge - length, to: edge } : { from: edge, to: edge + length });
  };
  if (roles.counter) atEnd(roles.counter, counterZoneDepth + measures.aisle);
  if (plan.bookshelf && wall.name === 'back') {
    taken.push({ from: plan.bookshelf.u - plan.bookshelf.width / 2, to: plan.bookshelf.u + plan.bookshelf.width / 2 });
  }
  const whole = { from: 0.7 - wall.length / 2, to: wall.length / 2 - 0.7 };
  const spans = freeSpans(whole, taken, 0.1).sort((a, b) => b.to - b.from - (a.to - a.from));
  const span = spans[0] ?? { from: 0, to: 0 };
  return { wall, ...span };
};

/** From the door to where one arrives: the deeper a room, the more place for the camera behind one's back (up to 3.4 m). */
const arrivalMetres = (depth: number): number => Math.min(3.2, Math.max(1.8, depth * 0.32));

const zoneOf = (plan: RoomPlan, roles: Roles): Rect => {
  const insetOf = (name: WallName): number => {
    if (name === roles.counter) return counterZoneDepth + measures.aisle;
    if (name === roles.photos) return plan.bench ? measures.benchSetDepth + measures.aisle : measures.aisle;
    return name === 'front' || roles.windows.includes(name) ? 0.35 : measures.aisle;
  };
  return {
    minX: -plan.width / 2 + insetOf('left'),
    maxX: plan.width / 2 - insetOf('right'),
    minZ: -plan.depth / 2 + insetOf('back'),
    maxZ: plan.depth / 2 - insetOf('front'),
  };
};

/** Everything that stands on the floor but seats and plants. */
export const fixedRects = (plan: RoomPlan): Rect[] => {
  const rects: Rect[] = [];
  if (plan.counter) {
    const { wall, u, length } = plan.counter;
    const along = { from: u - length / 2, to: u + length / 2 };
    const front = measures.shelfDepth + measures.baristaGap;
    rects.push(
      rectAtWall(wall, along, { from: 0, to: measures.shelfDepth }),
      rectAtWall(wall, along, { from: front, to: counterZoneDepth }),
    );
  }
  if (plan.bench) rects.push(rectAtWall(plan.bench.wall, plan.bench, { from: 0, to: measures.benchDepth }));
  if (plan.bookshelf) {
    const { wall, u, width } = plan.bookshelf;
    rects.push(rectAtWall(wall, { from: u - width / 2, to: u + width / 2 }, { from: 0, to: measures.bookshelfDepth }));
  }
  return rects;
};

/** Keeps only what one can walk to on aisles of the promised width. */
const reachable = (plan: RoomPlan, sets: readonly SeatSet[]): SeatSet[] => {
  const taken = [...fixedRects(plan), ...sets.map(({ rect }) => rect)];
  const reach = new Reach(roomRect(plan), taken, plan.spawn, 0.45);
  return sets.filter(({ rect }) => reach.touches(rect, 0.55));
};

const seat = (plan: RoomPlan, roles: Roles, wanted: number, random: Random): void => {
  const bench = planBench(plan, roles);
  const atBench = Math.min(Math.ceil(wanted * 0.4), benchCapacity(bench.to - bench.from));
  if (atBench > 0) plan.bench = bench;
  const door = rectAtWall(plan.walls.front, { from: -1, to: 1 }, { from: 0, to: arrivalMetres(plan.depth) + 0.5 });
  const zone = zoneOf(plan, roles);
  const standing = planSets(zone, wanted - atBench, [door], random.fork(7));
  const atWall = plan.bench ? planBenchSets(plan.bench, atBench) : [];
  plan.sets = reachable(plan, [...atWall, ...enlarge(standing, zone, [door], random.fork(8))]);
};

const photoSpans = (plan: RoomPlan, roles: Roles): PhotoSpan[] => {
  const order = [roles.photos, ...wallNames.filter((name) => name !== roles.photos)];
  return order.flatMap((name) => {
    const wall = plan.walls[name];
    const taken: Span[] = plan.openings
      .filter((opening) => opening.wall === name)
      .map((opening) => ({ from: opening.left - 0.15, to: opening.right + 0.15 }));
    if (plan.counter?.wall.name === name) {
      taken.push({ from: plan.counter.u - plan.counter.length / 2, to: plan.counter.u + plan.counter.length / 2 });
    }
    if (plan.bookshelf?.wall.name === name) {
      taken.push({
        from: plan.bookshelf.u - plan.bookshelf.width / 2,
        to: plan.bookshelf.u + plan.bookshelf.width / 2,
      });
    }
    const whole = { from: 0.4 - wall.length / 2, to: wall.length / 2 - 0.4 };
    return freeSpans(whole, taken, 0.1).map((span) => ({ wall: name, ...span }));
  });
};

/** A shelf in the middle of each stretch of wall that would be bare. */
const planShelves = (plan: RoomPlan, roles: Roles): RoomPlan['shelves'] =>
  photoSpans(plan, roles)
    .filter(({ wall, from, to }) => plan.photos.every(({ wall: other, u }) => other !== wall || u < from || u > to))
    .filter(({ from, to }) => to - from >= 1.5)
    .map(({ wall, from, to }) => ({ wall, u: (from + to) / 2, length: Math.min(1.9, (to - from) * 0.55) }));

const planLamps = (plan: RoomPlan, wanted: number): LampPlan[] => {
  const low = Math.min(1.95, plan.height - 0.75);
  const overTables = plan.sets.map(({ kind, rect, x, z }): LampPlan => {
    const isBench = kind === 'bench';
    return { x: isBench ? (rect.minX + rect.maxX) / 2 : x, z: isBench ? (rect.minZ + rect.maxZ) / 2 : z, y: low };
  });
  const overCounter: LampPlan[] = [];
  if (plan.counter) {
    const { wall, u, length } = plan.counter;
    const count = Math.max(2, Math.round(length / 1.3));
    for (let index = 0; index < count; index += 1) {
      const along = u + ((index + 0.5) / count - 0.5) * length;
      const rect = rectAtWall(
        wall,
        { from: along, to: along },
        { from: counterZoneDepth - 0.3, to: counterZoneDepth - 0.3 },
      );
      overCounter.push({ x: rect.minX, z: rect.minZ, y: low + 0.12 });
    }
  }
  return [...overCounter, ...overTables].slice(0, wanted);
};

/** From the form to what stands where; no geometry yet. */
export const planRoom = (form: StarterRoomForm, style: Style): RoomPlan => {
  const random = new Random(form.seed);
  const roles = rolesOf(form, random);
  const walls = wallsOf(form.width, form.depth);
  const plan: RoomPlan = {
    width: form.width,
    depth: form.depth,
    height: form.height,
    walls,
    openings: planOpenings(
      walls.front,
      roles.windows.map((name) => walls[name]),
      style,
      form.height,
    ),
    photoWall: roles.photos,
    counter: roles.counter && planCounter(walls[roles.counter], roles),
    bench: undefined,
    bookshelf: undefined,
    sets: [],
    plants: [],
    photos: [],
    lamps: [],
    shelves: [],
    spawn: { x: 0, z: form.depth / 2 - arrivalMetres(form.depth) },
  };
  plan.bookshelf = planBookshelf(plan, roles);
  seat(plan, roles, form.tables, random);
  plan.photos = planPhotos(form.photos, photoSpans(plan, roles), roles.photos, form.height);
  const taken = [...fixedRects(plan), ...plan.sets.map(({ rect }) => rect)];
  plan.plants = planPlants(plan, taken, form.plants, form.style === 'garden' ? 0.35 : 0.1, random.fork(3));
  plan.lamps = planLamps(plan, form.lights);
  plan.shelves = planShelves(plan, roles);
  return plan;
};
