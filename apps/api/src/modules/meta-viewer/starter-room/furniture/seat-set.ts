import { box } from '../geometry/box.js';
import { mix, shade } from '../geometry/colour.js';
import { plate } from '../geometry/lathe.js';
import { type Pen } from '../geometry/scene.js';
import { type SeatSet } from '../layout/room-plan.js';
import { type Palette } from '../palette.js';
import { type Random } from '../random.js';
import { type Style } from '../styles.js';
import { drawChair, drawStool } from './chair.js';
import { drawRoundTable, drawSquareTable } from './table.js';

/** Metres from the middle of the table; what the collider and the picture share. */
export const seatSizes = {
  duoRadius: 0.36,
  duoChair: 0.62,
  quadSide: 0.84,
  quadChair: 0.68,
  longWidth: 1.8,
  longDepth: 0.8,
  longStool: 0.68,
  benchTableWidth: 0.7,
  benchTableDepth: 0.66,
  /** From the edge of the bench to the middle of the table and to the chair. */
  benchTable: 0.36,
  benchChair: 0.98,
} as const;

const drawRug = (pen: Pen, set: SeatSet, style: Style, palette: Palette): void => {
  if (!style.rug) return;
  const [edge, ground] = [mix(palette.second, palette.darkWood, 0.25), mix(palette.fabric, palette.tableTop, 0.45)];
  if (set.kind === 'duo') {
    pen.draw('matte', plate(0.95, 0.01, 36, 0.004), edge);
    pen.at(0, 0.01, 0).draw('matte', plate(0.82, 0.006, 36, 0.003), ground);
    return;
  }
  pen.at(0, 0.005, 0).draw('matte', box(2, 0.01, 1.5, 0.004), edge);
  pen.at(0, 0.012, 0).draw('matte', box(1.8, 0.007, 1.3, 0.003), ground);
};

export const drawSeatSet = (pen: Pen, set: SeatSet, style: Style, palette: Palette, random: Random): void => {
  const cover = (): readonly [number, number, number] =>
    shade(random.pick([palette.fabric, palette.fabric, palette.second]), random.between(0.85, 1.1));
  const chair = (x: number, z: number, yaw: number): void =>
    drawChair(pen.at(x, 0, z, yaw + random.between(-0.12, 0.12)), style.chairShape, palette, cover());
  if (set.kind !== 'bench' && random.chance(0.45)) drawRug(pen, set, style, palette);
  switch (set.kind) {
    case 'duo':
      drawRoundTable(pen, seatSizes.duoRadius, style, palette, random);
      chair(-seatSizes.duoChair, 0, Math.PI / 2);
      chair(seatSizes.duoChair, 0, -Math.PI / 2);
      return;
    case 'quad':
      drawSquareTable(pen, seatSizes.quadSide, seatSizes.quadSide, style, palette, random);
      for (const turn of [0, 1, 2, 3]) {
        const yaw = (turn * Math.PI) / 2;
        chair(-Math.sin(yaw) * seatSizes.quadChair, -Math.cos(yaw) * seatSizes.quadChair, yaw);
      }
      return;
    case 'long':
      drawSquareTable(pen, seatSizes.longWidth, seatSizes.longDepth, style, palette, random);
      for (const side of [-1, 1]) {
        drawStool(pen.at(0, 0, side * seatSizes.longStool), style.chairShape, palette, 1.6);
      }
      return;
    case 'bench':
      drawSquareTable(
        pen.at(0, 0, seatSizes.benchTable),
        seatSizes.benchTableWidth,
        seatSizes.benchTableDepth,
        style,
        palette,
        random,
      );
      chair(0, seatSizes.benchChair, Math.PI);
  }
};
