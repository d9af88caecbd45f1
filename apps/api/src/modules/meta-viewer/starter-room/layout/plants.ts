import { type Random } from '../random.js';
import { type Rect, overlaps, rectAround } from './rect.js';
import { Reach } from './reach.js';
import { type PlantPlan, type RoomPlan, roomRect } from './room-plan.js';
import { fromWall, type Opening, type Spot, type Wall, wallNames } from './walls.js';

/** Metres: a pot and the room its leaves need. */
const potSide = 0.5;

export const plantRect = (plant: PlantPlan): Rect => rectAround(plant.x, plant.z, potSide * 0.8, potSide * 0.8);

const cornerSpots = (plan: RoomPlan): Spot[] => {
  const [x, z] = [plan.width / 2 - 0.34, plan.depth / 2 - 0.34];
  return [-1, 1].flatMap((sx) => [-1, 1].map((sz) => ({ x: sx * x, z: sz * z })));
};

const besideDoor = (plan: RoomPlan): Spot[] => [-1.25, 1.25].map((u) => fromWall(plan.walls.front, u, 0.34));

const alongWall = (wall: Wall): Spot[] => {
  const count = Math.floor((wall.length - 2) / 1.3);
  return Array.from({ length: Math.max(0, count) }, (_, index) =>
    fromWall(wall, (index - (count - 1) / 2) * 1.3, 0.34),
  );
};

const shuffled = <T>(items: readonly T[], random: Random): T[] =>
  items
    .map((item) => ({ item, order: random.next() }))
    .sort((a, b) => a.order - b.order)
    .map(({ item }) => item);

/** On the floor as long as nobody's way gets narrower than an aisle. */
const floorPlants = (plan: RoomPlan, taken: readonly Rect[], wanted: number, random: Random): PlantPlan[] => {
  const spots = [
    ...cornerSpots(plan),
    ...besideDoor(plan),
    ...shuffled(
      wallNames.flatMap((name) => alongWall(plan.walls[name])),
      random,
    ),
  ];
  const plants: PlantPlan[] = [];
  for (const spot of spots) {
    if (plants.length >= wanted) break;
    const plant: PlantPlan = { place: 'floor', ...spot, y: 0, size: random.between(0.85, 1.25) };
    const rect = plantRect(plant);
    const standing = [...taken, ...plants.map(plantRect)];
    if (standing.some((other) => overlaps(rect, other))) continue;
    const reach = new Reach(roomRect(plan), [...standing, rect], plan.spawn, 0.45);
    if (plan.sets.every((set) => reach.touches(set.rect, 0.6)) && isCounterReached(plan, reach)) plants.push(plant);
  }
  return plants;
};

const isCounterReached = (plan: RoomPlan, reach: Reach): boolean => {
  if (!plan.counter) return true;
  const { wall, u } = plan.counter;
  const { x, z } = fromWall(wall, u, 0.9);
  return reach.touches(rectAround(x, z, 0.2, 0.2), 0.1);
};

const onSills = (plan: RoomPlan, random: Random): PlantPlan[] => {
  const windows = plan.openings.filter((opening) => opening.kind === 'window');
  return shuffled(windows, random).map((opening) => sillPlant(plan, opening, random));
};

const sillPlant = (plan: RoomPlan, opening: Opening, random: Random): PlantPlan => {
  const side = random.chance(0.5) ? 0.28 : 0.72;
  const u = opening.left + (opening.right - opening.left) * side;
  return { place: 'sill', ...fromWall(plan.walls[opening.wall], u, 0.02), y: opening.bottom + 0.02, size: 1 };
};

const hanging = (plan: RoomPlan, random: Random): PlantPlan[] => {
  const spots = wallNames.flatMap((name) => alongWall(plan.walls[name]));
  return shuffled(spots, random).map((spot) => ({
    place: 'hanging',
    x: spot.x * 0.97,
    y: plan.height,
    z: spot.z * 0.97,
    size: random.between(0.8, 1.1),
  }));
};

/** First the floor, then window sills, then the ceiling; `hangingShare` of them hang from the start. */
export const planPlants = (
  plan: RoomPlan,
  taken: readonly Rect[],
  wanted: number,
  hangingShare: number,
  random: Random,
): PlantPlan[] => {
  const hung = hanging(plan, random).slice(0, Math.round(wanted * hangingShare));
  const standing = floorPlants(plan, taken, Math.ceil((wanted - hung.length) * 0.7), random);
  const sills = onSills(plan, random).slice(0, wanted - hung.length - standing.length);
  return [...standing, ...sills, ...hung].slice(0, wanted);
};
