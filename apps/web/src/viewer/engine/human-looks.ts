import type { BodyBuilder } from './body-builder.js';
import { dress, face, fringe, hair, skin } from './body-parts.js';

/** Of a rucksack: over the shoulders and down in front. */
const straps = (body: BodyBuilder, color: string): void => {
  for (const side of [-1, 1]) {
    body.limb('trunk', [side * 0.118, 0.665, 0.04], [side * 0.132, 0.605, -0.105], 0.021, color);
    body.limb('trunk', [side * 0.132, 0.605, -0.105], [side * 0.142, 0.44, -0.128], 0.021, color);
  }
};

export const barista = (body: BodyBuilder): void => {
  dress(body, { skin, top: '#fbf7ef', sleeve: '#fbf7ef', trousers: '#3b3431', shoes: '#5a3d2b', sole: '#2d211a' });
  // The apron, its bib, band and pocket.
  body.lathe(
    'trunk',
    [
      [0.206, 0.24],
      [0.212, 0.34],
      [0.206, 0.45],
    ],
    { at: [0, 0, -0.002], size: [1.01, 1, 0.9], paint: 'cloth' },
  );
  body.ball('trunk', [0.125, 0.13, 0.05], { at: [0, 0.535, -0.128], turn: [0.12, 0, 0], paint: 'cloth' });
  body.trim('trunk', [0.075, 0.042, 0.02], { at: [0, 0.38, -0.186], paint: 'cloth', shade: 0.78 });
  for (const side of [-1, 1])
    body.limb('trunk', [side * 0.09, 0.6, -0.12], [side * 0.1, 0.69, 0], 0.017, 'cloth', 0.85);
  face(body);
  hair(body, '#5b3a29', 1.85, 0.62);
  fringe(body, '#5b3a29', [
    [-0.11, 1.12, 0.5],
    [0.04, 1.145, -0.1],
    [0.15, 1.1, -0.6],
  ]);
  body.ball('head', [0.1, 0.095, 0.095], { at: [0, 1.27, 0.1], paint: '#5b3a29' });
  // A kerchief.
  body.ring('head', 0.29, 0.03, { at: [0, 1.06, 0.02], turn: [Math.PI / 2 + 0.3, 0, 0], paint: 'cloth' });
};

export const student = (body: BodyBuilder): void => {
  dress(body, { skin, top: 'cloth', sleeve: 'cloth', trousers: '#3d4a63', shoes: '#f4f1ea', sole: '#d9d4c8' });
  face(body);
  hair(body, '#2e2a2b', 2.05, 0.5);
  fringe(body, '#2e2a2b', [
    [-0.14, 1.125, 0.45],
    [-0.03, 1.15, 0.12],
    [0.09, 1.145, -0.2],
    [0.17, 1.11, -0.6],
  ]);
  for (const side of [-1, 1]) {
    body.ball(
      'head',
      [0.07, 0.17, 0.11],
      { at: [side * 0.252, 0.9, 0.045], turn: [0, 0, side * 0.12], paint: '#2e2a2b' },
      12,
    );
  }
  // The hood behind the neck, cords, and a satchel.
  body.ring('trunk', 0.125, 0.048, {
    at: [0, 0.69, 0.03],
    turn: [Math.PI / 2 - 0.3, 0, 0],
    paint: 'cloth',
    shade: 0.85,
  });
  for (const side of [-1, 1])
    body.limb('trunk', [side * 0.05, 0.65, -0.142], [side * 0.055, 0.55, -0.165], 0.01, '#fbf7ef');
  body.ball('trunk', [0.14, 0.16, 0.085], { at: [0, 0.5, 0.2], paint: '#c98a45' }, 9);
  body.ball('trunk', [0.1, 0.07, 0.05], { at: [0, 0.45, 0.255], paint: '#e0aa62' }, 7);
  straps(body, '#a9703a');
};

export const traveler = (body: BodyBuilder): void => {
  dress(body, { skin, top: 'cloth', sleeve: 'cloth', trousers: '#b79c74', shoes: '#7a4f31', sole: '#4a3020' });
  face(body);
  hair(body, '#8a5a35', 1.9, 0.5);
  fringe(body, '#8a5a35', [
    [-0.13, 1.1, 0.5],
    [0.13, 1.1, -0.5],
  ]);
  // A straw hat with a band.
  body.lathe(
    'head',
    [
      [0.43, 0],
      [0.44, 0.015],
      [0.3, 0.035],
      [0.275, 0.06],
      [0.25, 0.17],
      [0.17, 0.225],
      [0, 0.235],
    ],
    { at: [0, 1.1, 0.03], turn: [0.16, 0, 0], paint: '#ecd29a' },
  );
  body.lathe(
    'head',
    [
      [0.43, 0],
      [0.2, -0.004],
    ],
    { at: [0, 1.1, 0.03], turn: [0.16, 0, 0], paint: '#cfae72' },
  );
  body.ring('head', 0.276, 0.022, {
    at: [0, 1.155, 0.04],
    turn: [Math.PI / 2 + 0.16, 0, 0],
    paint: 'cloth',
    shade: 0.8,
  });
  // A scarf and a rolled blanket on a rucksack.
  body.ring('trunk', 0.105, 0.045, { at: [0, 0.7, 0], turn: [Math.PI / 2, 0, 0], paint: '#f1e2c4' });
  body.ball('trunk', [0.165, 0.19, 0.11], { at: [0, 0.5, 0.22], paint: '#7d6a4f' }, 9);
  body.limb('trunk', [-0.13, 0.72, 0.2], [0.13, 0.72, 0.2], 0.062, '#d98b5f');
  straps(body, '#5d4e39');
};

export const artist = (body: BodyBuilder): void => {
  dress(body, { skin, top: '#f6f1e6', sleeve: '#f6f1e6', trousers: '#4b4a55', shoes: '#a33f35', sole: '#6d2a24' });
  // A smock, open in front, with dabs of paint.
  body.lathe(
    'trunk',
    [
      [0.22, 0.2],
      [0.215, 0.36],
      [0.205, 0.48],
      [0.182, 0.6],
      [0.135, 0.68],
    ],
    { at: [0, 0, 0], size: [1, 1, 0.9], paint: 'cloth' },
  );
  body.trim('trunk', [0.032, 0.026, 0.012], { at: [-0.08, 0.4, -0.178], paint: '#f4c542' });
  body.trim('trunk', [0.026, 0.03, 0.012], { at: [0.07, 0.47, -0.17], paint: '#f3f0e6' });
  body.trim('trunk', [0.022, 0.02, 0.012], { at: [0.1, 0.34, -0.178], paint: '#e0613f' });
  face(body);
  hair(body, '#a5502f', 2.2, 0.48);
  fringe(body, '#a5502f', [
    [-0.12, 1.11, 0.6],
    [0.02, 1.13, 0.2],
  ]);
  for (const side of [-1, 1])
    body.ball('head', [0.09, 0.15, 0.12], { at: [side * 0.235, 0.83, 0.08], paint: '#a5502f' }, 9);
  // A beret, and a pencil behind the ear.
  body.ball(
    'head',
    [0.33, 0.1, 0.31],
    { at: [0.05, 1.19, 0.03], turn: [0.12, 0, -0.24], paint: 'cloth', shade: 0.82 },
    18,
  );
  body.limb('head', [0.075, 1.275, 0.03], [0.085, 1.315, 0.03], 0.014, 'cloth', 0.7);
  body.limb('head', [0.3, 1.0, -0.11], [0.305, 1.07, 0.09], 0.014, '#f4c542');
};
