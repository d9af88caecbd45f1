import { bytesOf, type Colour, mix } from '../geometry/colour.js';
import { clouds, noise, random2 } from './noise.js';
import { type Painter, times } from './texture.js';

/** A painter and how many metres its square covers. */
export interface Surface {
  painter: Painter;
  metres: number;
}

const fraction = (value: number): number => value - Math.floor(value);

const grainAt = (u: number, v: number, seed: number): number => {
  const waves = clouds(u, v, 2, 10, 2, seed);
  const rings = Math.sin((v * 34 + waves * 5) * Math.PI) * 0.5 + 0.5;
  return 0.55 * rings * noise(u * 3, v * 12, 3, 12, seed + 9) + 0.45 * clouds(u, v, 4, 96, 2, seed + 3);
};

/** Pale grain that vertex colours tint: all furniture shares it. */
export const grain: Surface = {
  metres: 1.2,
  painter: (u, v) => times([255, 252, 248], 0.8 + 0.2 * (1 - grainAt(u, v, 5))),
};

export const planks = (light: string, dark: string, rows: number): Surface => {
  const [pale, deep] = [bytesOf(light), bytesOf(dark)];
  return {
    metres: 2.4,
    painter: (u, v) => {
      const row = Math.floor(v * rows);
      const shift = random2(row, 3, 11);
      const board = Math.floor(fraction(u + shift) * 2);
      const tone = random2(row, board, 17);
      const across = fraction(v * rows);
      const along = fraction(fraction(u + shift) * 2);
      const isGap = across < 0.022 || along < 0.004;
      const figure = grainAt(fraction(u * 1 + tone), fraction(across / 5 + tone), 31);
      return times(mix(pale, deep, Math.min(1, 0.55 * tone + 0.5 * figure)), isGap ? 0.5 : 1);
    },
  };
};

export const tiles = (colours: readonly [string, string], perSide: number, grout: string): Surface => {
  const [first, second, joint] = [bytesOf(colours[0]), bytesOf(colours[1]), bytesOf(grout)];
  return {
    metres: 2.4,
    painter: (u, v) => {
      const [column, row] = [Math.floor(u * perSide), Math.floor(v * perSide)];
      const [x, y] = [fraction(u * perSide), fraction(v * perSide)];
      const edge = Math.min(x, y, 1 - x, 1 - y);
      if (edge < 0.018) return joint;
      const base = (column + row) % 2 === 0 ? first : second;
      const tone = 0.93 + 0.07 * random2(column, row, 5) + 0.06 * (clouds(u, v, 10, 10, 3, 23) - 0.5);
      return times(base, edge < 0.035 ? tone * 0.95 : tone);
    },
  };
};

export const terrazzo = (base: string, chips: readonly string[]): Surface => {
  const ground = bytesOf(base);
  const palette = chips.map(bytesOf);
  const cells = 40;
  const chipAt = (u: number, v: number): Colour | undefined => {
    for (const [dx, dy] of [
      [0, 0],
      [-1, 0],
      [0, -1],
      [-1, -1],
    ] as const) {
      const [column, row] = [Math.floor(u * cells) + dx, Math.floor(v * cells) + dy];
      const [cx, cy] = [(column + cells) % cells, (row + cells) % cells];
      const [ox, oy] = [0.5 + random2(cx, cy, 1), 0.5 + random2(cx, cy, 2)];
      const angle = random2(cx, cy, 3) * Math.PI;
      const [px, py] = [u * cells - column - ox, v * cells - row - oy];
      const along = px * Math.cos(angle) + py * Math.sin(angle);
      const across = py * Math.cos(angle) - px * Math.sin(angle);
      const size = 0.1 + 0.33 * random2(cx, cy, 4) ** 2;
      if (Math.abs(along) / 1.4 + Math.abs(across) < size)
        return palette[Math.floor(random2(cx, cy, 6) * palette.length)];
    }
    return undefined;
  };
  return {
    metres: 2,
    painter: (u, v) => times(chipAt(u, v) ?? ground, 0.97 + 0.06 * clouds(u, v, 6, 6, 3, 8)),
  };
};

/** Plaster, paper, concrete: one colour with more or less cloud. */
export const plaster = (base: string, strength: number, grainSize = 6): Surface => {
  const ground = bytesOf(base);
  return {
    metres: 3,
    painter: (u, v) => {
      const cloud = clouds(u, v, grainSize, grainSize, 5, 41) - 0.5;
      const speck = clouds(u, v, 90, 90, 1, 57) - 0.5;
      return times(ground, 1 + strength * (cloud * 1.6 + speck * 0.4));
    },
  };
};

export const concrete = (base: string): Surface => {
  const even = plaster(base, 0.16, 4);
  return {
    metres: 3,
    painter: (u, v) => {
      const joint = Math.min(fraction(u * 2), fraction(v * 2)) < 0.006;
      return times(even.painter(u, v), joint ? 0.72 : 1);
    },
  };
};

export const bricks = (colours: readonly [string, string], mortar: string): Surface => {
  const [first, second, joint] = [bytesOf(colours[0]), bytesOf(colours[1]), bytesOf(mortar)];
  const [columns, rows] = [8, 24];
  return {
    metres: 1.92,
    painter: (u, v) => {
      const row = Math.floor(v * rows);
      const shifted = fraction(u + (row % 2) / (columns * 2));
      const column = Math.floor(shifted * columns);
      const [x, y] = [fraction(shifted * columns), fraction(v * rows)];
      const wobble = 0.02 * (clouds(u, v, 40, 40, 2, 3) - 0.5);
      if (x < 0.045 + wobble || y < 0.13 + wobble * 3) return times(joint, 0.9 + 0.2 * clouds(u, v, 60, 60, 2, 4));
      const tone = random2(column, row, 9);
      const figure = clouds(u, v, 50, 50, 3, 14);
      const lit = y > 0.86 ? 0.86 : 1;
      return times(mix(first, second, tone * 0.75 + figure * 0.25), (0.82 + 0.36 * figure) * lit);
    },
  };
};
