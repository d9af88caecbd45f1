import { type Color, lift, mix } from '../kit/color.js';
import { curve, type Point, polyline } from '../kit/sheet.js';
import { groundColor } from '../backdrop/land.js';
import { drawGrass, leafOutline } from '../nature/foliage.js';
import { type Elevation, outdoors } from './elevation.js';

export type Ground = 'pavement' | 'garden' | 'yard' | 'deck';

const DRAW: Readonly<Record<Ground, (elevation: Elevation) => void>> = {
  pavement: drawPavement,
  garden: drawGarden,
  yard: drawYard,
  deck: drawDeckBoards,
};

/** What lies before the café, from its foot to the lower edge of the picture. */
export function drawGround(elevation: Elevation, ground: Ground): void {
  DRAW[ground](elevation);
  drawContactShade(elevation);
  if (elevation.mood.lamps > 0.4) drawLightOnGround(elevation);
}

function fillGround(elevation: Elevation, color: Color): void {
  const { sheet, groundY } = elevation;
  const tone = outdoors(elevation, color, 0.65);
  const fill = sheet.linearAt(
    [
      [0, mix(tone, elevation.mood.haze, 0.12)],
      [0.4, tone],
      [1, lift(tone, -0.12)],
    ],
    [0, groundY],
    [0, sheet.height],
  );
  sheet.rect(0, groundY, sheet.width, sheet.height - groundY, fill);
}

function drawPavement(elevation: Elevation): void {
  const { sheet, groundY, mood } = elevation;
  fillGround(elevation, mood.time === 'snow' ? '#eef1f6' : '#cbbfb2');
  const tone = outdoors(elevation, '#cbbfb2', 0.5);
  let joints = '';
  for (let index = -14; index <= 14; index += 1)
    joints += `M${800 + index * 78} ${groundY}L${800 + index * 150} ${sheet.height - 60}`;
  for (const share of [0.1, 0.24, 0.44, 0.7])
    joints += `M0 ${groundY + (sheet.height - 60 - groundY) * share}H${sheet.width}`;
  sheet.stroke(joints, lift(tone, -0.1), 2, { opacity: mood.time === 'snow' ? 0.18 : 0.5 });
  const kerb = sheet.height - 62;
  sheet.rect(0, kerb, sheet.width, 16, lift(tone, 0.06));
  sheet.rect(0, kerb + 16, sheet.width, 50, lift(outdoors(elevation, '#6b6668', 0.4), -0.02));
}

function drawGarden(elevation: Elevation): void {
  const { sheet, groundY, mood, random, season } = elevation;
  const grass = groundColor(season, mood);
  fillGround(elevation, grass);
  const stone = outdoors(elevation, mood.time === 'snow' ? '#dfe3ea' : '#cfc3b0', 0.7);
  for (let step = 0; step < 6; step += 1) {
    const near = step / 5;
    const y = groundY + 20 + near ** 1.25 * 178;
    const [rx, ry] = [74 + near * 90, 9 + near * 19];
    const x = 800 + Math.sin(step * 1.2) * 26 * near + random.between(-12, 12);
    const outline = Array.from({ length: 9 }, (_, index): Point => {
      const angle = (index / 9) * Math.PI * 2;
      const reach = random.between(0.88, 1.1);
      return [x + Math.cos(angle) * rx * reach, y + Math.sin(angle) * ry * reach];
    });
    sheet.path(
      curve(
        outline.map(([px, py]): Point => [px + 3, py + 5]),
        true,
      ),
      '#20182a',
      { opacity: 0.2 },
    );
    sheet.path(curve(outline, true), sheet.shaded(lift(stone, 0.04), lift(stone, -0.05)));
  }
  if (mood.time === 'snow') return;
  const tuft = outdoors(elevation, lift(grass, -0.08), 0.5);
  for (let index = 0; index < 26; index += 1) {
    const y = groundY + 10 + random.next() ** 1.3 * 190;
    const x = random.next() * sheet.width;
    if (Math.abs(x - 800) > 210)
      drawGrass(sheet, [x, y], 34 + (y - groundY) * 0.3, 14 + (y - groundY) * 0.12, tuft, random);
  }
}

function drawYard(elevation: Elevation): void {
  const { sheet, groundY, mood, random } = elevation;
  fillGround(elevation, mood.time === 'snow' ? '#eef1f6' : '#d9c8a8');
  let grit = '';
  for (let index = 0; index < 260; index += 1) {
    const y = groundY + 6 + random.next() * (sheet.height - groundY);
    grit += leafOutline([random.next() * sheet.width, y], 3 + (y - groundY) * 0.03, 0);
  }
  sheet.path(grit, lift(outdoors(elevation, '#d9c8a8', 0.5), -0.1), { opacity: 0.5 });
  const stone = outdoors(elevation, '#a9a196', 0.7);
  for (let step = 0; step < 5; step += 1) {
    const near = step / 4;
    const y = groundY + 26 + near ** 1.2 * 168;
    const x = 800 + (step % 2 === 0 ? -1 : 1) * (16 + near * 38);
    const [rx, ry] = [64 + near * 58, 9 + near * 15];
    sheet.ellipse([x + 3, y + 6], rx, ry, '#20182a', { opacity: 0.22 });
    sheet.ellipse([x, y], rx, ry, sheet.shaded(lift(stone, mood.time === 'snow' ? 0.2 : 0.05), lift(stone, -0.05)));
  }
}

function drawDeckBoards(elevation: Elevation): void {
  const { sheet, groundY, palette } = elevation;
  fillGround(elevation, mix(palette.floor, '#e2c9a2', 0.4));
  const tone = outdoors(elevation, palette.floor, 0.5);
  let joints = '';
  for (let index = -24; index <= 24; index += 1)
    joints += `M${800 + index * 44} ${groundY}L${800 + index * 92} ${sheet.height}`;
  sheet.stroke(joints, lift(tone, -0.1), 2.4, { opacity: 0.55 });
  sheet.stroke(
    polyline(
      [
        [0, groundY + 2],
        [sheet.width, groundY + 2],
      ],
      false,
    ),
    lift(tone, -0.14),
    5,
    { opacity: 0.5 },
  );
}

/** The dark line where the building stands, and its shade to the right. */
function drawContactShade({ sheet, groundY, mood }: Elevation): void {
  const dark = lift(mood.outdoors.ambient, -0.4);
  const fill = sheet.linear([
    [0, dark, 0.42],
    [0.3, dark, 0.16],
    [1, dark, 0],
  ]);
  const long = mood.sunshine * 120;
  sheet.polygon(
    [
      [280, groundY],
      [1320, groundY],
      [1320 + long * 1.6, groundY + 34 + long * 0.5],
      [330 + long, groundY + 34 + long * 0.5],
    ],
    fill,
  );
}

function drawLightOnGround({ sheet, groundY, mood }: Elevation): void {
  const strength = mood.lamps * (mood.time === 'rain' ? 0.6 : 0.5);
  for (const x of [470, 800, 1130]) sheet.glow([x, groundY + 26], 330, '#ffcf86', strength * 0.62, 0.32);
  if (mood.time !== 'rain') return;
  const streak = sheet.linear([
    [0, '#ffdc9c', 0.42],
    [1, '#ffdc9c', 0],
  ]);
  for (let index = 0; index < 16; index += 1)
    sheet.rect(360 + index * 56, groundY + 8, 22 + (index % 3) * 8, 150 - (index % 4) * 22, streak);
}
