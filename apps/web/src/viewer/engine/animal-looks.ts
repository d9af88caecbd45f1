import type { BodyBuilder } from './body-builder.js';
import { blush, dress, eyes, ink } from './body-parts.js';

const animal = (body: BodyBuilder, fur: string, paw: string): void => {
  dress(body, { skin: paw, top: 'cloth', sleeve: 'cloth', trousers: fur, shoes: paw, sole: paw });
  body.ring('trunk', 0.115, 0.042, { at: [0, 0.69, 0.005], turn: [Math.PI / 2, 0, 0], paint: 'cloth', shade: 0.82 });
};

export const bear = (body: BodyBuilder): void => {
  const [fur, light] = ['#9a6a45', '#e9cda5'];
  animal(body, fur, '#7e5335');
  body.ball('head', [0.305, 0.278, 0.275], { at: [0, 0.965, 0], paint: fur }, 18);
  for (const side of [-1, 1]) {
    body.ball('head', [0.098, 0.098, 0.06], { at: [side * 0.215, 1.195, 0.01], paint: fur }, 10);
    body.ball('head', [0.058, 0.058, 0.03], { at: [side * 0.215, 1.195, -0.042], paint: light }, 9);
    body.trim('head', [0.042, 0.026, 0.014], {
      at: [side * 0.182, 0.89, -0.215],
      turn: [0, side * -0.7, 0],
      paint: blush,
    });
  }
  body.ball('head', [0.128, 0.098, 0.085], { at: [0, 0.885, -0.228], paint: light });
  body.ball('head', [0.045, 0.033, 0.028], { at: [0, 0.93, -0.304], paint: ink }, 9);
  eyes(body, 0.108, 0.985, -0.25);
  body.ball('tail', [0.065, 0.065, 0.06], { at: [0, 0.36, 0.2], paint: fur }, 7);
};

export const cat = (body: BodyBuilder): void => {
  const [fur, light] = ['#e9a862', '#fff3e2'];
  animal(body, fur, light);
  body.ball('head', [0.31, 0.262, 0.268], { at: [0, 0.955, 0], paint: fur }, 18);
  for (const side of [-1, 1]) {
    body.cone('head', 0.105, 0.2, {
      at: [side * 0.185, 1.225, 0.02],
      size: [1, 1, 0.55],
      turn: [0, 0, side * -0.32],
      paint: fur,
    });
    body.cone('head', 0.064, 0.13, {
      at: [side * 0.183, 1.21, -0.026],
      size: [1, 1, 0.4],
      turn: [0, 0, side * -0.32],
      paint: '#f6b9a6',
    });
    body.trim('head', [0.042, 0.026, 0.014], {
      at: [side * 0.19, 0.875, -0.205],
      turn: [0, side * -0.7, 0],
      paint: blush,
    });
    body.ball('head', [0.068, 0.05, 0.045], { at: [side * 0.05, 0.878, -0.247], paint: light }, 9);
    for (const drop of [0, 0.035]) {
      if (body.detail === 'near')
        body.limb('head', [side * 0.12, 0.885 - drop, -0.25], [side * 0.27, 0.9 - drop * 2, -0.21], 0.005, '#fff8ee');
    }
  }
  // Stripes on the brow.
  for (const x of [-0.06, 0, 0.06])
    body.trim('head', [0.014, 0.06, 0.014], {
      at: [x, 1.165, -0.165 + Math.abs(x) * 0.1],
      turn: [-0.75, 0, 0],
      paint: '#c27d3c',
    });
  body.trim('head', [0.02, 0.015, 0.014], { at: [0, 0.91, -0.286], paint: '#e57f77' });
  eyes(body, 0.112, 0.97, -0.238);
  body.limb('tail', [0, 0.38, 0.17], [0, 0.46, 0.34], 0.036, fur);
  body.limb('tail', [0, 0.46, 0.34], [0, 0.64, 0.39], 0.034, fur);
  body.ball('tail', [0.042, 0.05, 0.042], { at: [0, 0.67, 0.395], paint: light }, 7);
};
