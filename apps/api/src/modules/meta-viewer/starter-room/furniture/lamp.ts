import { colour, mix, white } from '../geometry/colour.js';
import { lathe, rod, sphere, strut } from '../geometry/lathe.js';
import { type Pen } from '../geometry/scene.js';
import { inverted } from '../geometry/sheet.js';
import { type Palette } from '../palette.js';
import { type LampShape } from '../styles.js';

/** The origin is the underside of the shade; the cord runs up by `drop`. */
type Drawer = (pen: Pen, palette: Palette) => number;

const bulb = (pen: Pen, y: number, radius: number): void => {
  pen.at(0, y, 0).draw('glow', sphere(radius, pen.isSparse ? 7 : 10, pen.isSparse ? 4 : 6), white);
};

const shadeOf = (pen: Pen, profile: readonly (readonly [number, number])[], palette: Palette): void => {
  const shape = lathe(profile, pen.isSparse ? 11 : 18);
  pen.draw('satin', shape, palette.lampShade);
  const inner = profile.map(([r, y]): readonly [number, number] => [Math.max(0, r - 0.006), y - 0.002]);
  pen.draw('satin', inverted(lathe(inner, pen.isSparse ? 11 : 18)), mix(palette.lampShade, [1, 0.93, 0.8], 0.85));
};

const dome: Drawer = (pen, palette) => {
  shadeOf(
    pen,
    [
      [0.21, 0],
      [0.205, 0.04],
      [0.17, 0.12],
      [0.1, 0.18],
      [0.03, 0.2],
    ],
    palette,
  );
  bulb(pen, 0.05, 0.06);
  pen.at(0, 0.195, 0).draw(
    'metal',
    lathe(
      [
        [0.032, 0],
        [0.026, 0.06],
        [0, 0.065],
      ],
      10,
    ),
    palette.metal,
  );
  return 0.25;
};

const globe: Drawer = (pen, palette) => {
  pen.at(0, 0.15, 0).draw('glow', sphere(0.15, pen.isSparse ? 12 : 20, pen.isSparse ? 7 : 10), white);
  pen.at(0, 0.285, 0).draw(
    'metal',
    lathe(
      [
        [0.055, 0],
        [0.05, 0.04],
        [0, 0.05],
      ],
      12,
    ),
    palette.metal,
  );
  return 0.32;
};

const lantern: Drawer = (pen, palette) => {
  pen.at(0, 0.02, 0).draw(
    'glow',
    lathe(
      [
        [0.15, 0],
        [0.17, 0.1],
        [0.17, 0.24],
        [0.15, 0.34],
      ],
      8,
    ),
    white,
  );
  for (const [y, radius] of [
    [0, 0.16],
    [0.34, 0.16],
  ] as const) {
    pen.at(0, y, 0).draw(
      'wood',
      lathe(
        [
          [0, 0],
          [radius, 0],
          [radius, 0.025],
          [0, 0.025],
        ],
        8,
      ),
      palette.darkWood,
    );
  }
  for (let step = 0; step < 8; step += 1) {
    const angle = (step / 8) * Math.PI * 2;
    const [x, z] = [Math.sin(angle), Math.cos(angle)];
    pen.draw('wood', strut([x * 0.155, 0.02, z * 0.155], [x * 0.176, 0.12, z * 0.176], 0.006, 4), palette.darkWood);
    pen.draw('wood', strut([x * 0.176, 0.12, z * 0.176], [x * 0.176, 0.26, z * 0.176], 0.006, 4), palette.darkWood);
    pen.draw('wood', strut([x * 0.176, 0.26, z * 0.176], [x * 0.155, 0.36, z * 0.155], 0.006, 4), palette.darkWood);
  }
  return 0.36;
};

const cone: Drawer = (pen, palette) => {
  shadeOf(
    pen,
    [
      [0.22, 0],
      [0.21, 0.02],
      [0.07, 0.15],
      [0.05, 0.24],
      [0.02, 0.25],
    ],
    palette,
  );
  bulb(pen, 0.03, 0.055);
  return 0.25;
};

const wicker: Drawer = (pen, palette) => {
  bulb(pen, 0.12, 0.075);
  const profile: readonly (readonly [number, number])[] = [
    [0.2, 0],
    [0.24, 0.08],
    [0.2, 0.2],
    [0.08, 0.3],
  ];
  const ribs = pen.isSparse ? 9 : 16;
  for (let step = 0; step < ribs; step += 1) {
    const angle = (step / ribs) * Math.PI * 2;
    for (const [index, [r, y]] of profile.slice(1).entries()) {
      const [fromR, fromY] = profile[index] ?? [r, y];
      const [x, z] = [Math.sin(angle), Math.cos(angle)];
      pen.draw('wood', strut([x * fromR, fromY, z * fromR], [x * r, y, z * r], 0.007, 3), palette.lampShade);
    }
  }
  for (const [r, y] of profile)
    pen.at(0, y - 0.008, 0).draw('wood', rod(r + 0.008, 0.02, pen.isSparse ? 9 : 16), palette.lampShade);
  for (const [r, y] of profile) {
    pen.at(0, y - 0.008, 0).draw('wood', inverted(rod(r - 0.004, 0.02, pen.isSparse ? 9 : 16)), palette.lampShade);
  }
  return 0.3;
};

const drawers: Record<LampShape, Drawer> = { dome, globe, lantern, cone, wicker };

export const drawLamp = (pen: Pen, drop: number, shape: LampShape, palette: Palette): void => {
  const top = drawers[shape](pen, palette);
  const black = colour('#2b2724');
  pen.at(0, top - 0.02, 0).draw('matte', rod(0.006, drop - top + 0.01, 5), black);
  pen.at(0, drop - 0.03, 0).draw(
    'matte',
    lathe(
      [
        [0.05, 0],
        [0.055, 0.03],
      ],
      12,
    ),
    black,
  );
};
