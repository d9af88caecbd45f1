import { drawWallShelves } from '../furniture/counter.js';
import { drawWallEmblem } from '../furniture/decor.js';
import { drawHangingPlant, drawPottedSprig } from '../furniture/greenery.js';
import { drawPendant, type LampKind } from '../furniture/lamps.js';
import { Camera, type Vec3 } from '../kit/camera.js';
import { type Color, lift, mix } from '../kit/color.js';
import type { Picture } from '../kit/finish.js';
import type { Random } from '../kit/random.js';
import { polyline, Sheet } from '../kit/sheet.js';
import { box, decal, level, lit, placed, upright } from '../kit/solids.js';
import { IMAGE_SIZE, type Setting } from '../setting.js';
import type { Bar } from './bar-stage.js';
import { drawBakersTable } from './bakery.js';
import { drawRoaster } from './roastery.js';
import { drawBrewBar } from './hand-drip.js';
import { drawTeaBar } from './tea.js';
import { drawMachineBar } from './espresso.js';
import { drawRecordBar } from './listening.js';

export type Craft = 'espresso' | 'hand-drip' | 'tea' | 'records' | 'bakery' | 'roastery';

const CRAFTS: Readonly<Record<Craft, (bar: Bar) => void>> = {
  espresso: drawMachineBar,
  'hand-drip': drawBrewBar,
  tea: drawTeaBar,
  records: drawRecordBar,
  bakery: drawBakersTable,
  roastery: drawRoaster,
};

const { width: WIDTH, height: HEIGHT } = IMAGE_SIZE;
const WALL_Z = 0.95;

/** What the café makes and how: its machine, kettle, oven or turntable, close up. */
export function drawBar(craft: Craft, lamp: LampKind, setting: Setting, random: Random): Picture {
  const main = new Sheet(WIDTH, HEIGHT);
  const bar: Bar = {
    ...setting,
    sheet: main,
    random,
    camera: Camera.perspective({
      eye: [random.between(-0.12, 0.16), 0.52, -1.02],
      yaw: random.between(-4, 4),
      pitch: 9,
      focalPx: 1180,
      centre: [800, 500],
    }),
    light: { direction: setting.mood.lamps > 0.75 ? [0.25, -1, 0.4] : [0.75, -0.75, 0.3], ...setting.mood.indoors },
  };
  drawBackWall(bar, craft);
  drawCounterTop(bar);
  CRAFTS[craft](bar);
  drawLamps(bar, lamp);
  return { main, mirrored: random.chance(0.5) };
}

function drawBackWall(bar: Bar, craft: Craft): void {
  const { sheet, palette, random, light, mood, emblem } = bar;
  const wall = lit(light, palette.wall, [0, 0, -1]);
  sheet.rect(
    -10,
    -10,
    WIDTH + 20,
    HEIGHT + 20,
    sheet.linear(
      [
        [0, lift(wall, -0.06)],
        [0.35, lift(wall, 0.02)],
        [1, lift(wall, -0.1)],
      ],
      30,
    ),
  );
  drawTiles(bar, mix(palette.wall, palette.accent, random.pick([0.18, 0.5, 0.75])));
  const shelfStage = placed(bar, [0, -1.02, WALL_Z]);
  drawWallShelves(shelfStage, 3.4, palette, random);
  if (craft !== 'records')
    drawWallEmblem(
      placed(bar, [0, 0, WALL_Z]),
      [random.pick([-0.98, 0.98]), 0.3],
      0.3,
      emblem,
      mix(palette.accent, '#fff6e6', 0.78),
      palette.accent,
    );
  const warm = bar.camera.project([0, 0.5, WALL_Z]);
  sheet.glow(warm, 720, '#ffdd9d', 0.14 + mood.lamps * 0.26, 0.7);
}

/** Glazed tiles from the counter up to the first shelf. */
function drawTiles(bar: Bar, color: Color): void {
  const { sheet, camera, random, light } = bar;
  const [wide, tall] = [0.15, 0.075];
  const tone = lit(light, color, [0, 0, -1]);
  decal(bar, upright([-2.4, 2.4], [-0.1, 0.48], WALL_Z), sheet.shaded(lift(tone, 0.03), lift(tone, -0.06), 70));
  let [bright, dark, joints] = ['', '', ''];
  for (let row = 0; row < 8; row += 1) {
    const y = -0.1 + row * tall;
    joints += polyline([camera.project([-2.4, y, WALL_Z]), camera.project([2.4, y, WALL_Z])], false);
    for (let column = -16; column < 16; column += 1) {
      const x = (column + (row % 2) * 0.5) * wide;
      const tile = polyline(camera.outline(upright([x, x + wide], [y, y + tall], WALL_Z)));
      joints += polyline([camera.project([x, y, WALL_Z]), camera.project([x, y + tall, WALL_Z])], false);
      const glaze = random.next();
      if (glaze < 0.2) bright += tile;
      else if (glaze > 0.84) dark += tile;
    }
  }
  sheet.path(bright, lift(tone, 0.05), { opacity: 0.6 });
  sheet.path(dark, lift(tone, -0.05), { opacity: 0.6 });
  sheet.stroke(joints, lift(tone, -0.12), 1.8, { opacity: 0.5 });
}

function drawCounterTop(bar: Bar): void {
  const { palette, sheet, light, mood, camera } = bar;
  const wood = mix(palette.wood, '#d9b384', 0.3);
  box(bar, [-2.4, -0.07, -0.75], [4.8, 0.07, WALL_Z + 0.72], wood);
  const tone = lit(light, wood, [0, 1, 0]);
  const [far, near] = [camera.project([0, 0, WALL_Z])[1], camera.project([0, 0, -0.5])[1]];
  const top: Vec3[] = level([-2.4, 2.4], [-0.75, WALL_Z], 0.0005);
  decal(
    bar,
    top,
    sheet.linearAt(
      [
        [0, lift(tone, -0.06)],
        [0.4, mix(lift(tone, 0.05), mood.indoors.key, 0.15)],
        [1, lift(tone, -0.09)],
      ],
      [0, far],
      [0, near],
    ),
  );
  let grain = '';
  for (let line = 0; line < 46; line += 1) {
    const [x, z] = [bar.random.between(-1.6, 1.2), bar.random.between(-0.5, WALL_Z)];
    grain += polyline(
      [camera.project([x, 0.001, z]), camera.project([x + bar.random.between(0.2, 0.7), 0.001, z])],
      false,
    );
  }
  sheet.stroke(grain, lift(tone, -0.09), 2, { opacity: 0.35 });
}

function drawLamps(bar: Bar, lamp: LampKind): void {
  const { palette, mood, random } = bar;
  for (const x of [-0.72, 0.78]) drawPendant(bar, [x, 0.6, 0.72], 1.6, lamp, mix(palette.accent, '#2f2724', 0.1), mood);
  drawPottedSprig(bar, [-1.12, 0, 0.62], 0.26, palette.roof, random);
  drawHangingPlant(bar, [1.24, 0.52, 0.6], 1.6, '#d8cbb8', random);
}
