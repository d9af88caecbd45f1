/** A colour as `#rrggbb`. */
export type Color = string;

type Triple = readonly [number, number, number];

function toLinear(channel: number): number {
  const value = channel / 255;
  return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
}

function fromLinear(value: number): number {
  const clamped = Math.min(1, Math.max(0, value));
  const encoded = clamped <= 0.0031308 ? clamped * 12.92 : 1.055 * clamped ** (1 / 2.4) - 0.055;
  return Math.round(encoded * 255);
}

function parse(color: Color): Triple {
  const value = Number.parseInt(color.slice(1), 16);
  return [toLinear((value >> 16) & 255), toLinear((value >> 8) & 255), toLinear(value & 255)];
}

function format([red, green, blue]: Triple): Color {
  const value = (fromLinear(red) << 16) | (fromLinear(green) << 8) | fromLinear(blue);
  return `#${value.toString(16).padStart(6, '0')}`;
}

/** OKLab (Björn Ottosson, 2020): mixing in it keeps hues clean where plain RGB turns grey. */
function toLab([r, g, b]: Triple): Triple {
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ];
}

function fromLab([lightness, a, b]: Triple): Triple {
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  return [
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ];
}

/** The colour `share` of the way from `from` to `to`; `share` is 0 to 1. */
export function mix(from: Color, to: Color, share: number): Color {
  const a = toLab(parse(from));
  const b = toLab(parse(to));
  return format(fromLab([a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share, a[2] + (b[2] - a[2]) * share]));
}

/** Lighter (positive) or darker (negative) by `amount` of OKLab lightness, whose whole range is 1. */
export function lift(color: Color, amount: number): Color {
  const [lightness, a, b] = toLab(parse(color));
  return format(fromLab([Math.min(1, Math.max(0, lightness + amount)), a, b]));
}

/** OKLab lightness, 0 black to 1 white. */
export function lightness(color: Color): number {
  return toLab(parse(color))[0];
}

/** More (above 1) or less (below 1) colourful at the same lightness. */
export function saturate(color: Color, factor: number): Color {
  const [lightness, a, b] = toLab(parse(color));
  return format(fromLab([lightness, a * factor, b * factor]));
}

/** A surface of `color` seen under light of colour `light`. */
export function under(color: Color, light: Color): Color {
  const surface = parse(color);
  const lamp = parse(light);
  return format([surface[0] * lamp[0], surface[1] * lamp[1], surface[2] * lamp[2]]);
}
