import { bake } from './bake.js';
import { drawBookshelf } from './furniture/bookshelf.js';
import { drawCounter } from './furniture/counter.js';
import { drawLamp } from './furniture/lamp.js';
import { drawPictureFrame } from './furniture/picture-frame.js';
import { drawPlant } from './furniture/plant.js';
import { drawSeatSet } from './furniture/seat-set.js';
import { drawWallShelf } from './furniture/wall-shelf.js';
import { drawWallBench } from './furniture/wall-bench.js';
import { colour, white } from './geometry/colour.js';
import { Scene } from './geometry/scene.js';
import { type RoomPlan } from './layout/room-plan.js';
import { wallNames } from './layout/walls.js';
import { paletteOf } from './palette.js';
import { type Random } from './random.js';
import { drawBackdrop } from './shell/backdrop.js';
import { drawCeilingFinish } from './shell/ceiling-finish.js';
import { drawDoor } from './shell/door.js';
import { drawCeiling, drawFloor, drawWall, openingsOf } from './shell/surfaces.js';
import { drawWallFinish } from './shell/wall-finish.js';
import { drawWindow } from './shell/windows.js';
import { type Style } from './styles.js';

type Palette = ReturnType<typeof paletteOf>;

const drawShell = (scene: Scene, plan: RoomPlan, style: Style, palette: Palette, random: Random): void => {
  const room = scene.pen();
  drawBackdrop(room, plan, colour(style.ground));
  drawFloor(room, plan);
  drawCeiling(room, plan, palette.ceiling);
  drawCeilingFinish(room, plan, style.ceilingShape, palette);
  for (const name of wallNames) {
    const { x, z, yaw } = plan.walls[name];
    const wall = room.at(x, 0, z, yaw);
    drawWall(wall, plan, name, white);
    drawWallFinish(wall, plan, name, style, palette);
    for (const opening of openingsOf(plan, name)) {
      if (opening.kind === 'door') drawDoor(wall, opening, palette);
      else drawWindow(wall, opening, style, palette);
    }
    for (const [index, shelf] of plan.shelves.entries()) {
      if (shelf.wall === name) drawWallShelf(wall.at(shelf.u, 0, 0), shelf.length, palette, random.fork(300 + index));
    }
    for (const photo of plan.photos) if (photo.wall === name) drawPictureFrame(wall, photo, palette);
  }
};

const drawFurniture = (scene: Scene, plan: RoomPlan, style: Style, palette: Palette, random: Random): void => {
  const room = scene.pen();
  if (plan.counter) {
    const { wall } = plan.counter;
    drawCounter(room.at(wall.x, 0, wall.z, wall.yaw), plan.counter, plan.height, style, palette, random.fork(1));
  }
  if (plan.bench) {
    const { wall, from, to } = plan.bench;
    drawWallBench(
      room.at(wall.x, 0, wall.z, wall.yaw).at((from + to) / 2, 0, 0),
      to - from,
      style,
      palette,
      random.fork(2),
    );
  }
  if (plan.bookshelf) {
    const { wall, u, width } = plan.bookshelf;
    drawBookshelf(room.at(wall.x, 0, wall.z, wall.yaw).at(u, 0, 0), width, palette, random.fork(3));
  }
  for (const [index, set] of plan.sets.entries()) {
    drawSeatSet(room.at(set.x, 0, set.z, set.yaw), set, style, palette, random.fork(100 + index));
  }
  for (const [index, plant] of plan.plants.entries()) {
    drawPlant(room.at(plant.x, plant.y, plant.z), plant, palette, random.fork(200 + index));
  }
  for (const { x, y, z } of plan.lamps) drawLamp(room.at(x, y, z), plan.height - y, style.lampShape, palette);
};

/** The whole room as batches of triangles, one a material, with its light baked in. */
export const drawRoom = (plan: RoomPlan, style: Style, random: Random): Scene => {
  const scene = new Scene(
    plan.sets.length + plan.plants.length + plan.lamps.length / 2 + (plan.width * plan.depth) / 60 > 26,
  );
  const palette = paletteOf(style);
  drawShell(scene, plan, style, palette, random);
  drawFurniture(scene, plan, style, palette, random);
  bake(scene, plan, style);
  return scene;
};
