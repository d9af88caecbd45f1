import { bytesOf, mix } from '../geometry/colour.js';
import { clouds, random2 } from './noise.js';
import { type Painter, times } from './texture.js';

const titleAt = (x: number, y: number, column: number): number =>
  y > 0.25 && y < 0.85 && x > 0.12 && x < 0.88 ? letterAt(x, y * 0.9, 8, column * 31, 0.95) : 0;

const entryAt = (x: number, y: number, column: number, row: number): number => {
  const end = 0.42 + 0.26 * random2(column, row, 3);
  if (x < end) return letterAt(x, y, 14, column * 17 + row, 0.8);
  return x > 0.84 ? letterAt(x, y, 14, column * 13 + row, 0.9) : dots(x, y);
};

/** Chalk strokes that read as lines of a menu without saying anything: no words to translate, no prices to be wrong. */
const strokeAt = (u: number, v: number): number => {
  const column = Math.floor(u * 3);
  const x = (u * 3 - column - 0.1) / 0.8;
  if (Math.abs(x - 0.5) > 0.5 || Math.abs(v - 0.5) > 0.44) return 0;
  const row = Math.floor((v - 0.06) / 0.088);
  const y = ((v - 0.06) / 0.088) % 1;
  if (row === 0) return titleAt(x, y, column);
  if (row === 1) return Math.abs(y - 0.25) < 0.05 ? 0.7 : 0;
  return entryAt(x, y, column, row);
};

const dots = (x: number, y: number): number => (Math.abs(y - 0.66) < 0.05 && (x * 40) % 1 < 0.3 && x < 0.82 ? 0.4 : 0);

const letterAt = (x: number, y: number, perLine: number, salt: number, chalk: number): number => {
  const cell = Math.floor(x * perLine);
  if (random2(cell, salt, 7) < 0.14 || y < 0.3 || y > 0.76) return 0;
  const [px, py] = [Math.floor(((x * perLine) % 1) * 4), Math.floor((y - 0.3) * 11)];
  if (px === 3) return 0;
  return random2(cell * 4 + px, salt * 8 + py, 19) > 0.42 ? chalk : 0;
};

export const menuBoard = (base: string, ink: string): Painter => {
  const [slate, chalk] = [bytesOf(base), bytesOf(ink)];
  return (u, v) => {
    const dust = 0.92 + 0.2 * clouds(u, v, 5, 3, 4, 2);
    return mix(times(slate, dust), chalk, strokeAt(u, v) * (0.7 + 0.3 * clouds(u, v, 90, 60, 1, 12)));
  };
};
