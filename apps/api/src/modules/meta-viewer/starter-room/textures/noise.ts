/** Value noise on a lattice that repeats after `period` cells: textures have no seams. */
const lattice = (x: number, y: number, seed: number): number => {
  let mixed = Math.imul(x, 0x27d4eb2d) ^ Math.imul(y, 0x165667b1) ^ Math.imul(seed, 0x9e3779b9);
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return ((mixed ^ (mixed >>> 16)) >>> 0) / 0xffff_ffff;
};

const smooth = (share: number): number => share * share * (3 - 2 * share);
const wrap = (value: number, period: number): number => ((value % period) + period) % period;

/** 0 to 1. Asked for millions of times a texture: no arrays here. */
export const noise = (x: number, y: number, periodX: number, periodY: number, seed: number): number => {
  const left = Math.floor(x);
  const top = Math.floor(y);
  const u = smooth(x - left);
  const v = smooth(y - top);
  const x0 = wrap(left, periodX);
  const x1 = wrap(left + 1, periodX);
  const y0 = wrap(top, periodY);
  const y1 = wrap(top + 1, periodY);
  const upper = lattice(x0, y0, seed) * (1 - u) + lattice(x1, y0, seed) * u;
  const lower = lattice(x0, y1, seed) * (1 - u) + lattice(x1, y1, seed) * u;
  return upper * (1 - v) + lower * v;
};

/** Several sizes of noise on one another; `across` and `along` are cells over the whole texture. 0 to 1. */
export const clouds = (u: number, v: number, across: number, along: number, octaves: number, seed: number): number => {
  let sum = 0;
  let weight = 1;
  let total = 0;
  let scale = 1;
  for (let octave = 0; octave < octaves; octave += 1) {
    sum += weight * noise(u * across * scale, v * along * scale, across * scale, along * scale, seed + octave);
    total += weight;
    weight /= 2;
    scale *= 2;
  }
  return sum / total;
};

export const random2 = (x: number, y: number, seed: number): number => lattice(Math.floor(x), Math.floor(y), seed);
