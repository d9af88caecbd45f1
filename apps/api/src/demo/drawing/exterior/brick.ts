import { lift, mix } from '../kit/color.js';
import { type Point, rectangle } from '../kit/sheet.js';
import { drawCourses, drawShadeBelow, drawWall, type Elevation, type Frame, outdoors } from './elevation.js';
import { drawGlazing } from './glazing.js';
import { drawAwning, drawBladeSign, drawPot, drawSign } from './street.js';

/** An old factory hall of brick: saw-tooth roof, tall arched steel windows, a wide door. */
export function drawWarehouse(elevation: Elevation): void {
  const { sheet, groundY, palette } = elevation;
  const frame: Frame = { x: 270, y: groundY - 470, width: 1060, height: 470 };
  drawSawTooth(elevation, frame);
  drawWall(elevation, frame, palette.wall);
  drawCourses(elevation, frame, 15, lift(outdoors(elevation, palette.wall, 0.5), -0.1), 0.5);
  drawCornice(elevation, frame);
  const opening = { y: groundY - 330, height: 300, frameColor: '#2f3335', frame: 9 };
  for (const x of [330, 570, 1090]) {
    drawArchOfBrick(elevation, { x, y: opening.y, width: 180, height: opening.height });
    drawGlazing(
      elevation,
      { x, y: opening.y, width: 180, height: opening.height },
      { ...opening, columns: 4, rows: 5, arched: true },
    );
    sheet.rect(x - 12, groundY - 32, 204, 14, lift(outdoors(elevation, palette.wall, 0.8), 0.08));
  }
  drawGlazing(
    elevation,
    { x: 822, y: groundY - 318, width: 200, height: 318 },
    { columns: 2, rows: 4, frame: 12, frameColor: palette.accent, room: 'empty' },
  );
  const steel = outdoors(elevation, '#3a3d40', 0.6);
  sheet.polygon(
    [
      [790, groundY - 338],
      [1054, groundY - 338],
      [1074, groundY - 318],
      [770, groundY - 318],
    ],
    steel,
  );
  drawShadeBelow(elevation, { x: 790, y: groundY - 318, width: 264, height: 60 });
  drawSign(elevation, [922, groundY - 396], 44, '#f3e6cd', '#3a2b25');
}

function drawSawTooth(elevation: Elevation, frame: Frame): void {
  const { sheet, palette, mood } = elevation;
  const roof = outdoors(elevation, palette.roof, 0.6);
  const teeth = 4;
  const step = frame.width / teeth;
  for (let tooth = 0; tooth < teeth; tooth += 1) {
    const x = frame.x + tooth * step;
    sheet.polygon(
      [
        [x, frame.y + 4],
        [x + step * 0.28, frame.y - 112],
        [x + step + 6, frame.y + 4],
      ],
      sheet.shaded(lift(roof, 0.08), lift(roof, -0.05), 40),
    );
    const glass = mix(mood.sky[1], '#ffdf9a', mood.lamps * 0.75);
    sheet.polygon(
      [
        [x + 10, frame.y],
        [x + step * 0.265, frame.y - 96],
        [x + step * 0.265, frame.y],
      ],
      glass,
      { stroke: '#34383a', strokeWidth: 4 },
    );
    if (mood.time === 'snow')
      sheet.polygon(
        [
          [x + step * 0.26, frame.y - 118],
          [x + step * 0.3, frame.y - 118],
          [x + step + 8, frame.y - 4],
          [x + step * 0.9, frame.y - 4],
        ],
        '#f6f8fc',
      );
  }
}

function drawCornice(elevation: Elevation, frame: Frame): void {
  const { sheet, palette } = elevation;
  const stone = outdoors(elevation, mix(palette.wall, '#efe3d0', 0.55), 0.75);
  sheet.rect(frame.x - 14, frame.y - 6, frame.width + 28, 20, stone);
  let dentils = '';
  for (let x = frame.x; x < frame.x + frame.width; x += 26) dentils += rectangle(x, frame.y + 14, 13, 12);
  sheet.path(dentils, lift(stone, -0.06));
  drawShadeBelow(elevation, { ...frame, y: frame.y + 14, height: 46 });
}

function drawArchOfBrick(elevation: Elevation, { x, y, width, height }: Frame): void {
  const { sheet, palette } = elevation;
  const rise = Math.min(width / 2, height * 0.45);
  const brick = outdoors(elevation, palette.wall, 0.75);
  const centre: Point = [x + width / 2, y + rise];
  for (let stone = 0; stone <= 14; stone += 1) {
    const angle = Math.PI + (stone / 14) * Math.PI;
    const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
    const from: Point = [centre[0] + cos * (width / 2 + 4), centre[1] + sin * (rise + 4)];
    const to: Point = [centre[0] + cos * (width / 2 + 30), centre[1] + sin * (rise + 30)];
    sheet.stroke(
      `M${from.map((v) => v.toFixed(1)).join(' ')}L${to.map((v) => v.toFixed(1)).join(' ')}`,
      lift(brick, stone % 2 === 0 ? 0.05 : -0.05),
      17,
      { round: false },
    );
  }
}

/** A narrow house in a row of shops: glass below an awning, two floors of windows with flower boxes above. */
export function drawShophouse(elevation: Elevation): void {
  const { sheet, groundY, palette, random } = elevation;
  drawNeighbours(elevation);
  const frame: Frame = { x: 470, y: groundY - 720, width: 660, height: 720 };
  drawWall(elevation, frame, palette.wall);
  if (random.chance(0.5)) drawCourses(elevation, frame, 17, lift(outdoors(elevation, palette.wall, 0.5), -0.07), 0.35);
  const trim = outdoors(elevation, mix(palette.wall, '#fff7ea', 0.6), 0.8);
  sheet.rect(frame.x - 16, frame.y - 10, frame.width + 32, 26, trim);
  drawShadeBelow(elevation, { ...frame, y: frame.y + 16, height: 50 });
  sheet.rect(frame.x - 8, groundY - 384, frame.width + 16, 18, trim);
  for (const floor of [0, 1]) {
    for (const column of [0, 1, 2])
      drawUpperWindow(elevation, [frame.x + 68 + column * 192, frame.y + 60 + floor * 168], trim);
  }
  const front = groundY - 292;
  sheet.rect(frame.x, front - 30, frame.width, 322, outdoors(elevation, palette.accent, 0.55));
  drawGlazing(
    elevation,
    { x: frame.x + 26, y: front, width: 372, height: 232 },
    { columns: 3, rows: 1, frame: 8, frameColor: lift(palette.accent, 0.04) },
  );
  drawGlazing(
    elevation,
    { x: frame.x + 440, y: front, width: 186, height: 284 },
    { columns: 2, rows: 1, frame: 12, frameColor: palette.wood, room: 'empty' },
  );
  sheet.rect(frame.x + 26, front + 244, 372, 42, lift(outdoors(elevation, palette.accent, 0.7), 0.04), {
    stroke: lift(outdoors(elevation, palette.accent, 0.4), -0.05),
    strokeWidth: 2,
  });
  drawAwning(elevation, [frame.x + 6, groundY - 366], [frame.width - 12, 84], [palette.accent, '#fbf1de']);
  drawShadeBelow(elevation, { x: frame.x, y: front - 4, width: frame.width, height: 90 }, 0.42);
  drawBladeSign(elevation, [frame.x + frame.width + 46, groundY - 500], 42, '#f7ecd6', '#3a2b25');
}

function drawUpperWindow(elevation: Elevation, [x, y]: Point, trim: string): void {
  const { sheet, palette, random } = elevation;
  sheet.rect(x - 12, y - 12, 164, 128, trim);
  drawGlazing(
    elevation,
    { x, y, width: 140, height: 104 },
    { columns: 2, rows: 1, frame: 6, frameColor: '#f4ead8', room: false },
  );
  const cloth = outdoors(elevation, palette.textile, 0.6);
  if (random.chance(0.6)) {
    sheet.path(`M${x + 4} ${y + 4}h40q-6 60 -40 96Z`, cloth, { opacity: 0.85 });
    sheet.path(`M${x + 136} ${y + 4}h-40q6 60 40 96Z`, cloth, { opacity: 0.85 });
  }
  sheet.rect(x - 18, y + 112, 176, 12, lift(trim, 0.02));
  if (random.chance(0.75)) drawPot(elevation, [x + 70, y + 116], 36, 'flowers', palette.roof);
}

function drawNeighbours(elevation: Elevation): void {
  const { sheet, groundY, random } = elevation;
  for (const [x, width, height] of [
    [-40, 300, 560],
    [252, 222, 640],
    [1126, 250, 590],
    [1372, 300, 680],
  ] as const) {
    const color = random.pick(['#c9a58a', '#a98f86', '#d8c4a4', '#9aa09a', '#b98474']);
    const frame: Frame = { x, y: groundY - height, width, height };
    drawWall(elevation, frame, mix(color, elevation.mood.haze, 0.22));
    const edge = lift(outdoors(elevation, color, 0.6), -0.08);
    sheet.rect(x - 4, frame.y - 8, width + 8, 16, edge);
    for (let row = 0; row < 3; row += 1) {
      for (const across of [0.14, 0.58]) {
        drawGlazing(
          elevation,
          { x: x + width * across, y: frame.y + 46 + row * 150, width: width * 0.27, height: 90 },
          { columns: 2, rows: 1, frame: 5, frameColor: '#e9dfd0', room: false },
        );
      }
    }
    sheet.rect(x, groundY - 120, width, 120, lift(edge, -0.06));
  }
}
