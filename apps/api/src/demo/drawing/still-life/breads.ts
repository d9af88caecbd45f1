import type { Vec3 } from '../kit/camera.js';
import { type Color, lift } from '../kit/color.js';
import { hull, polyline } from '../kit/sheet.js';
import { box, decal, lit } from '../kit/solids.js';
import type { Tabletop } from './tabletop.js';

/** Crescent of rolled pastry: segments from both ends to the middle. */
export function drawCroissant(table: Tabletop, at: Vec3, size = 0.94): void {
  const { sheet, camera, light } = table;
  const segments = 9;
  const order = Array.from({ length: segments }, (_, index) => (index / (segments - 1)) * 2 - 1).sort(
    (a, b) => Math.abs(b) - Math.abs(a),
  );
  const crust = lit(light, '#c98436', [0, 0.8, -0.6]);
  for (const t of order) {
    const reach = (0.034 - 0.021 * Math.abs(t) ** 1.4) * size;
    const centre: Vec3 = [at[0] + t * 0.082 * size, at[1] + reach * 0.95, at[2] - t * t * 0.046 * size];
    const [x, y] = camera.project(centre);
    const r = reach * camera.scaleAt(centre);
    const turn = (Math.atan2(-t * 1.1, 1) * 180) / Math.PI;
    sheet.group({ transform: `translate(${x.toFixed(1)} ${y.toFixed(1)}) rotate(${(-turn * 0.7).toFixed(1)})` }, () => {
      sheet.ellipse(
        [0, 0],
        r * 0.84,
        r * 1.06,
        sheet.linear([
          [0, lift(crust, 0.15)],
          [0.35, lift(crust, 0.04)],
          [0.75, lift(crust, -0.1)],
          [1, lift(crust, -0.2)],
        ]),
      );
      sheet.stroke(
        `M${(-r * 0.42).toFixed(1)} ${(-r * 0.75).toFixed(1)}Q${(-r * 0.66).toFixed(1)} 0 ${(-r * 0.3).toFixed(1)} ${(r * 0.82).toFixed(1)}`,
        lift(crust, -0.2),
        Math.max(1.5, r * 0.07),
        { opacity: 0.5 },
      );
      sheet.stroke(
        `M${(r * 0.06).toFixed(1)} ${(-r * 0.84).toFixed(1)}Q${(-r * 0.14).toFixed(1)} ${(-r * 0.4).toFixed(1)} ${(r * 0.04).toFixed(1)} ${(r * 0.1).toFixed(1)}`,
        lift(crust, 0.22),
        Math.max(1.5, r * 0.1),
        { opacity: 0.65 },
      );
    });
  }
}

/** A cut loaf on a board. */
export function drawBreadBoard(table: Tabletop, at: Vec3, crumb: Color): void {
  const [x, y, z] = at;
  box(table, [x - 0.15, y, z - 0.08], [0.3, 0.016, 0.16], table.palette.wood);
  const crust = '#a9682f';
  const stage = table;
  drawLoafBody(table, [x - 0.02, y + 0.016, z], crust, crumb);
  for (const [shift, lean] of [
    [-0.035, 0.012],
    [-0.065, 0.022],
    [-0.1, 0.045],
  ] as const) {
    const slice: Vec3[] = [
      [x + shift - lean, y + 0.017, z - 0.05],
      [x + shift - lean, y + 0.017, z + 0.05],
      [x + shift, y + 0.09 - lean * 0.7, z + 0.05],
      [x + shift, y + 0.09 - lean * 0.7, z - 0.05],
    ];
    decal(
      stage,
      slice.map(([a, b, c]): Vec3 => [a + 0.012, b, c]),
      lit(stage.light, crust, [0, 0.5, -1]),
    );
    decal(stage, slice, lit(stage.light, crumb, [-1, 0.6, -0.3]), {
      stroke: lit(stage.light, crust, [-0.5, 0.5, -1]),
      strokeWidth: 5,
      round: true,
    });
  }
}

/** The uncut part of the loaf: a rounded bar, its cut face to the left. */
function drawLoafBody(table: Tabletop, [x, y, z]: Vec3, crust: Color, crumb: Color): void {
  const { sheet, camera, light } = table;
  const profile = Array.from({ length: 17 }, (_, index): readonly [number, number] => {
    const angle = (index / 16) * Math.PI;
    return [Math.cos(angle) * 0.052, 0.02 + Math.sin(angle) ** 0.6 * 0.062];
  });
  const section = (along: number): Vec3[] => [
    [x + along, y, z + 0.05],
    ...profile.map(([dz, up]): Vec3 => [x + along, y + up, z + dz]),
    [x + along, y, z - 0.05],
  ];
  const tone = lit(light, crust, [0, 0.8, -0.6]);
  const body = hull([...camera.outline(section(0)), ...camera.outline(section(0.15))]);
  sheet.polygon(
    body,
    sheet.linear([
      [0, lift(tone, 0.1)],
      [0.35, tone],
      [1, lift(tone, -0.14)],
    ]),
  );
  for (const along of [0.045, 0.085, 0.125]) {
    const [a, b] = [
      camera.project([x + along, y + 0.081, z - 0.015]),
      camera.project([x + along + 0.02, y + 0.072, z + 0.03]),
    ];
    sheet.stroke(polyline([a, b], false), lift(tone, 0.17), 9, { opacity: 0.75 });
  }
  decal(table, section(0), lit(light, crumb, [-1, 0.5, -0.3]), {
    stroke: lift(tone, -0.04),
    strokeWidth: 6,
    round: true,
  });
}
