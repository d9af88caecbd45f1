import { bytesOf, type Colour, mix } from '../geometry/colour.js';
import { clouds, noise, random2 } from './noise.js';
import { type Painter, times } from './texture.js';

export type View = 'street' | 'hills' | 'trees';

const [zenith, horizon, glass] = [bytesOf('#8fbbe0'), bytesOf('#f6ead6'), bytesOf('#7d93a5')];

const skyAt = (v: number, u: number): Colour => {
  const clear = mix(zenith, horizon, Math.min(1, (v / 0.72) ** 1.3));
  const cloud = Math.max(0, clouds(u, v, 10, 8, 4, 71) - 0.52) * 2.4;
  return mix(clear, [255, 252, 246], Math.min(0.75, cloud * (1 - v * 0.6)));
};

const ridge = (u: number, cells: number, seed: number): number =>
  0.6 * noise(u * cells, 0.5, cells, 4, seed) +
  0.28 * noise(u * cells * 3, 0.5, cells * 3, 4, seed + 1) +
  0.12 * noise(u * cells * 11, 0.5, cells * 11, 4, seed + 2);

interface Layer {
  /** Share of the image's height from the top, at its highest. */
  top: number;
  rise: number;
  cells: number;
  tint: Colour;
  haze: number;
  isFoliage: boolean;
}

const haze = bytesOf('#e9e4d6');

const hillLayers: readonly Layer[] = [
  { top: 0.44, rise: 0.2, cells: 7, tint: bytesOf('#7f9fb0'), haze: 0.45, isFoliage: false },
  { top: 0.54, rise: 0.16, cells: 9, tint: bytesOf('#8aa59c'), haze: 0.25, isFoliage: false },
  { top: 0.62, rise: 0.14, cells: 24, tint: bytesOf('#84996f'), haze: 0.1, isFoliage: true },
];
const treeLayers: readonly Layer[] = [
  { top: 0.46, rise: 0.2, cells: 20, tint: bytesOf('#a3b596'), haze: 0.35, isFoliage: true },
  { top: 0.54, rise: 0.22, cells: 26, tint: bytesOf('#87a073'), haze: 0.12, isFoliage: true },
  { top: 0.66, rise: 0.16, cells: 38, tint: bytesOf('#738f5f'), haze: 0, isFoliage: true },
];
const streetTrees: Layer = { top: 0.62, rise: 0.2, cells: 26, tint: bytesOf('#8ba076'), haze: 0.08, isFoliage: true };

const layerAt = (layer: Layer, u: number, v: number, seed: number): Colour | undefined => {
  const ragged = layer.isFoliage ? 0.035 * (clouds(u, v, 120, 40, 2, seed + 5) - 0.5) : 0;
  if (v < layer.top + layer.rise * (1 - ridge(u, layer.cells, seed)) + ragged) return undefined;
  const leaves = layer.isFoliage
    ? 0.45 + 1.05 * clouds(u, v, 160, 30, 3, seed + 8)
    : 0.96 + 0.08 * clouds(u, v, 30, 9, 2, seed);
  return mix(times(layer.tint, leaves), haze, layer.haze);
};

const fronts = ['#d9c3a5', '#c9a58b', '#b9b7ae', '#e4dccb', '#a9b3b5', '#cdb59c'].map(bytesOf);

/** A window of a house front, some of them lit; `x` and `y` count windows. */
const paneAt = (x: number, y: number, house: number, seed: number): Colour | undefined => {
  const [across, up] = [x % 1, (y % 1.25) - 0.35];
  if (Math.min(x, 4.6 - x, 0.5 - across, up, 0.65 - up) <= 0) return undefined;
  const pane = random2(house * 7 + Math.floor(x), Math.floor(y / 1.25), seed);
  return pane > 0.6 ? [255, 226, 168] : times(glass, 0.8 + pane);
};

const houseAt = (
  u: number,
  v: number,
  houses: number,
  seed: number,
  base: number,
  rise: number,
): Colour | undefined => {
  const house = Math.floor(u * houses);
  const top = base - rise * random2(house, 2, seed);
  if (v < top) return undefined;
  const front = fronts[Math.floor(random2(house, 5, seed) * fronts.length)] ?? haze;
  const [x, y] = [u * houses - house, (v - top) * 26];
  if (y < 0.35) return times(front, 0.7);
  const pane = paneAt(x * 5 - 0.25, y - 0.6, house, seed);
  if (pane) return pane;
  return times(front, x < 0.03 ? 0.8 : 0.97 + 0.06 * clouds(u, v, 60, 20, 2, seed));
};

const streetAt = (u: number, v: number): Colour | undefined => {
  const near = layerAt(streetTrees, u, v, 51) ?? houseAt(u, v, 22, 7, 0.66, 0.2);
  if (near) return near;
  const far = houseAt(u, v, 34, 3, 0.56, 0.18);
  return far && mix(far, haze, 0.45);
};

/** What is seen through the windows, all the way round; the horizon is at 0.8 of the height. */
export const panorama = (view: View): Painter => {
  const layers = view === 'hills' ? hillLayers : treeLayers;
  return (u, v) => {
    let seen = skyAt(v, u);
    if (view === 'street') return streetAt(u, v) ?? seen;
    for (const [index, layer] of layers.entries()) seen = layerAt(layer, u, v, 20 + index * 13) ?? seen;
    return seen;
  };
};
