import { box } from '../geometry/box.js';
import { white } from '../geometry/colour.js';
import { rod } from '../geometry/lathe.js';
import { type Pen } from '../geometry/scene.js';
import { picture } from '../geometry/sheet.js';
import { measures } from '../layout/room-plan.js';
import { type Opening } from '../layout/walls.js';
import { type Palette } from '../palette.js';
import { drawReveal } from './windows.js';

const drawLeaf = (pen: Pen, width: number, height: number, handleSide: number, palette: Palette): void => {
  const stile = 0.11;
  for (const side of [-1, 1]) {
    pen.at((side * (width - stile)) / 2, height / 2, 0).draw('wood', box(stile, height, 0.05), palette.trim);
  }
  const inner = width - stile * 2;
  for (const [y, rail] of [
    [0.14, 0.28],
    [0.95, 0.09],
    [height - 0.07, 0.14],
  ] as const) {
    pen.at(0, y, 0).draw('wood', box(inner, rail, 0.046), palette.trim);
  }
  pen.at(0, (height + 0.28 - 0.14) / 2, 0).draw('glass', picture(inner, height - 0.42), white);
  const handle = pen.at(handleSide * (width / 2 - stile / 2), 0.85, 0.07);
  handle.draw('metal', rod(0.013, 0.5, 8), palette.metal);
  for (const y of [0.05, 0.45]) handle.at(0, y, 0, 0, -Math.PI / 2).draw('metal', rod(0.008, 0.05, 6), palette.metal);
};

/** Double glass doors in a frame, and a mat inside. */
export const drawDoor = (pen: Pen, opening: Opening, palette: Palette): void => {
  const [width, height] = [opening.right - opening.left, opening.top];
  const middle = (opening.left + opening.right) / 2;
  drawReveal(pen, opening, palette.ceiling);
  const frame = pen.at(middle, 0, -measures.wallThickness * 0.55);
  const leafWidth = (width - 0.12) / 2;
  for (const side of [-1, 1]) {
    frame.at((side * (width - 0.06)) / 2, height / 2, 0).draw('wood', box(0.06, height, 0.12), palette.trim);
    drawLeaf(frame.at((side * leafWidth) / 2, 0.01, 0), leafWidth - 0.01, height - 0.07, -side, palette);
  }
  frame.at(0, height - 0.03, 0).draw('wood', box(width - 0.12, 0.06, 0.118), palette.trim);
  for (const side of [-1, 1]) {
    pen
      .at(middle + side * (width / 2 + 0.06), height / 2 + 0.06, 0.015)
      .draw('wood', box(0.12, height + 0.12, 0.05), palette.trim);
  }
  pen.at(middle, height + 0.06, 0.018).draw('wood', box(width, 0.12, 0.055), palette.trim);
  pen.at(middle, 0.008, 0.62).draw('matte', box(width * 0.85, 0.016, 0.8), palette.darkWood);
};
