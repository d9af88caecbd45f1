import type { Emblem } from '../emblem.js';
import { Camera, type Vec3 } from '../kit/camera.js';
import { mix } from '../kit/color.js';
import type { Random } from '../kit/random.js';
import type { Picture } from '../kit/finish.js';
import { Sheet } from '../kit/sheet.js';
import { drawFramingBranch } from '../exterior/weather.js';
import { IMAGE_SIZE, type Setting } from '../setting.js';
import { drawHotCup, drawSteam } from './hot-drinks.js';
import { drawTeapot, drawTray } from './tea-set.js';
import { drawIcedGlass } from './iced-drinks.js';
import { drawCakeSlice, drawMacarons, drawTart } from './cakes.js';
import { drawDish, drawSpoon } from './tableware.js';
import { drawBreadBoard, drawCroissant } from './breads.js';
import { drawBingsu, drawRiceSweets, drawTangerines } from './korean-sweets.js';
import { drawFarWindow, drawSurface, drawTableSun, drawThingShadow, type Surface, type Tabletop } from './tabletop.js';
import {
  drawNapkin,
  drawBeans,
  drawBlossomVase,
  drawCamera,
  drawClosedBooks,
  drawGlassCandle,
  drawOpenBook,
  drawPineCone,
  drawRecordSleeve,
  drawShells,
} from './things.js';

export type Drink =
  | 'latte-heart'
  | 'latte-rosetta'
  | 'latte-tulip'
  | 'filter'
  | 'matcha'
  | 'tea-set'
  | 'iced-coffee'
  | 'einspanner'
  | 'citrus-ade'
  | 'berry-ade'
  | 'green-ade';
export type Sweet =
  | 'croissant'
  | 'cream-cake'
  | 'chocolate-cake'
  | 'carrot-cake'
  | 'tart'
  | 'bread'
  | 'rice-sweets'
  | 'bingsu'
  | 'tangerines'
  | 'macarons';
export type Keepsake =
  'vase' | 'open-book' | 'books' | 'record' | 'beans' | 'candle' | 'shells' | 'pine-cone' | 'camera';

export interface StillLife {
  drink: Drink;
  sweet: Sweet;
  keepsakes: readonly Keepsake[];
  surface: Surface;
}

interface Laid extends Tabletop {
  emblem: Emblem;
}

/** Something on the table: the room its shadow needs, and how it is drawn. */
interface Item {
  radius: number;
  height: number;
  draw: (table: Laid, at: Vec3) => void;
}

const CHINA = '#f8f1e6';
const COFFEE = '#6b3f26';
const CREMA = '#b5743f';

const DRINKS: Readonly<Record<Drink, Item>> = {
  'latte-heart': hot({ drink: CREMA, art: 'heart' }),
  'latte-rosetta': hot({ drink: CREMA, art: 'rosetta' }),
  'latte-tulip': hot({ drink: CREMA, art: 'tulip' }),
  filter: hot({ drink: COFFEE }),
  matcha: {
    radius: 0.066,
    height: 0.07,
    draw: (table, at) =>
      drawHotCup(table, at, {
        china: mix('#8a9a86', table.palette.textile, 0.25),
        drink: '#9db457',
        radius: 0.068,
        bowl: true,
      }),
  },
  'tea-set': {
    radius: 0.13,
    height: 0.02,
    draw: (table, at) => {
      const tray: Vec3 = [at[0] - 0.04, 0, at[2]];
      drawTray(table, tray, [0.34, 0.22], '#6b4630');
      const level: Vec3 = [at[0] - 0.08, 0.012, at[2] + 0.03];
      drawThingShadow(table, level, 0.07, 0.1);
      drawTeapot(table, level, '#a9bfae');
      for (const [dx, dz] of [
        [0.07, 0.045],
        [0.045, -0.055],
      ] as const) {
        drawThingShadow(table, [at[0] + dx, 0.012, at[2] + dz], 0.033, 0.035);
        drawHotCup(table, [at[0] + dx, 0.012, at[2] + dz], {
          china: '#dfe7da',
          drink: '#c9a84a',
          radius: 0.036,
          bowl: true,
        });
      }
    },
  },
  'iced-coffee': iced(['#3a1f14', '#5a3220', '#7d4b2e'], 'none'),
  einspanner: iced(['#3a1f14', '#4a281a', '#5a3424'], 'cream'),
  'citrus-ade': iced(['#f28f2a', '#f7b54a', '#fbe3a0'], 'citrus'),
  'berry-ade': iced(['#b3304f', '#dd6a7c', '#f6c3bd'], 'mint'),
  'green-ade': iced(['#6f9a4a', '#a3c06a', '#e2e9b8'], 'mint'),
};

function hot(style: { drink: string; art?: 'heart' | 'rosetta' | 'tulip' }): Item {
  return {
    radius: 0.09,
    height: 0.05,
    draw: (table, at) => drawHotCup(table, at, { china: mix(CHINA, table.palette.textile, 0.16), ...style }),
  };
}

function iced(layers: readonly [string, string, string], topping: 'none' | 'cream' | 'mint' | 'citrus'): Item {
  return { radius: 0.043, height: 0.15, draw: (table, at) => drawIcedGlass(table, at, { layers, topping }) };
}

function onDish(radius: number, draw: (table: Laid, at: Vec3) => void): Item {
  return {
    radius,
    height: 0.03,
    draw: (table, at) => {
      drawDish(table, at, radius, mix(CHINA, table.palette.accent, 0.07));
      draw(table, [at[0], radius * 0.075, at[2]]);
    },
  };
}

const SWEETS: Readonly<Record<Sweet, Item>> = {
  croissant: onDish(0.125, (table, at) => drawCroissant(table, at)),
  'cream-cake': onDish(0.105, (table, at) =>
    drawCakeSlice(table, at, { sponge: '#efcf94', cream: '#fff6e8', top: '#fff4e6', fruit: '#d63a46' }),
  ),
  'chocolate-cake': onDish(0.105, (table, at) =>
    drawCakeSlice(table, at, { sponge: '#5f3423', cream: '#8a5a3f', top: '#472519', fruit: '#c8323f' }),
  ),
  'carrot-cake': onDish(0.105, (table, at) =>
    drawCakeSlice(table, at, { sponge: '#bf7a3f', cream: '#fbf0da', top: '#fdf4e2', fruit: '#e0832f' }),
  ),
  tart: onDish(0.1, (table, at) => drawTart(table, at, ['#c8323f', '#5a3f78', '#e0566a', '#e9a23c'])),
  macarons: onDish(0.09, (table, at) => drawMacarons(table, at, [table.palette.accent, '#f2b7bd', '#b9c98a'])),
  'rice-sweets': onDish(0.105, drawRiceSweets),
  bingsu: { radius: 0.085, height: 0.07, draw: (table, at) => drawBingsu(table, at, '#6b2a2c') },
  tangerines: onDish(0.11, drawTangerines),
  bread: { radius: 0.12, height: 0.05, draw: (table, at) => drawBreadBoard(table, at, '#f3dcae') },
};

const KEEPSAKES: Readonly<Record<Keepsake, Item>> = {
  vase: {
    radius: 0.047,
    height: 0.13,
    draw: (table, at) => drawBlossomVase(table, at, mix(table.palette.textile, '#f4eadb', 0.3)),
  },
  'open-book': { radius: 0.1, height: 0.006, draw: (table, at) => drawOpenBook(table, at, 16, table.palette.accent) },
  books: {
    radius: 0.085,
    height: 0.06,
    draw: (table, at) => drawClosedBooks(table, at, [table.palette.accent, '#e3d3b4', table.palette.textile]),
  },
  record: {
    radius: 0.13,
    height: 0.004,
    draw: (table, at) => drawRecordSleeve(table, at, table.palette.accent, table.emblem),
  },
  beans: { radius: 0.004, height: 0.002, draw: (table, at) => drawBeans(table, at, 26) },
  candle: { radius: 0.034, height: 0.06, draw: drawGlassCandle },
  shells: { radius: 0.004, height: 0.002, draw: drawShells },
  'pine-cone': { radius: 0.01, height: 0.01, draw: drawPineCone },
  camera: { radius: 0.05, height: 0.06, draw: drawCamera },
};

const { width: WIDTH, height: HEIGHT } = IMAGE_SIZE;
const HERO: Vec3 = [-0.105, 0, 0.02];
const PARTNER: Vec3 = [0.13, 0, 0.055];
const CORNERS: readonly Vec3[] = [
  [-0.29, 0, 0.25],
  [0.31, 0, 0.25],
  [0.27, 0, -0.11],
  [-0.3, 0, -0.1],
];

/** What one is served, on a table by the window. */
export function drawStillLife(still: StillLife, setting: Setting, random: Random): Picture {
  const [far, main, near] = [new Sheet(WIDTH, HEIGHT), new Sheet(WIDTH, HEIGHT), new Sheet(WIDTH, HEIGHT)];
  const table: Laid = {
    ...setting,
    sheet: main,
    random,
    camera: Camera.perspective({
      eye: [random.between(-0.06, 0.06), 0.5, -0.66],
      pitch: 29,
      focalPx: 1960,
      centre: [800, 540],
    }),
    light: { direction: [0.8, -0.78, -0.34], ...setting.mood.indoors },
  };
  drawFarWindow({ ...table, sheet: far });
  drawLaidTable(still, table);
  if (still.keepsakes[0] !== 'vase') {
    drawFramingBranch(
      { ...table, sheet: near, area: { x: 0, y: 0, width: WIDTH, height: HEIGHT, horizonY: 400 } },
      'left',
    );
  }
  return { far, main, near, mirrored: random.chance(0.4) };
}

function drawLaidTable(still: StillLife, table: Laid): void {
  drawSurface(table, still.surface);
  drawTableSun(table);
  const laid = layOut(still);
  drawNapkin(table, [0.07, 0, -0.125], 24);
  for (const { item, at } of laid) drawThingShadow(table, at, item.radius, item.height);
  for (const { item, at } of [...laid].sort((a, b) => b.at[2] - a.at[2])) item.draw(table, at);
  if (DRINKS[still.drink].height < 0.1) drawSteam(table, [HERO[0], 0.09, HERO[2]], 0.2);
  drawSpoon(table, [0.07, 0.002, -0.125], 28, mix('#c9b27a', table.mood.indoors.key, 0.2));
}

function layOut(still: StillLife): { item: Item; at: Vec3 }[] {
  const around = still.keepsakes.map((keepsake, index) => ({
    item: KEEPSAKES[keepsake],
    at: CORNERS[index % CORNERS.length] ?? HERO,
  }));
  return [{ item: DRINKS[still.drink], at: HERO }, { item: SWEETS[still.sweet], at: PARTNER }, ...around];
}
