import { drawBackdrop } from '../backdrop/backdrop.js';
import { drawJars } from '../backdrop/town.js';
import type { Random } from '../kit/random.js';
import type { Picture } from '../kit/finish.js';
import { type Point, Sheet } from '../kit/sheet.js';
import { drawTree, type TreeKind } from '../nature/trees.js';
import { IMAGE_SIZE, type Setting } from '../setting.js';
import { drawShophouse, drawWarehouse } from './brick.js';
import type { Elevation } from './elevation.js';
import { drawGround, type Ground } from './ground.js';
import { drawHanok } from './hanok.js';
import { drawCabin, drawCottage } from './house.js';
import { drawStoneHouse } from './stone-house.js';
import { drawGreenhouse, drawModern, drawSeaside } from './pavilion.js';
import { drawBench, drawBicycle, drawCat, drawEasel, drawPot } from './street.js';
import { drawFramingBranch, drawWeather } from './weather.js';

export type Building =
  'hanok' | 'warehouse' | 'shophouse' | 'cottage' | 'cabin' | 'stone-house' | 'modern' | 'seaside' | 'greenhouse';

const BUILDINGS: Readonly<Record<Building, (elevation: Elevation) => void>> = {
  hanok: drawHanok,
  warehouse: drawWarehouse,
  shophouse: drawShophouse,
  cottage: drawCottage,
  cabin: drawCabin,
  'stone-house': drawStoneHouse,
  modern: drawModern,
  seaside: drawSeaside,
  greenhouse: drawGreenhouse,
};

export type Prop = 'bicycle' | 'bench' | 'easel' | 'cat' | 'jars' | 'pots';

export interface Exterior extends Setting {
  building: Building;
  ground: Ground;
  trees: readonly TreeKind[];
  props: readonly Prop[];
}

const { width: WIDTH, height: HEIGHT } = IMAGE_SIZE;
const GROUND_Y = 862;

/** The café from the street. */
export function drawExterior(exterior: Exterior, random: Random): Picture {
  const sheet = new Sheet(WIDTH, HEIGHT);
  const { mood, season, palette, emblem } = exterior;
  const area = { x: 0, y: 0, width: WIDTH, height: HEIGHT, horizonY: 690 };
  const elevation: Elevation = { sheet, area, mood, season, palette, emblem, groundY: GROUND_Y, random };
  const scale = random.between(1, 1.14);
  const shift: Point = [
    random.between(-0.5, 0.5) * (scale - 1) * WIDTH,
    random.between(0.55, 0.9) * (scale - 1) * HEIGHT,
  ];
  const left = (WIDTH - WIDTH * scale) / 2 + shift[0];
  const view = `translate(${left.toFixed(1)} ${(-shift[1]).toFixed(1)}) scale(${scale.toFixed(4)})`;
  sheet.group({ transform: view }, () => {
    drawBackdrop(exterior.view, { ...elevation, random: random.fork('view') });
    drawTrees({ ...elevation, random: random.fork('trees') }, exterior.trees, 'behind');
    drawGround({ ...elevation, random: random.fork('ground') }, exterior.ground);
    BUILDINGS[exterior.building]({ ...elevation, random: random.fork('building') });
    drawTrees({ ...elevation, random: random.fork('near') }, exterior.trees, 'before');
    drawProps({ ...elevation, random: random.fork('props') }, exterior.props);
  });
  drawWeather({ ...elevation, random: random.fork('weather') });
  const picture: Picture = { main: sheet, mirrored: random.chance(0.5) };
  if (random.chance(0.5)) return picture;
  const near = new Sheet(WIDTH, HEIGHT);
  drawFramingBranch({ ...elevation, sheet: near, random: random.fork('branch') }, 'left');
  return { ...picture, near };
}

/** The first tree stands behind the house, the second before it to the right, the third far to the left. */
function drawTrees(elevation: Elevation, kinds: readonly TreeKind[], where: 'behind' | 'before'): void {
  const { random, groundY } = elevation;
  const [behind, before, far] = kinds;
  if (where === 'behind') {
    if (behind !== undefined) drawTree(elevation, behind, [250 + random.between(-30, 30), groundY - 4], 620);
    if (far !== undefined) drawTree(elevation, far, [1350 + random.between(-30, 40), groundY - 10], 520);
    return;
  }
  if (before !== undefined) drawTree(elevation, before, [1450 + random.between(-30, 30), groundY + 50], 680);
}

function drawProps(elevation: Elevation, props: readonly Prop[]): void {
  const { groundY, palette, random } = elevation;
  for (const prop of props) {
    if (prop === 'bench') drawBench(elevation, [1010, groundY + 34], 230);
    if (prop === 'bicycle') drawBicycle(elevation, [1040, groundY + 62], 250, palette.accent);
    if (prop === 'easel') drawEasel(elevation, [600, groundY + 58], 150);
    if (prop === 'cat') drawCat(elevation, [1000, groundY + 74], 96, random.pick(['#e0a765', '#f1ece4', '#5a5257']));
    if (prop === 'jars') drawJars(elevation, [330, groundY + 40], 130);
    if (prop === 'pots') {
      for (const [x, kind, size] of [
        [386, 'flowers', 92],
        [474, 'grass', 66],
        [1302, 'bush', 98],
        [1382, 'flowers', 72],
      ] as const) {
        drawPot(
          elevation,
          [x, groundY + 24 + (size % 7) * 2],
          size,
          kind,
          random.pick([palette.roof, palette.accent, '#b9714f', '#d8cbb8']),
        );
      }
    }
  }
}
