import { box } from '../geometry/box.js';
import { colour } from '../geometry/colour.js';
import { rod, strut } from '../geometry/lathe.js';
import { type Pen } from '../geometry/scene.js';
import { type RoomPlan } from '../layout/room-plan.js';
import { type Palette } from '../palette.js';
import { type CeilingShape } from '../styles.js';

type Drawer = (pen: Pen, plan: RoomPlan, palette: Palette) => void;

const along = (length: number, pitch: number): number[] => {
  const count = Math.max(2, Math.round(length / pitch));
  return Array.from({ length: count }, (_, index) => ((index + 0.5) / count - 0.5) * length);
};

const beams: Drawer = (pen, plan, palette) => {
  for (const z of along(plan.depth, 2)) {
    pen.at(0, plan.height - 0.1, z).solid('wood', box(plan.width, 0.22, 0.17, 0.02), palette.darkWood);
  }
  pen.at(0, plan.height - 0.26, 0).solid('wood', box(0.2, 0.2, plan.depth, 0.025), palette.darkWood);
};

/** Round rafters on a ridge beam, as under the eaves of a hanok. */
const rafters: Drawer = (pen, plan, palette) => {
  const pitch = Math.max(0.6, plan.depth / 26);
  for (const z of along(plan.depth, pitch)) {
    pen.draw(
      'wood',
      strut([-plan.width / 2, plan.height - 0.05, z], [plan.width / 2, plan.height - 0.05, z], 0.065, 10),
      palette.wood,
    );
  }
  for (const x of along(plan.width, 4)) {
    pen.at(x, plan.height - 0.24, 0).solid('wood', box(0.24, 0.28, plan.depth, 0.04), palette.darkWood);
  }
};

const slats: Drawer = (pen, plan, palette) => {
  for (const x of along(plan.width, Math.max(0.75, plan.width / 26))) {
    pen.at(x, plan.height - 0.16, 0).draw('wood', box(0.07, 0.14, plan.depth, 0.01), palette.wood);
  }
  for (const z of along(plan.depth, 3)) {
    pen.at(0, plan.height - 0.05, z).solid('wood', box(plan.width, 0.1, 0.1, 0.012), palette.wood);
  }
};

/** Light lines let into a plain ceiling. */
const flat: Drawer = (pen, plan, palette) => {
  for (const x of along(plan.width, 2.6)) {
    const length = plan.depth * 0.74;
    pen.at(x, plan.height - 0.008, 0).draw('satin', box(0.12, 0.03, length + 0.06, 0.006), palette.metal);
    pen.at(x, plan.height - 0.02, 0).draw('glow', box(0.07, 0.016, length, 0.004), colour('#fff2dd'));
  }
};

/** Ducts with flanges, pipes and a sprinkler line. */
const ducts: Drawer = (pen, plan, palette) => {
  const steel = colour('#b4b6b6');
  const [low, half] = [plan.height - 0.42, plan.depth / 2];
  const x = plan.width * 0.24;
  pen.draw('metal', strut([x, low, -half], [x, low, half], 0.24, 20), steel);
  for (const z of along(plan.depth, 1.3)) {
    pen.at(x, low, z - 0.025, 0, Math.PI / 2).draw('metal', rod(0.256, 0.05, 20), steel);
    pen.at(x, low + 0.2, z).draw('metal', rod(0.01, 0.22, 5), palette.metal);
  }
  for (const [side, radius, tint] of [
    [-0.3, 0.045, palette.accent],
    [-0.33, 0.03, palette.second],
    [-0.35, 0.022, steel],
  ] as const) {
    const at = plan.width * side;
    pen.draw('satin', strut([at, plan.height - 0.2, -half], [at, plan.height - 0.2, half], radius, 10), tint);
  }
  for (const z of along(plan.depth, 3.2)) {
    pen.at(0, plan.height - 0.08, z).solid('satin', box(plan.width, 0.16, 0.1, 0.012), palette.metal);
  }
};

const drawers: Record<CeilingShape, Drawer> = { beams, rafters, slats, flat, ducts };

export const drawCeilingFinish = (pen: Pen, plan: RoomPlan, shape: CeilingShape, palette: Palette): void =>
  drawers[shape](pen, plan, palette);
