import { lift } from '../kit/color.js';
import { drawShadeBelow, drawWall, type Elevation, type Frame, outdoors } from './elevation.js';
import { drawGlazing } from './glazing.js';
import { drawSign } from './street.js';

/** A low house of black island stone under a rounded roof. */
export function drawStoneHouse(elevation: Elevation): void {
  const { groundY, palette } = elevation;
  const frame: Frame = { x: 300, y: groundY - 280, width: 1000, height: 280 };
  drawWall(elevation, frame, palette.wall);
  drawRubble(elevation, frame, palette.wall);
  drawLowRoof(elevation, frame);
  drawShadeBelow(elevation, { ...frame, height: 72 }, 0.46);
  const opening = { frame: 13, frameColor: palette.wood };
  drawGlazing(elevation, { x: 372, y: groundY - 214, width: 300, height: 160 }, { ...opening, columns: 3, rows: 1 });
  drawGlazing(
    elevation,
    { x: 732, y: groundY - 236, width: 160, height: 236 },
    { ...opening, columns: 2, rows: 2, frameColor: palette.accent, room: 'empty' },
  );
  drawGlazing(elevation, { x: 952, y: groundY - 214, width: 276, height: 160 }, { ...opening, columns: 3, rows: 1 });
  drawSign(elevation, [812, groundY - 268], 34, '#f4e7cc', '#2f2a2c');
}

function drawLowRoof(elevation: Elevation, frame: Frame): void {
  const { sheet, palette } = elevation;
  const roof = outdoors(elevation, palette.roof, 0.68);
  const top = frame.y - 190;
  const data = `M${frame.x - 60} ${frame.y + 8}C${frame.x - 20} ${frame.y - 90} ${frame.x + 110} ${top} ${frame.x + 240} ${top}H${frame.x + 760}C${frame.x + 890} ${top} ${frame.x + 1020} ${frame.y - 90} ${frame.x + 1060} ${frame.y + 8}Z`;
  sheet.path(
    data,
    sheet.linear([
      [0, lift(roof, 0.08)],
      [0.7, roof],
      [1, lift(roof, -0.08)],
    ]),
  );
  sheet.group({ clip: data }, () => {
    let ropes = '';
    for (let x = frame.x - 60; x < frame.x + 1080; x += 46)
      ropes += `M${x} ${frame.y + 10}L${frame.x + 500 + (x - frame.x - 500) * 0.55} ${top}`;
    for (const share of [0.24, 0.5, 0.76]) ropes += `M${frame.x - 60} ${top + (frame.y - top) * share}h1120`;
    sheet.stroke(ropes, lift(roof, -0.13), 3, { opacity: 0.55 });
  });
  sheet.rect(frame.x - 62, frame.y, 1124, 12, lift(roof, -0.15));
}

/** Rough stones of many sizes with dark joints. */
function drawRubble(elevation: Elevation, frame: Frame, color: string): void {
  const { sheet, random } = elevation;
  const rows = Math.round(frame.height / 36);
  const tall = frame.height / rows;
  for (let row = 0; row < rows; row += 1) {
    let x = frame.x - random.between(0, 30);
    while (x < frame.x + frame.width) {
      const wide = Math.min(tall * random.between(1, 2), frame.x + frame.width - x);
      const [jx, jy] = [random.between(2, 6), random.between(2, 6)];
      const y = frame.y + row * tall;
      const tone = lift(outdoors(elevation, color, random.between(0.4, 0.85)), random.between(-0.05, 0.05));
      const left = Math.max(x + 2, frame.x);
      sheet.path(
        `M${left + jx} ${y + 2}H${x + wide - jy}Q${x + wide - 2} ${y + 4} ${x + wide - 3} ${y + tall - jx}Q${x + wide - 6} ${y + tall - 2} ${x + wide - jx - 4} ${y + tall - 2}H${left + jy}Q${left} ${y + tall - 3} ${left + 1} ${y + tall * 0.5}Q${left} ${y + 4} ${left + jx} ${y + 2}Z`,
        tone,
      );
      x += wide;
    }
  }
}
