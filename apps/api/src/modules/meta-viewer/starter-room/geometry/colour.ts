/** Linear RGB, 0 to 1: what glTF's vertex colours and factors hold. */
export type Colour = readonly [number, number, number];

const linear = (byte: number): number => {
  const value = byte / 255;
  return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
};

/** sRGB bytes of `#rrggbb`. */
export const bytesOf = (hex: string): Colour => {
  const value = Number.parseInt(hex.slice(1), 16);
  return [(value >> 16) & 255, (value >> 8) & 255, value & 255];
};

/** From `#rrggbb` as one sees it on a screen. */
export const colour = (hex: string): Colour => {
  const [red, green, blue] = bytesOf(hex);
  return [linear(red), linear(green), linear(blue)];
};

export const mix = (from: Colour, to: Colour, share: number): Colour => [
  from[0] + (to[0] - from[0]) * share,
  from[1] + (to[1] - from[1]) * share,
  from[2] + (to[2] - from[2]) * share,
];

export const shade = (of: Colour, factor: number): Colour => [
  Math.min(1, of[0] * factor),
  Math.min(1, of[1] * factor),
  Math.min(1, of[2] * factor),
];

export const white: Colour = [1, 1, 1];
