import sharp from 'sharp';

import { createRandom } from './random.js';
import type { Sheet } from './sheet.js';

/** A picture in depth: what is far or near is out of focus. */
export interface Picture {
  far?: Sheet;
  main: Sheet;
  near?: Sheet;
  /** Turned left to right as a whole. */
  mirrored: boolean;
}

/** Out of focus = drawn this many times smaller and enlarged; far cheaper than blurring at full size. */
const FAR_SHRINK = 11;
const NEAR_SHRINK = 5;
const ENLARGED_FIRST = 3;

/** Pixels for each unit of a drawing, in each direction: as many as a café's page shows. */
export const PAGE_RESOLUTION = 0.8;

const TILE = 512;
const CELL = 8;
const CHANNELS = 3;

interface Raster {
  pixels: Uint8Array;
  width: number;
  height: number;
}

/** The size in pixels of a developed picture whose drawing has this size. */
export const developedSize = ({ width, height }: { width: number; height: number }, resolution = PAGE_RESOLUTION) => ({
  width: Math.round(width * resolution),
  height: Math.round(height * resolution),
});

/** Renders the picture and lays light and paper over it: a bloom around lamps, a soft vignette, grain. */
export async function develop(picture: Picture, resolution = PAGE_RESOLUTION): Promise<Buffer> {
  const raster = await rasterize(picture, resolution);
  layLight(raster, bloomOf(raster));
  return sharp(raster.pixels, {
    raw: { width: raster.width, height: raster.height, channels: CHANNELS },
  })
    .jpeg({ quality: 86 })
    .toBuffer();
}

async function rasterize({ far, main, near, mirrored }: Picture, resolution: number): Promise<Raster> {
  const frame = `width="${main.width}" height="${main.height}"`;
  const turn = mirrored ? ` transform="translate(${main.width} 0) scale(-1 1)"` : '';
  const behind = far === undefined ? '' : await outOfFocus(far, FAR_SHRINK, frame);
  const before = near === undefined ? '' : await outOfFocus(near, NEAR_SHRINK, frame);
  const { width, height } = developedSize(main, resolution);
  const size = `width="${width}" height="${height}" viewBox="0 0 ${main.width} ${main.height}" preserveAspectRatio="none"`;
  const document = `<svg xmlns="http://www.w3.org/2000/svg" ${size}><g${turn}>${behind}${main.toString()}${before}</g></svg>`;
  const { data, info } = await sharp(Buffer.from(document))
    .flatten()
    .toColourspace('srgb')
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { pixels: data, width: info.width, height: info.height };
}

/** A layer drawn small and enlarged in two smooth steps, as an SVG image element. */
async function outOfFocus(sheet: Sheet, shrink: number, frame: string): Promise<string> {
  // Drawn to pixels first: resizing an SVG directly would draw it again, sharp, at the larger size.
  const small = await sharp(Buffer.from(sheet.toString(shrink)))
    .png({ compressionLevel: 1 })
    .toBuffer();
  const width = Math.round((sheet.width / shrink) * ENLARGED_FIRST);
  const png = await sharp(small).resize({ width, kernel: 'cubic' }).png({ compressionLevel: 1 }).toBuffer();
  return `<image ${frame} preserveAspectRatio="none" href="data:image/png;base64,${png.toString('base64')}"/>`;
}

/** What shines, blurred: one cell for 8 × 8 pixels, three channels, 0 to 255. */
function bloomOf({ pixels, width, height }: Raster): Bloom {
  const columns = Math.ceil(width / CELL);
  const rows = Math.ceil(height / CELL);
  const cells = new Float32Array(columns * rows * CHANNELS);
  const half = CELL / 2;
  for (let row = 0; row < rows; row += 1) {
    const y = Math.min(height - 1, row * CELL + half);
    for (let column = 0; column < columns; column += 1) {
      const x = Math.min(width - 1, column * CELL + half);
      const source = (y * width + x) * CHANNELS;
      const red = pixels[source] ?? 0;
      const shine = Math.max(0, (red - 190) / 65) ** 1.5;
      const cell = (row * columns + column) * CHANNELS;
      for (let channel = 0; channel < CHANNELS; channel += 1) {
        cells[cell + channel] = (pixels[source + channel] ?? 0) * shine;
      }
    }
  }
  const bloom: Bloom = { cells, columns, rows };
  for (let pass = 0; pass < 3; pass += 1) blur(bloom, 5);
  return bloom;
}

interface Bloom {
  cells: Float32Array;
  columns: number;
  rows: number;
}

function blur(bloom: Bloom, radius: number): void {
  const { columns, rows } = bloom;
  const stepX = CHANNELS;
  const stepY = columns * CHANNELS;
  for (let row = 0; row < rows; row += 1) blurLines(bloom.cells, row * stepY, stepX, columns, radius);
  for (let column = 0; column < columns; column += 1) {
    blurLines(bloom.cells, column * stepX, stepY, rows, radius);
  }
}

/** A running mean along one row or column, for each of its three channels. */
function blurLines(cells: Float32Array, start: number, step: number, count: number, radius: number): void {
  const line = new Float32Array(count);
  const share = 1 / (radius * 2 + 1);
  for (let channel = 0; channel < CHANNELS; channel += 1) {
    const first = start + channel;
    for (let index = 0; index < count; index += 1) line[index] = cells[first + index * step] ?? 0;
    const at = (index: number): number => line[Math.min(count - 1, Math.max(0, index))] ?? 0;
    let sum = 0;
    for (let index = -radius; index <= radius; index += 1) sum += at(index);
    for (let index = 0; index < count; index += 1) {
      cells[first + index * step] = sum * share;
      sum += at(index + radius + 1) - at(index - radius);
    }
  }
}

/** Screens the bloom over the picture, darkens the corners and adds the grain, in place. */
function layLight({ pixels, width, height }: Raster, bloom: Bloom): void {
  const clamped = new Uint8ClampedArray(pixels.buffer, pixels.byteOffset, pixels.length);
  const plan = columnPlan(bloom, width);
  const line = new Float32Array(bloom.columns * CHANNELS);
  const shine = new Float32Array(width * CHANNELS);
  const edge = new Float32Array(width);
  const paper = paperTile();
  for (let y = 0; y < height; y += 1) {
    bloomLine(bloom, y, line);
    spreadLine(line, plan, shine);
    fillVignette(edge, y / height - 0.5);
    const row = clamped.subarray(y * width * CHANNELS, (y + 1) * width * CHANNELS);
    finishRow(row, edge, shine, paper.subarray((y % TILE) * TILE, ((y % TILE) + 1) * TILE));
  }
}

function finishRow(row: Uint8ClampedArray, edge: Float32Array, shine: Float32Array, grain: Float32Array): void {
  let index = 0;
  for (let x = 0; x < edge.length; x += 1) {
    const dim = edge[x] ?? 1;
    const paper = grain[x % TILE] ?? 0;
    for (let channel = 0; channel < CHANNELS; channel += 1) {
      const light = (row[index] ?? 0) * dim;
      row[index] = light + (shine[index] ?? 0) * (0.34 - light * 0.00113) + paper;
      index += 1;
    }
  }
}

/** How much light is left at each pixel of a row; `down` is its height from the middle, -0.5 to 0.5. */
function fillVignette(edge: Float32Array, down: number): void {
  for (let x = 0; x < edge.length; x += 1) {
    const reach = (down * down + (x / edge.length - 0.5) ** 2) * 2.9;
    edge[x] = 1.012 - 0.12 * reach * Math.sqrt(reach);
  }
}

/** A line of bloom cells at full width, between the cells linearly. */
function spreadLine(line: Float32Array, plan: ColumnPlan, into: Float32Array): void {
  for (let x = 0; x < plan.share.length; x += 1) {
    const left = plan.left[x] ?? 0;
    const right = plan.right[x] ?? 0;
    const share = plan.share[x] ?? 0;
    for (let channel = 0; channel < CHANNELS; channel += 1) {
      const from = line[left + channel] ?? 0;
      into[x * CHANNELS + channel] = from + ((line[right + channel] ?? 0) - from) * share;
    }
  }
}

/** For each pixel of a row the two bloom cells it lies between (as indices of their first channel). */
function columnPlan({ columns }: Bloom, width: number): ColumnPlan {
  const plan: ColumnPlan = {
    left: new Int32Array(width),
    right: new Int32Array(width),
    share: new Float32Array(width),
  };
  for (let x = 0; x < width; x += 1) {
    const exact = Math.max(0, x / CELL - 0.5);
    const left = Math.min(columns - 1, Math.floor(exact));
    plan.left[x] = left * CHANNELS;
    plan.right[x] = Math.min(columns - 1, left + 1) * CHANNELS;
    plan.share[x] = exact - left;
  }
  return plan;
}

interface ColumnPlan {
  left: Int32Array;
  right: Int32Array;
  share: Float32Array;
}

/** The cells of the bloom at the height of pixel row `y`. */
function bloomLine({ cells, columns, rows }: Bloom, y: number, into: Float32Array): void {
  const exact = Math.max(0, y / CELL - 0.5);
  const upper = Math.min(rows - 1, Math.floor(exact));
  const share = exact - upper;
  const upperStart = upper * columns * CHANNELS;
  const lowerStart = Math.min(rows - 1, upper + 1) * columns * CHANNELS;
  for (let index = 0; index < into.length; index += 1) {
    const from = cells[upperStart + index] ?? 0;
    into[index] = from + ((cells[lowerStart + index] ?? 0) - from) * share;
  }
}

let madeTile: Float32Array | null = null;

/** Fine grain over a slow mottling, as of gouache on cotton paper; it wraps around at its edges. */
function paperTile(): Float32Array {
  if (madeTile !== null) return madeTile;
  const random = createRandom(20260707);
  const white = Float32Array.from({ length: TILE * TILE }, () => random.next() + random.next() - 1);
  const tile = new Float32Array(TILE * TILE);
  const at = (x: number, y: number): number => white[(y & (TILE - 1)) * TILE + (x & (TILE - 1))] ?? 0;
  for (let y = 0; y < TILE; y += 1) {
    for (let x = 0; x < TILE; x += 1) {
      const near = at(x, y) + at(x + 1, y) + at(x, y + 1) + at(x + 1, y + 1);
      const slow = at((x >> 3) + 90, (y >> 3) + 31) + at((x >> 5) + 7, (y >> 5) + 400);
      tile[y * TILE + x] = at(x + 200, y + 77) * 3.4 + near * 2.3 + slow * 0.9;
    }
  }
  madeTile = tile;
  return tile;
}
