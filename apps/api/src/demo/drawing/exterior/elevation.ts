import type { Landscape } from '../backdrop/land.js';
import type { Emblem } from '../emblem.js';
import { type Color, lift, mix, under } from '../kit/color.js';
import type { Palette } from '../palette.js';

/** A café seen from the street: what its builder needs to draw it. */
export interface Elevation extends Landscape {
  palette: Palette;
  emblem: Emblem;
  /** Where the building meets the ground, in pixels. */
  groundY: number;
}

/** A box of the picture, in pixels. */
export interface Frame {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** A matt surface out of doors; `exposure` is 0 in shade, 1 in full light. */
export function outdoors(elevation: Elevation, color: Color, exposure = 0.6): Color {
  const { key, ambient } = elevation.mood.outdoors;
  return mix(under(color, ambient), under(color, key), exposure);
}

/** A wall, lighter above and to the left, with a soft darkening towards the ground. */
export function drawWall(elevation: Elevation, frame: Frame, color: Color): void {
  const { sheet } = elevation;
  const fill = sheet.linear(
    [
      [0, outdoors(elevation, color, 0.85)],
      [0.6, outdoors(elevation, color, 0.66)],
      [1, lift(outdoors(elevation, color, 0.42), -0.02)],
    ],
    68,
  );
  sheet.rect(frame.x, frame.y, frame.width, frame.height, fill);
}

/** The band of shade that something jutting out throws on the wall below it. */
export function drawShadeBelow(elevation: Elevation, frame: Frame, strength = 0.34): void {
  const { sheet, mood } = elevation;
  const dark = lift(mood.outdoors.ambient, -0.36);
  const hard = strength * (0.55 + mood.sunshine * 0.45);
  const fill = sheet.linear([
    [0, dark, hard],
    [0.55, dark, hard * (0.45 + mood.sunshine * 0.4)],
    [0.75 + 0.2 * (1 - mood.sunshine), dark, hard * 0.1],
    [1, dark, 0],
  ]);
  sheet.rect(frame.x, frame.y, frame.width, frame.height, fill);
}

/** Courses of bricks or blocks over a frame: joints in one tone and a few odd bricks in another. */
export function drawCourses(
  elevation: Elevation,
  frame: Frame,
  courseHeight: number,
  color: Color,
  opacity: number,
): void {
  const { sheet, random } = elevation;
  let joints = '';
  let odd = '';
  const length = courseHeight * 2.6;
  const rows = Math.floor(frame.height / courseHeight);
  for (let row = 0; row <= rows; row += 1) {
    const y = frame.y + row * courseHeight;
    joints += `M${frame.x.toFixed(1)} ${y.toFixed(1)}h${frame.width.toFixed(1)}`;
    const shift = row % 2 === 0 ? 0 : length / 2;
    for (let x = frame.x + shift; x < frame.x + frame.width - length; x += length) {
      if (row < rows) joints += `M${x.toFixed(1)} ${y.toFixed(1)}v${courseHeight.toFixed(1)}`;
      if (row < rows && random.chance(0.12)) {
        odd += `M${x.toFixed(1)} ${y.toFixed(1)}h${length.toFixed(1)}v${courseHeight.toFixed(1)}h${(-length).toFixed(1)}Z`;
      }
    }
  }
  sheet.path(odd, lift(color, -0.12), { opacity: opacity * 0.6 });
  sheet.stroke(joints, color, 1.4, { opacity });
}
