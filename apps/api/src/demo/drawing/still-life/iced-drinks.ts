import type { Vec3 } from '../kit/camera.js';
import { type Color, lift } from '../kit/color.js';
import { hull, type Point, polyline } from '../kit/sheet.js';
import { ball, disc, lit, ring } from '../kit/solids.js';
import { leafOutline } from '../nature/foliage.js';
import { CREAM } from './hot-drinks.js';
import type { Tabletop } from './tabletop.js';

export interface IcedStyle {
  /** From the bottom of the glass to its top. */
  layers: readonly [Color, Color, Color];
  topping: 'none' | 'cream' | 'mint' | 'citrus';
}

/** A tall glass full of ice. */
export function drawIcedGlass(table: Tabletop, at: Vec3, style: IcedStyle): void {
  const { sheet, camera, light, random } = table;
  const [x, y, z] = at;
  const [r, h] = [0.042, 0.15];
  const fillLevel = h * 0.84;
  const [bottom, middle, top] = style.layers.map((layer) => lit(light, layer, [0, 0.3, -1]));
  const body = [
    ...camera.outline(ring([x, y + 0.006, z], r * 0.8)),
    ...camera.outline(ring([x, y + fillLevel, z], r * 0.97)),
  ];
  const outline = polyline(hull(body));
  const [low, high] = [camera.project([x, y, z]), camera.project([x, y + fillLevel, z])];
  sheet.path(
    outline,
    sheet.linearAt(
      [
        [0, top ?? '#ffffff'],
        [0.35, middle ?? '#ffffff'],
        [1, bottom ?? '#ffffff'],
      ],
      high,
      low,
    ),
  );
  sheet.group({ clip: outline }, () => {
    for (let cube = 0; cube < 7; cube += 1) {
      const [cx, cy] = camera.project([
        x + random.between(-0.5, 0.5) * r,
        y + fillLevel * random.between(0.3, 0.95),
        z - r * 0.5,
      ]);
      const size = r * camera.scaleAt(at) * random.between(0.5, 0.66);
      const turn = random.between(0, 1.5);
      const square = [0, 1, 2, 3].map((corner): Point => [
        cx + Math.cos(turn + (corner * Math.PI) / 2) * size * 0.7,
        cy + Math.sin(turn + (corner * Math.PI) / 2) * size * 0.7,
      ]);
      sheet.polygon(
        square,
        sheet.linear(
          [
            [0, '#ffffff', 0.46],
            [1, '#ffffff', 0.1],
          ],
          40,
        ),
        { stroke: 'none' },
      );
    }
    const [left, right] = [camera.project([x - r, y, z])[0], camera.project([x + r, y, z])[0]];
    sheet.rect(
      left,
      high[1] - 40,
      right - left,
      low[1] - high[1] + 90,
      sheet.linear(
        [
          [0, '#ffffff', 0.3],
          [0.16, '#ffffff', 0.34],
          [0.24, '#ffffff', 0],
          [0.78, '#2a1510', 0],
          [1, '#2a1510', 0.28],
        ],
        0,
      ),
    );
  });
  disc(table, [x, y + fillLevel, z], r * 0.97, lift(top ?? '#ffffff', 0.05));
  TOPPINGS[style.topping](table, [x, y + fillLevel, z], r);
  drawGlassRim(table, at, r, h);
}

function drawGlassRim(table: Tabletop, [x, y, z]: Vec3, r: number, h: number): void {
  const { sheet, camera } = table;
  const rim = polyline(camera.outline(ring([x, y + h, z], r * 1.02)));
  const wall = [...camera.outline(ring([x, y + h * 0.84, z], r)), ...camera.outline(ring([x, y + h, z], r * 1.02))];
  sheet.polygon(hull(wall), '#ffffff', { opacity: 0.18 });
  sheet.path(rim, 'none', { stroke: '#ffffff', strokeWidth: 2.6, opacity: 0.85 });
  const straw: Point[] = [
    camera.project([x - 0.01, y + h * 0.5, z]),
    camera.project([x + 0.03, y + h * 1.42, z + 0.01]),
  ];
  sheet.stroke(polyline(straw, false), '#f2e2c8', 9);
  sheet.stroke(
    polyline(
      straw.map(([px, py]): Point => [px - 2, py]),
      false,
    ),
    '#ffffff',
    2.4,
    { opacity: 0.7 },
  );
}

const TOPPINGS: Readonly<Record<IcedStyle['topping'], (table: Tabletop, at: Vec3, r: number) => void>> = {
  none: () => undefined,
  cream: (table, [x, y, z], r) => {
    for (const [size, rise] of [
      [0.86, 0.012],
      [0.62, 0.03],
      [0.36, 0.048],
    ] as const)
      ball(table, [x, y + rise, z], r * size, CREAM, 0.2);
  },
  mint: (table, at, r) => {
    const [x, y] = table.camera.project([at[0] + r * 0.3, at[1] + 0.012, at[2]]);
    const size = r * table.camera.scaleAt(at);
    for (const angle of [-2.6, -2, -1.2, -0.6])
      table.sheet.path(leafOutline([x, y], size * 0.9, angle, 0.62), angle < -1.6 ? '#4f8f4c' : '#74ad5c');
  },
  citrus: (table, at, r) => {
    const { sheet, camera } = table;
    const [x, y] = camera.project([at[0] + r * 0.7, at[1] + r * 0.75, at[2]]);
    const size = r * camera.scaleAt(at) * 0.82;
    sheet.circle([x, y], size, '#f2a032');
    sheet.circle([x, y], size * 0.88, '#fff1cf');
    for (let wedge = 0; wedge < 8; wedge += 1) {
      const [a, b] = [(wedge / 8) * Math.PI * 2 + 0.07, ((wedge + 1) / 8) * Math.PI * 2 - 0.07];
      const at2 = (angle: number): Point => [x + Math.cos(angle) * size * 0.78, y + Math.sin(angle) * size * 0.78];
      sheet.polygon([[x, y], at2(a), at2((a + b) / 2), at2(b)], '#f7b44a');
    }
  },
};
