import type { Building } from '../exterior/exterior.js';
import { Camera, type Vec3 } from '../kit/camera.js';
import { lift, mix } from '../kit/color.js';
import type { Picture } from '../kit/finish.js';
import type { Random } from '../kit/random.js';
import { Sheet } from '../kit/sheet.js';
import { ball, box, disc, lit, placed, turned } from '../kit/solids.js';
import { drawTree, type TreeKind } from '../nature/trees.js';
import { IMAGE_SIZE, type Setting } from '../setting.js';
import { drawGround, drawIslet, type Island, RADIUS } from './island-ground.js';
import { drawModelHouse } from './model-house.js';
import { drawAvatar, drawFloatShadow, drawHotspot, drawPortal, drawVoid } from './space.js';

/** A setting with the trees of the café's garden. */
export interface IslandSetting extends Setting {
  trees: readonly TreeKind[];
}

const { width: WIDTH, height: HEIGHT } = IMAGE_SIZE;

/** The café's house and garden on an island in the air: the square before its virtual room. */
export function drawVirtualIsland(building: Building, setting: IslandSetting, random: Random): Picture {
  const main = new Sheet(WIDTH, HEIGHT);
  const dark = setting.mood.lamps > 0.75;
  const island: Island = {
    ...setting,
    sheet: main,
    random,
    camera: Camera.parallel({ target: [0, 0.4, 0], yaw: -34, pitch: 27, pxPerMetre: 116, centre: [800, 530] }),
    light: {
      direction: [0.5, -1, 0.42],
      key: dark ? '#b9b4d8' : mix(setting.mood.outdoors.key, '#ffffff', 0.3),
      ambient: dark ? '#5a5a8c' : mix(setting.mood.outdoors.ambient, '#c9c3d8', 0.3),
    },
  };
  drawVoid(main, setting.mood, setting.palette, random);
  drawIslet(island, [1290, 300], 0.2);
  drawIslet(island, [262, 420], 0.28);
  drawFloatShadow(main, [810, 1030], 560, setting.mood);
  drawGround(island, setting.view);
  drawGarden(island, setting, building);
  return { main, mirrored: random.chance(0.5) };
}

function drawGarden(island: Island, setting: IslandSetting, building: Building): void {
  const { palette, emblem, random, mood, season, camera, sheet } = island;
  const tree = (kind: TreeKind, at: Vec3, height: number): void => {
    disc(island, [at[0] + 0.3, 0.004, at[2] + 0.15], height * 0.26, '#20140f', { opacity: 0.16 });
    drawTree({ sheet, mood, season, random }, kind, camera.project(at), height * camera.scaleAt(at));
  };
  const kinds = setting.trees.length === 0 ? (['broadleaf'] as const) : setting.trees;
  const kind = (index: number): TreeKind => kinds[index % kinds.length] ?? 'broadleaf';
  tree(kind(0), [-2.6, 0, 2.4], 3.1);
  tree(kind(1), [0.2, 0, 3.4], 2.7);
  tree(kind(0), [2.9, 0, 2], 2.5);
  drawShade(island);
  drawModelHouse({ ...island, ...placed(island, [0, 0, 0.5]) }, building);
  drawFence(island);
  tree(kind(1), [-3.5, 0, -0.6], 2.3);
  drawTerrace(island);
  for (const x of [-1.15, 1.1]) drawLantern(island, [x, 0, -2.5]);
  drawAvatar(island, [-2.5, 0, -2.95], palette.accent, '#5a3d2c', emblem);
  drawAvatar(island, [1.35, 0, -3.35], '#3d6b8f', '#2f2320', null);
  drawPortal(island, [0, 0.01, -3.75], 0.5, palette.accent);
  drawHotspot(island, [0, 3.9, 0.4], palette.accent, 'cup');
}

function drawShade(island: Island): void {
  disc(island, [0.5, 0.004, 0.7], 2.9, '#20140f', { opacity: 0.14 });
}

function drawFence(island: Island): void {
  const posts = 26;
  for (let post = 0; post <= posts; post += 1) {
    const angle = Math.PI * (0.96 + (post / posts) * 0.42);
    const at: Vec3 = [Math.cos(angle) * (RADIUS - 0.25), 0, Math.sin(angle) * (RADIUS - 0.25)];
    box(island, [at[0] - 0.04, 0, at[2] - 0.02], [0.08, 0.46, 0.04], '#fbf4e6');
  }
}

/** Two small tables outside with their chairs. */
function drawTerrace(island: Island): void {
  const { palette } = island;
  for (const [x, z] of [
    [-3.15, -1.5],
    [1.9, -1.6],
  ] as const) {
    disc(island, [x + 0.06, 0.004, z - 0.05], 0.5, '#20140f', { opacity: 0.16 });
    for (const side of [-0.55, 0.55]) {
      turned(
        island,
        [x + side, 0, z + 0.1],
        [
          [0.05, 0],
          [0.05, 0.34],
        ],
        '#4a423f',
      );
      turned(
        island,
        [x + side, 0.34, z + 0.1],
        [
          [0.2, 0],
          [0.2, 0.08],
        ],
        palette.textile,
      );
      disc(island, [x + side, 0.42, z + 0.1], 0.2, lit(island.light, lift(palette.textile, 0.04), [0, 1, 0]));
    }
    turned(
      island,
      [x, 0, z],
      [
        [0.04, 0],
        [0.04, 0.6],
      ],
      '#4a423f',
    );
    turned(
      island,
      [x, 0.6, z],
      [
        [0.36, 0],
        [0.36, 0.05],
      ],
      palette.wood,
    );
    disc(island, [x, 0.65, z], 0.36, lit(island.light, mix(palette.wood, '#e9d2ae', 0.4), [0, 1, 0]));
    turned(
      island,
      [x - 0.1, 0.65, z],
      [
        [0.05, 0],
        [0.07, 0.1],
      ],
      '#fbf4e6',
    );
    turned(
      island,
      [x + 0.12, 0.65, z + 0.05],
      [
        [0.05, 0],
        [0.06, 0.16],
      ],
      palette.accent,
    );
  }
}

function drawLantern(island: Island, at: Vec3): void {
  const { sheet, camera, mood } = island;
  turned(
    island,
    at,
    [
      [0.06, 0],
      [0.035, 0.1],
      [0.035, 1.25],
    ],
    '#3f3a3c',
  );
  const lamp: Vec3 = [at[0], 1.4, at[2]];
  sheet.glow(camera.project(lamp), 150, '#ffdf9a', 0.25 + mood.lamps * 0.5);
  ball(island, lamp, 0.15, mix('#fff6e0', '#ffe3a0', mood.lamps), 0.4);
}
