import { box } from '../geometry/box.js';
import { type Colour, white } from '../geometry/colour.js';
import { strut } from '../geometry/lathe.js';
import { type Pen } from '../geometry/scene.js';
import { picture } from '../geometry/sheet.js';
import { Shape } from '../geometry/shape.js';
import { measures } from '../layout/room-plan.js';
import { type Opening } from '../layout/walls.js';
import { type Palette } from '../palette.js';
import { type Style, type WindowShape } from '../styles.js';

const thickness = measures.wallThickness;

/** Panes across and up; the width of bars in metres. */
const bars: Record<WindowShape, { across: number; up: number; bar: number; frame: number }> = {
  mullioned: { across: 2, up: 3, bar: 0.035, frame: 0.07 },
  pane: { across: 2, up: 1, bar: 0.03, frame: 0.05 },
  lattice: { across: 6, up: 7, bar: 0.022, frame: 0.08 },
  steel: { across: 4, up: 4, bar: 0.025, frame: 0.045 },
  arched: { across: 2, up: 3, bar: 0.032, frame: 0.06 },
};

/** The four sides of the hole through the wall; a plain surface each, seen from the hole's middle. */
export const drawReveal = (pen: Pen, opening: Opening, tint: Colour): void => {
  const [width, height] = [opening.right - opening.left, opening.top - opening.bottom];
  const [u, y] = [(opening.left + opening.right) / 2, (opening.bottom + opening.top) / 2];
  const middle = pen.at(u, y, -thickness / 2);
  middle.at(-width / 2, 0, 0, Math.PI / 2).draw('matte', picture(thickness, height), tint);
  middle.at(width / 2, 0, 0, -Math.PI / 2).draw('matte', picture(thickness, height), tint);
  middle.at(0, height / 2, 0, 0, Math.PI / 2).draw('matte', picture(width, thickness), tint);
  middle.at(0, -height / 2, 0, 0, -Math.PI / 2).draw('matte', picture(width, thickness), tint);
};

const drawFrame = (pen: Pen, width: number, height: number, side: number, tint: Colour): void => {
  const depth = 0.07;
  for (const sign of [-1, 1]) {
    pen.at((sign * (width - side)) / 2, 0, 0).draw('wood', box(side, height, depth), tint);
    pen.at(0, (sign * (height - side)) / 2, 0).draw('wood', box(width - side * 2, side, depth * 0.98), tint);
  }
};

const drawBars = (pen: Pen, width: number, height: number, shape: WindowShape, tint: Colour): void => {
  const { across, up, bar } = bars[shape];
  for (let step = 1; step < across; step += 1) {
    pen.at((step / across - 0.5) * width, 0, 0).draw('wood', box(bar, height, 0.04, 0.004), tint);
  }
  for (let step = 1; step < up; step += 1) {
    pen.at(0, (step / up - 0.5) * height, 0).draw('wood', box(width, bar, 0.036, 0.004), tint);
  }
};

/** The wall that fills the corners above an arch, and the arch's underside. */
const spandrel = (width: number, rise: number, depth: number, steps: number): Shape => {
  const shape = new Shape();
  for (let step = 0; step <= steps; step += 1) {
    const angle = (step / steps) * Math.PI;
    const [x, y] = [(-Math.cos(angle) * width) / 2, Math.sin(angle) * rise];
    shape.vertex([x, y, 0], [0, 0, 1], x, -y);
    shape.vertex([x, rise, 0], [0, 0, 1], x, -rise);
  }
  for (let step = 0; step < steps; step += 1) shape.quad(step * 2, step * 2 + 2, step * 2 + 3, step * 2 + 1);
  const under = shape.vertexCount;
  for (let step = 0; step <= steps; step += 1) {
    const angle = (step / steps) * Math.PI;
    const [x, y] = [(-Math.cos(angle) * width) / 2, Math.sin(angle) * rise];
    const [nx, ny] = [Math.cos(angle), -Math.sin(angle)];
    shape.vertex([x, y, 0], [nx, ny, 0], x, 0);
    shape.vertex([x, y, -depth], [nx, ny, 0], x, depth);
  }
  for (let step = 0; step < steps; step += 1) {
    const base = under + step * 2;
    shape.quad(base, base + 1, base + 3, base + 2);
  }
  return shape;
};

const drawArch = (pen: Pen, opening: Opening, palette: Palette): void => {
  const width = opening.right - opening.left;
  const rise = Math.min(width / 2, (opening.top - opening.bottom) * 0.45);
  const arch = pen.at((opening.left + opening.right) / 2, opening.top - rise, 0);
  const steps = pen.isSparse ? 9 : 14;
  arch.draw('wall', spandrel(width, rise, thickness * 0.5, steps), white);
  const at = (step: number): [number, number, number] => {
    const angle = (step / steps) * Math.PI;
    return [-Math.cos(angle) * (width / 2 - 0.02), Math.sin(angle) * (rise - 0.02), -thickness * 0.45];
  };
  for (let step = 0; step < steps; step += 1)
    arch.draw('wood', strut(at(step), at(step + 1), 0.035, pen.isSparse ? 3 : 5), palette.trim);
};

const drawCasing = (pen: Pen, opening: Opening, palette: Palette): void => {
  const side = 0.09;
  const height = opening.top - opening.bottom + side;
  for (const u of [opening.left - side / 2, opening.right + side / 2]) {
    pen.at(u, opening.bottom + height / 2, 0.012).draw('wood', box(side, height, 0.04), palette.trim);
  }
  const middle = (opening.left + opening.right) / 2;
  const width = opening.right - opening.left + side * 2 + 0.06;
  pen.at(middle, opening.top + side / 2, 0.02).draw('wood', box(width, side, 0.055), palette.trim);
};

export const drawWindow = (pen: Pen, opening: Opening, style: Style, palette: Palette): void => {
  const [width, height] = [opening.right - opening.left, opening.top - opening.bottom];
  const [u, y] = [(opening.left + opening.right) / 2, (opening.bottom + opening.top) / 2];
  drawReveal(pen, opening, palette.ceiling);
  const { frame } = bars[style.windowShape];
  const inside = pen.at(u, y, -thickness * 0.62);
  drawFrame(inside, width, height, frame, palette.trim);
  drawBars(inside, width - frame * 2, height - frame * 2, style.windowShape, palette.trim);
  pen.at(u, y, -thickness * 0.62).draw('glass', picture(width - frame * 2, height - frame * 2), white);
  const sill = pen.at(u, opening.bottom - 0.012, 0.03 - thickness * 0.25);
  sill.draw('wood', box(width + 0.12, 0.04, thickness * 0.5 + 0.1), palette.trim);
  if (style.windowShape === 'arched') drawArch(pen, opening, palette);
  else if (style.windowShape !== 'pane') drawCasing(pen, opening, palette);
};
