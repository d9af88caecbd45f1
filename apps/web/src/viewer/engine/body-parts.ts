import type { BodyBuilder, Paint } from './body-builder.js';

export const ink = '#2b2321';
export const blush = '#f2958d';
export const skin = '#f6cfae';

/** What all bodies have: legs with shoes, trunk, arms with hands. */
interface Outfit {
  readonly skin: string;
  readonly top: Paint;
  readonly sleeve: Paint;
  readonly trousers: Paint;
  readonly shoes: string;
  readonly sole: string;
}

export const dress = (body: BodyBuilder, outfit: Outfit): void => {
  for (const [side, leg, arm] of [
    [-1, 'leftLeg', 'leftArm'],
    [1, 'rightLeg', 'rightArm'],
  ] as const) {
    body.limb(leg, [side * 0.095, 0.33, 0], [side * 0.1, 0.13, 0], 0.083, outfit.trousers);
    body.ball(leg, [0.085, 0.062, 0.125], { at: [side * 0.102, 0.068, -0.028], paint: outfit.shoes }, 10);
    body.trim(leg, [0.088, 0.024, 0.13], { at: [side * 0.102, 0.026, -0.028], paint: outfit.sole });
    body.limb(arm, [side * 0.185, 0.6, 0], [side * 0.228, 0.43, 0], 0.064, outfit.sleeve);
    body.ball(arm, [0.062, 0.066, 0.064], { at: [side * 0.238, 0.365, -0.004], paint: outfit.skin }, 9);
  }
  const trunk: [number, number][] = [
    [0, 0.29],
    [0.15, 0.3],
    [0.188, 0.35],
    [0.196, 0.42],
    [0.188, 0.52],
    [0.168, 0.61],
    [0.125, 0.675],
    [0.07, 0.71],
    [0, 0.73],
  ];
  body.lathe('trunk', trunk, { at: [0, 0, 0], size: [1, 1, 0.86], paint: outfit.top });
  body.lathe(
    'trunk',
    [
      [0, 0.265],
      [0.13, 0.27],
      [0.176, 0.315],
      [0.186, 0.36],
    ],
    { at: [0, 0, 0], size: [1, 1, 0.86], paint: outfit.trousers },
  );
};

export const eyes = (body: BodyBuilder, apart: number, height: number, depth: number): void => {
  for (const side of [-1, 1]) {
    body.ball('head', [0.036, 0.05, 0.022], { at: [side * apart, height, depth], paint: ink }, 9);
    body.trim('head', [0.012, 0.015, 0.008], {
      at: [side * apart - 0.01, height + 0.02, depth - 0.019],
      paint: '#ffffff',
    });
  }
};

export const face = (body: BodyBuilder): void => {
  body.ball('head', [0.285, 0.272, 0.268], { at: [0, 0.965, 0], paint: skin }, 18);
  eyes(body, 0.098, 0.945, -0.246);
  for (const side of [-1, 1]) {
    body.trim('head', [0.042, 0.026, 0.014], {
      at: [side * 0.165, 0.882, -0.208],
      turn: [0, side * -0.65, 0],
      paint: blush,
    });
    body.ball('head', [0.045, 0.055, 0.03], { at: [side * 0.28, 0.945, 0.01], paint: skin }, 7);
  }
  if (body.detail === 'near') {
    body.ring('head', 0.034, 0.008, {
      at: [0, 0.893, -0.252],
      turn: [0.25, 0, Math.PI],
      arc: Math.PI,
      paint: '#a8503f',
    });
  }
};

/** A cap of hair that leaves the face free. `low` is how far it comes down behind, radians from the top. */
export const hair = (body: BodyBuilder, color: string, low: number, lean: number): void => {
  body.ball('head', [0.315, 0.303, 0.303], { at: [0, 0.982, 0.012], open: low, turn: [lean, 0, 0], paint: color }, 18);
};

export const fringe = (
  body: BodyBuilder,
  color: string,
  parts: readonly (readonly [number, number, number])[],
): void => {
  for (const [x, y, tilt] of parts) {
    body.ball(
      'head',
      [0.098, 0.052, 0.05],
      { at: [x, y, -0.232 + Math.abs(x) * 0.34], turn: [0.35, 0, tilt], paint: color },
      10,
    );
  }
};
