import { lift, mix } from '../kit/color.js';
import { type Point, polyline } from '../kit/sheet.js';
import { drawCrown, leafage, SEASON_LEAVES } from '../nature/foliage.js';
import { drawShadeBelow, drawWall, type Elevation, type Frame, outdoors } from './elevation.js';
import { drawGlazing } from './glazing.js';
import { drawPot, drawSign, drawStringLights } from './street.js';

/** A gabled family house turned café: dormer, porch, ivy on one corner. */
export function drawCottage(elevation: Elevation): void {
  const { sheet, groundY, palette } = elevation;
  const frame: Frame = { x: 340, y: groundY - 330, width: 920, height: 330 };
  drawWall(elevation, frame, palette.wall);
  const gable: Point[] = [
    [420, groundY - 330],
    [660, groundY - 610],
    [900, groundY - 330],
  ];
  drawSlopedRoof(elevation, { x: 310, y: groundY - 540, width: 980, height: 220 });
  sheet.polygon(gable, sheet.shaded(outdoors(elevation, palette.wall, 0.9), outdoors(elevation, palette.wall, 0.68)));
  drawGlazing(
    elevation,
    { x: 600, y: groundY - 500, width: 120, height: 150 },
    { columns: 2, rows: 2, arched: true, frame: 8, frameColor: '#fbf3e4', room: false },
  );
  const roof = outdoors(elevation, palette.roof, 0.7);
  sheet.stroke(
    polyline(
      [
        [390, groundY - 312],
        [660, groundY - 628],
        [930, groundY - 312],
      ],
      false,
    ),
    lift(roof, -0.04),
    30,
    { round: false },
  );
  sheet.stroke(
    polyline(
      [
        [392, groundY - 322],
        [660, groundY - 636],
        [928, groundY - 322],
      ],
      false,
    ),
    lift(roof, 0.07),
    8,
    { round: false },
  );
  drawShadeBelow(elevation, { x: 900, y: groundY - 322, width: 360, height: 70 });
  drawGlazing(
    elevation,
    { x: 396, y: groundY - 262, width: 250, height: 200 },
    { columns: 3, rows: 2, frame: 10, frameColor: '#fbf3e4' },
  );
  drawGlazing(
    elevation,
    { x: 962, y: groundY - 262, width: 250, height: 200 },
    { columns: 3, rows: 2, frame: 10, frameColor: '#fbf3e4' },
  );
  for (const x of [390, 956]) sheet.rect(x - 4, groundY - 58, 270, 12, '#fbf3e4', { opacity: 0.9 });
  drawPorch(elevation, [790, groundY]);
  drawIvy(elevation, [1196, groundY - 170], [92, 178]);
}

/** A slope of tiles seen from the front, drawn course by course. */
function drawSlopedRoof(elevation: Elevation, { x, y, width, height }: Frame): void {
  const { sheet, palette, mood, random } = elevation;
  const tile = outdoors(elevation, palette.roof, 0.62);
  const inset = width * 0.07;
  const outline: Point[] = [
    [x + inset, y],
    [x + width - inset, y],
    [x + width, y + height],
    [x, y + height],
  ];
  sheet.polygon(outline, sheet.shaded(lift(tile, 0.07), lift(tile, -0.05)));
  sheet.group({ clip: polyline(outline) }, () => {
    let lines = '';
    let odd = '';
    for (let row = 0; row * 22 < height; row += 1) {
      const top = y + row * 22;
      lines += `M${x} ${top}h${width}`;
      for (let column = 0; column * 30 < width; column += 1) {
        const left = x + column * 30 + (row % 2) * 15;
        lines += `M${left} ${top}v14a8 8 0 0 0 8 8`;
        if (random.chance(0.14)) odd += `M${left} ${top}h30v22h-30Z`;
      }
    }
    sheet.path(odd, lift(tile, 0.08), { opacity: 0.5 });
    sheet.stroke(lines, lift(tile, -0.11), 1.8, { opacity: 0.6 });
    if (mood.time === 'snow') sheet.rect(x, y, width, height * 0.82, '#f6f8fc', { opacity: 0.94 });
  });
  sheet.rect(x - 6, y + height - 8, width + 12, 14, lift(tile, -0.1));
}

function drawPorch(elevation: Elevation, [x, y]: Point): void {
  const { sheet, palette } = elevation;
  const wood = outdoors(elevation, palette.wood, 0.75);
  drawGlazing(
    elevation,
    { x: x - 84, y: y - 256, width: 168, height: 256 },
    { columns: 2, rows: 3, frame: 14, frameColor: palette.accent, room: 'empty' },
  );
  const roof = outdoors(elevation, palette.roof, 0.72);
  sheet.polygon(
    [
      [x - 176, y - 276],
      [x, y - 372],
      [x + 176, y - 276],
    ],
    sheet.shaded(lift(roof, 0.06), lift(roof, -0.06)),
  );
  sheet.polygon(
    [
      [x - 122, y - 282],
      [x, y - 348],
      [x + 122, y - 282],
    ],
    outdoors(elevation, mix(palette.wall, '#fff8ec', 0.5), 0.7),
  );
  drawSign(elevation, [x, y - 304], 25, '#f7ecd6', palette.accent);
  sheet.rect(x - 150, y - 282, 300, 16, wood);
  drawShadeBelow(elevation, { x: x - 134, y: y - 266, width: 268, height: 70 });
  for (const side of [-1, 1])
    sheet.rect(x + side * 138 - 9, y - 268, 18, 268, sheet.shaded(lift(wood, 0.04), lift(wood, -0.08), 0));
  sheet.rect(x - 160, y - 18, 320, 20, lift(wood, -0.05));
}

/** Leaves climbing over a corner. */
function drawIvy(elevation: Elevation, centre: Point, reach: Point): void {
  const tones = leafage(
    SEASON_LEAVES[elevation.season === 'winter' ? 'summer' : elevation.season][2] ?? '#3f8060',
    elevation.mood,
  );
  drawCrown(elevation.sheet, centre, reach, tones, elevation.random, 0.9);
}

/** A timber A-frame with a glass front, a deck and firewood. */
export function drawCabin(elevation: Elevation): void {
  const { sheet, groundY, palette, mood } = elevation;
  const apex: Point = [800, groundY - 690];
  const base = groundY - 40;
  const wood = outdoors(elevation, palette.wood, 0.72);
  const roof = outdoors(elevation, palette.roof, 0.55);
  sheet.polygon(
    [[apex[0], apex[1] - 34], [1290, base], [1190, base], apex],
    sheet.shaded(lift(roof, 0.02), lift(roof, -0.08)),
  );
  sheet.polygon([[apex[0], apex[1] - 34], [310, base], [410, base], apex], sheet.shaded(lift(roof, 0.1), roof));
  if (mood.time === 'snow')
    sheet.stroke(
      polyline(
        [
          [318, base - 30],
          [apex[0], apex[1] - 46],
          [1282, base - 30],
        ],
        false,
      ),
      '#f6f8fc',
      32,
    );
  const front: Point[] = [[410, base], apex, [1190, base]];
  sheet.polygon(front, sheet.shaded(lift(wood, -0.06), wood));
  sheet.group(
    {
      clip: polyline([
        [452, base],
        [800, groundY - 624],
        [1148, base],
      ]),
    },
    () => {
      drawGlazing(
        elevation,
        { x: 440, y: groundY - 640, width: 720, height: 340 },
        { columns: 6, rows: 2, frame: 10, frameColor: palette.wood, room: false },
      );
      drawGlazing(
        elevation,
        { x: 440, y: groundY - 300, width: 720, height: 262 },
        { columns: 6, rows: 1, frame: 10, frameColor: palette.wood },
      );
    },
  );
  sheet.stroke(
    polyline(
      [
        [800, groundY - 640],
        [800, groundY - 300],
      ],
      false,
    ),
    wood,
    14,
    { round: false },
  );
  sheet.stroke(
    polyline(
      [
        [446, base],
        [800, groundY - 634],
        [1154, base],
      ],
      false,
    ),
    lift(wood, 0.03),
    20,
    { round: false },
  );
  sheet.rect(474, groundY - 312, 652, 20, sheet.shaded(lift(wood, 0.05), lift(wood, -0.08)));
  drawSign(elevation, [800, groundY - 372], 46, '#f4e7cc', '#3a2b25');
  drawDeck(elevation, base);
  drawFirewood(elevation, [1196, base]);
  drawStringLights(elevation, [330, base - 150], [800, groundY - 300], 26);
  drawStringLights(elevation, [800, groundY - 300], [1270, base - 150], 26);
}

function drawDeck(elevation: Elevation, y: number): void {
  const { sheet, palette } = elevation;
  const wood = outdoors(elevation, palette.wood, 0.8);
  sheet.polygon(
    [
      [330, y],
      [1270, y],
      [1330, y + 44],
      [270, y + 44],
    ],
    sheet.shaded(lift(wood, -0.05), lift(wood, 0.05)),
  );
  let boards = '';
  for (let index = 1; index < 22; index += 1)
    boards += `M${330 + (index * 940) / 22} ${y}L${270 + (index * 1060) / 22} ${y + 44}`;
  sheet.stroke(boards, lift(wood, -0.12), 1.8, { opacity: 0.6 });
  sheet.rect(270, y + 44, 1060, 16, lift(wood, -0.14));
}

function drawFirewood(elevation: Elevation, [x, y]: Point): void {
  const { sheet, random } = elevation;
  for (let row = 0; row < 4; row += 1) {
    for (let log = 0; log < 5 - row; log += 1) {
      const spot: Point = [x + log * 31 + row * 15.5, y - 14 - row * 26];
      const cut = outdoors(elevation, '#d8ac74', random.between(0.5, 0.9));
      sheet.circle(spot, 15.5, outdoors(elevation, '#6f4f3a', 0.5));
      sheet.circle(spot, 12.4, cut);
      sheet.circle(spot, 6.5, 'none', { stroke: lift(cut, -0.1), strokeWidth: 1.6 });
    }
  }
  drawPot(elevation, [392, y + 30], 74, 'bush', elevation.palette.accent);
}
