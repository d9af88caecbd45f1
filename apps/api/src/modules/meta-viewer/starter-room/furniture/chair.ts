import { box } from '../geometry/box.js';
import { type Colour } from '../geometry/colour.js';
import { lathe, plate, rod, strut } from '../geometry/lathe.js';
import { type Pen } from '../geometry/scene.js';
import { Shape } from '../geometry/shape.js';
import { type Palette } from '../palette.js';
import { type ChairShape } from '../styles.js';

/** Stands on the origin, looks along +z. */
type Drawer = (pen: Pen, palette: Palette, cover: Colour) => void;

const seatHeight = 0.45;

const legs = (pen: Pen, material: 'wood' | 'metal', tint: Colour, radius: number, splay: number): void => {
  for (const x of [-1, 1]) {
    for (const z of [-1, 1]) {
      const [top, foot] = [0.17, 0.17 + splay];
      pen.draw(
        material,
        strut([x * foot, 0, z * foot], [x * top, seatHeight - 0.01, z * top], radius, pen.isSparse ? 3 : 6),
        tint,
      );
    }
  }
};

/** Part of a cylinder round the back of the seat: a back that holds one. */
const wrap = (radius: number, low: number, high: number, spread: number, thickness: number, steps = 8): Shape => {
  const shape = new Shape();
  const place = (angle: number, r: number, y: number): readonly [number, number, number] => [
    Math.sin(angle) * r,
    y,
    -Math.cos(angle) * r * 0.92,
  ];
  const strip = (r: number, facing: number): void => {
    const first = shape.vertexCount;
    for (let step = 0; step <= steps; step += 1) {
      const angle = (step / steps - 0.5) * spread;
      const ease = 1 - 0.35 * Math.abs(step / steps - 0.5) ** 2 * 4;
      const normal = [Math.sin(angle) * facing, 0, -Math.cos(angle) * facing] as const;
      shape.vertex(place(angle, r, low), normal, step / steps, 0);
      shape.vertex(place(angle, r, low + (high - low) * ease), normal, step / steps, 0.3);
    }
    for (let step = 0; step < steps; step += 1) {
      const base = first + step * 2;
      if (facing > 0) shape.quad(base, base + 1, base + 3, base + 2);
      else shape.quad(base, base + 2, base + 3, base + 1);
    }
  };
  strip(radius + thickness, 1);
  strip(radius, -1);
  const rim = shape.vertexCount;
  for (let step = 0; step <= steps; step += 1) {
    const angle = (step / steps - 0.5) * spread;
    const top = low + (high - low) * (1 - 0.35 * Math.abs(step / steps - 0.5) ** 2 * 4);
    shape.vertex(place(angle, radius, top), [0, 1, 0], step / steps, 0);
    shape.vertex(place(angle, radius + thickness, top), [0, 1, 0], step / steps, 0.02);
  }
  for (let step = 0; step < steps; step += 1) {
    const base = rim + step * 2;
    shape.quad(base, base + 2, base + 3, base + 1);
  }
  return shape;
};

const spindle: Drawer = (pen, palette, cover) => {
  legs(pen, 'wood', palette.darkWood, 0.018, 0.02);
  pen.at(0, seatHeight, 0).solid('wood', box(0.42, 0.035, 0.41, 0.014), palette.wood);
  pen.at(0, seatHeight + 0.028, 0.01).draw('matte', box(0.37, 0.03, 0.36, 0.014), cover);
  for (const x of pen.isSparse ? [-0.17, 0, 0.17] : [-0.17, -0.085, 0, 0.085, 0.17]) {
    pen.draw('wood', strut([x, seatHeight, -0.18], [x * 1.08, 0.84, -0.24], 0.011, pen.isSparse ? 3 : 4), palette.wood);
  }
  pen.at(0, 0.85, -0.242, 0, -0.15).draw('wood', box(0.44, 0.075, 0.026, 0.012), palette.wood);
};

const shell: Drawer = (pen, palette, cover) => {
  legs(pen, 'wood', palette.wood, 0.015, 0.05);
  pen.at(0, seatHeight, 0).solid('matte', plate(0.215, 0.05, pen.isSparse ? 9 : 14, 0.02), cover);
  pen.at(0, seatHeight + 0.02, 0).draw('matte', wrap(0.2, 0, 0.36, 2.7, 0.02, pen.isSparse ? 5 : 8), cover);
};

const cushion: Drawer = (pen, palette, cover) => {
  pen.at(0, 0.045, 0).solid('matte', box(0.5, 0.09, 0.5, 0.035), cover);
  pen.at(0, 0.095, 0).draw('matte', box(0.4, 0.02, 0.4, 0.009), palette.second);
};

const steel: Drawer = (pen, palette) => {
  legs(pen, 'metal', palette.metal, 0.014, 0.035);
  pen.at(0, seatHeight, 0).solid('wood', box(0.38, 0.03, 0.38, 0.012), palette.wood);
  for (const x of [-0.17, 0.17]) {
    pen.draw('metal', strut([x, seatHeight, -0.17], [x * 0.9, 0.82, -0.22], 0.013), palette.metal);
  }
  pen.at(0, 0.76, -0.213, 0, -0.12).draw('wood', box(0.32, 0.14, 0.022, 0.01), palette.wood);
  for (const z of [-0.189, 0.189]) pen.at(0, 0.2, z).draw('metal', box(0.375, 0.016, 0.016, 0.004), palette.metal);
};

const rattan: Drawer = (pen, palette, cover) => {
  legs(pen, 'wood', palette.wood, 0.016, 0.03);
  const seat = pen.at(0, seatHeight - 0.02, 0);
  seat.solid('wood', plate(0.225, 0.04, pen.isSparse ? 9 : 14, 0.016), palette.wood);
  seat.at(0, 0.04, 0).draw(
    'matte',
    lathe(
      [
        [0.2, 0],
        [0.19, 0.03],
        [0.13, 0.045],
        [0, 0.048],
      ],
      pen.isSparse ? 8 : 12,
    ),
    cover,
  );
  pen.draw('wood', wrap(0.2, 0.7, 0.78, 2.9, 0.026, pen.isSparse ? 5 : 8), palette.wood);
  const count = pen.isSparse ? 4 : 7;
  for (let step = 0; step <= count; step += 1) {
    const angle = (step / count - 0.5) * 2.6;
    const [x, z] = [Math.sin(angle) * 0.21, -Math.cos(angle) * 0.195];
    pen.draw('wood', strut([x, seatHeight, z], [x, 0.71, z], 0.008, 3), palette.wood);
  }
};

const drawers: Record<ChairShape, Drawer> = { spindle, shell, cushion, steel, rattan };

export const drawChair = (pen: Pen, shape: ChairShape, palette: Palette, cover: Colour): void =>
  drawers[shape](pen, palette, cover);

/** For long tables. */
export const drawStool = (pen: Pen, shape: ChairShape, palette: Palette, length: number): void => {
  if (shape === 'cushion') {
    for (const side of [-1, 1]) drawChair(pen.at((side * length) / 4, 0, 0), shape, palette, palette.fabric);
    return;
  }
  pen.at(0, seatHeight - 0.02, 0).solid('wood', box(length, 0.045, 0.34, 0.015), palette.wood);
  for (const side of [-1, 1]) {
    const end = pen.at(side * (length / 2 - 0.18), 0, 0);
    for (const z of [-0.12, 0.12]) end.at(0, 0, z).draw('wood', rod(0.022, seatHeight - 0.04, 8), palette.darkWood);
  }
  pen.at(0, 0.16, 0).draw('wood', box(length - 0.36, 0.03, 0.03, 0.006), palette.darkWood);
};
