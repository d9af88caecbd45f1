import type { Vec3 } from '../kit/camera.js';
import { type Color, lift } from '../kit/color.js';
import { curve, type Point, polyline } from '../kit/sheet.js';
import { decal, disc, lit, placed, ring, turned } from '../kit/solids.js';
import type { Tabletop } from './tabletop.js';

/** A plate with a raised rim. */
export function drawDish(table: Tabletop, at: Vec3, radius: number, china: Color): void {
  const { sheet, light, camera } = table;
  turned(
    table,
    at,
    [
      [radius * 0.6, 0],
      [radius, radius * 0.1],
    ],
    china,
    { gloss: 0.4 },
  );
  const tone = lit(light, china, [0, 1, 0]);
  const top: Vec3 = [at[0], at[1] + radius * 0.1, at[2]];
  disc(table, top, radius, sheet.shaded(lift(tone, -0.01), lift(tone, 0.05), 60));
  disc(
    table,
    [at[0], at[1] + radius * 0.07, at[2]],
    radius * 0.74,
    sheet.linear(
      [
        [0, lift(tone, -0.06)],
        [0.5, lift(tone, -0.005)],
        [1, lift(tone, 0.03)],
      ],
      65,
    ),
  );
  sheet.path(polyline(camera.outline(ring(top, radius * 0.985))), 'none', {
    stroke: lift(tone, 0.08),
    strokeWidth: 2,
    opacity: 0.8,
  });
}

/** A spoon, its handle towards the viewer. */
export function drawSpoon(table: Tabletop, at: Vec3, turnDegrees: number, metal: Color): void {
  const stage = placed(table, at, turnDegrees);
  const { sheet, camera } = stage;
  const line: Point[] = [
    camera.project([0, 0.004, -0.085]),
    camera.project([0.002, 0.006, 0]),
    camera.project([0, 0.006, 0.045]),
  ];
  sheet.stroke(curve(line.map(([x, y]): Point => [x + 5, y + 6])), '#2a1712', 8, { opacity: 0.25 });
  sheet.stroke(curve(line), metal, 8);
  sheet.stroke(curve(line.map(([x, y]): Point => [x - 2, y - 1])), lift(metal, 0.12), 2.4);
  const bowl = Array.from({ length: 20 }, (_, index): Vec3 => {
    const angle = (index / 20) * Math.PI * 2;
    return [Math.cos(angle) * 0.013, 0.008, 0.062 + Math.sin(angle) * 0.021];
  });
  decal(stage, bowl, sheet.shaded(lift(metal, -0.1), lift(metal, 0.12), 60), {
    stroke: lift(metal, 0.06),
    strokeWidth: 2,
  });
}
