import type { Vec3 } from '../kit/camera.js';
import { curve, type Point } from '../kit/sheet.js';
import type { Bar } from './bar-stage.js';

/** Steam out of a spout or a cup. */
export function drawVapour({ sheet, camera, random }: Bar, at: Vec3, height: number): void {
  const [x, y] = camera.project(at);
  const tall = height * camera.scaleAt(at);
  const fade = sheet.linearAt(
    [
      [0, '#ffffff', 0.05],
      [0.3, '#ffffff', 0.9],
      [1, '#ffffff', 0],
    ],
    [x, y],
    [x, y - tall],
  );
  for (const shift of [-0.07, 0.05]) {
    const sway = random.between(0.08, 0.15) * tall;
    const foot = x + shift * tall;
    const line: Point[] = [
      [foot, y],
      [foot + sway, y - tall * 0.32],
      [foot - sway * 0.8, y - tall * 0.66],
      [foot + sway * 0.7, y - tall],
    ];
    for (const width of [0.16, 0.12, 0.08, 0.04]) sheet.stroke(curve(line), fade, tall * width, { opacity: 0.1 });
  }
}
