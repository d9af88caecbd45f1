import type { Color } from './kit/color.js';
import type { Paint, Point, Sheet } from './kit/sheet.js';

/** The picture on a café's sign; signs carry no letters, because a fresh machine has no Korean fonts. */
export type Emblem = keyof typeof SHAPES;

interface Shape {
  /** Path data in a field of 100 × 100. */
  fill?: string;
  line?: string;
}

const SHAPES = {
  cup: {
    fill: 'M22 42h48v14c0 16-10 24-24 24s-24-8-24-24ZM30 84h32v5H30Z',
    line: 'M70 48c16-2 16 20-2 20M36 34c-5-7 5-9 0-17M52 34c-5-7 5-9 0-17',
  },
  bean: { fill: 'M50 12c24 8 30 62 2 77-8-22 14-42-2-77ZM42 15c-26 14-26 58 2 73 4-26-16-44-2-73Z' },
  leaf: {
    fill: 'M18 82C12 38 42 16 84 16c2 42-20 72-56 62Z',
    line: 'M14 88C30 62 46 46 64 36',
  },
  wave: {
    fill: 'M10 66c14-44 54-52 66-22-14-8-26 0-24 10 3 12 22 14 38 4v16H10Z',
    line: 'M12 84c12-7 18 5 30 0s18 5 30 0 12 3 16 0',
  },
  moon: { fill: 'M62 12a40 40 0 1 0 26 56A34 34 0 0 1 62 12Z' },
  cat: {
    fill: 'M22 86V34L20 14l20 14c7-2 13-2 20 0l20-14-2 20v52c-8 6-48 6-56 0Z',
  },
  record: {
    fill: 'M50 10a40 40 0 1 1-.1 0ZM50 34a16 16 0 1 0 .1 0ZM50 45a5 5 0 1 1-.1 0Z',
  },
  book: {
    fill: 'M48 30C36 20 22 19 10 22v54c14-3 27-1 38 8ZM52 30c12-10 26-11 38-8v54c-14-3-27-1-38 8Z',
  },
  loaf: {
    fill: 'M14 52c-4-26 20-34 36-32s40 4 36 32c-3 5-6 6-6 8v22H20V60c0-2-3-3-6-8Z',
  },
  tangerine: {
    fill: 'M50 32c26-4 38 14 36 30S68 90 50 88 14 78 14 60s14-30 36-28ZM50 28c0-14 12-20 28-18-2 14-14 20-28 18Z',
  },
  mountain: { fill: 'M6 82 38 24l16 28 10-16 30 46ZM38 24l-9 18 8 6 6-8 6 3Z' },
  pine: { fill: 'M50 8 70 36H60l18 24H64l18 22H54v12h-8V82H18l18-22H22l18-24H30Z' },
  kettle: {
    fill: 'M26 46h42l8 36c1 6-60 6-58 0ZM44 34h10v10H44ZM72 56l18-20 5 4-16 30Z',
    line: 'M28 46C24 16 72 14 68 46',
  },
  tent: { fill: 'M50 16 92 84H62L50 54 38 84H8ZM50 64l8 20H42Z' },
  blossom: {
    fill: 'M50 44c-14-12-12-32 0-36 12 4 14 24 0 36ZM55 48c4-18 23-24 31-15-1 13-19 20-31 15ZM53 55c18 2 28 19 21 29-12 1-23-15-21-29ZM47 55c2 14-9 30-21 29-7-10 3-27 21-29ZM45 48c-12 5-30-2-31-15 8-9 27-3 31 15Z',
  },
  boat: { fill: 'M8 62h84L76 84H24ZM47 10v46H16ZM53 22c18 8 28 20 30 34H53Z' },
  lighthouse: { fill: 'M40 30h20l8 58H32ZM38 14h24v12H38ZM68 22l26-8v18ZM32 22 6 14v18Z' },
  snowflake: {
    line: 'M50 10v80M15 30l70 40M15 70l70-40M40 18l10 10 10-10M40 82l10-10 10 10M18 44l13-4-3-13M82 56l-13 4 3 13M18 56l13 4-3 13M82 44l-13-4 3-13',
  },
  wrench: {
    fill: 'M68 10c-16 2-22 16-17 28L20 70c-8 8 4 20 12 12l31-31c12 5 26-2 28-17L78 46 62 42 56 24Z',
  },
  roof: { fill: 'M4 52c20-4 28-16 34-28h24c6 12 14 24 34 28-4 8-10 8-16 6v30H60V66H40v22H20V58c-6 2-12 2-16-6Z' },
  window: {
    fill: 'M22 88V44c0-40 56-40 56 0v44ZM47 22c-12 2-18 10-18 24h18ZM53 22v24h18c0-14-6-22-18-24ZM29 52v30h18V52ZM53 52v30h18V52Z',
  },
  whale: {
    fill: 'M8 56c6-26 52-30 66-6 4-6 2-14-4-20 8 0 12 2 15 6 3-4 6-5 11-5-2 12-6 16-10 20 2 26-20 36-42 34S6 78 8 56Z',
    line: 'M34 26c-2-8-8-10-12-8M36 26c2-8 8-10 12-8',
  },
  hill: { fill: 'M4 80c8-30 20-46 34-46 10 0 17 8 23 20 4-6 9-9 14-9 10 0 17 14 21 35ZM72 12a9 9 0 1 1-.1 0Z' },
  glass: { fill: 'M26 20h48l-7 66c-1 5-33 5-34 0Z', line: 'M56 20 64 4h12' },
} as const satisfies Readonly<Record<string, Shape>>;

/** Draws the emblem in one colour, `size` pixels high, around `centre`. */
export function drawEmblem(sheet: Sheet, emblem: Emblem, centre: Point, size: number, color: Paint, hole: Color): void {
  const shape: Shape = SHAPES[emblem];
  const scale = size / 100;
  const transform = `translate(${(centre[0] - size / 2).toFixed(1)} ${(centre[1] - size / 2).toFixed(1)}) scale(${scale.toFixed(4)})`;
  sheet.group({ transform }, () => {
    if (shape.fill !== undefined) sheet.path(shape.fill, color, { stroke: hole, strokeWidth: 1.5 });
    if (shape.line !== undefined) sheet.stroke(shape.line, color, 5);
    if (emblem === 'cat') {
      sheet.path('M34 46a4 5 0 1 1-.1 0ZM66 46a4 5 0 1 1-.1 0ZM46 60h8l-4 5Z', hole);
    }
  });
}
