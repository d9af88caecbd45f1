import type { Vec3 } from '../kit/camera.js';
import { type Color, lift, mix } from '../kit/color.js';
import { curve, type Point } from '../kit/sheet.js';
import { ball, lit, type Stage, turned } from '../kit/solids.js';

const SKIN = '#e9b894';
const HAIR: Color = '#33241f';

/** The one who makes the coffee, seen from the waist up behind the counter; stands on the origin, facing the viewer. */
export function drawBarista(stage: Stage, shirt: Color, apron: Color): void {
  const cloth = mix(shirt, '#f6efe2', 0.35);
  turned(
    stage,
    [0, 0.86, 0],
    [
      [0.17, 0],
      [0.19, 0.28],
      [0.2, 0.46],
      [0.15, 0.57],
      [0.06, 0.61],
    ],
    cloth,
  );
  drawApron(stage, mix(apron, '#2f2724', 0.25));
  drawArms(stage, lift(cloth, -0.03));
  turned(
    stage,
    [0, 1.44, 0],
    [
      [0.05, 0],
      [0.05, 0.1],
    ],
    mix(SKIN, '#b97f5f', 0.4),
  );
  const head: Vec3 = [0, 1.63, 0];
  ball(stage, head, 0.13, SKIN);
  drawFace(stage, head);
}

function drawApron(stage: Stage, color: Color): void {
  const { sheet, camera, light } = stage;
  const at = (x: number, y: number): Point => camera.project([x, y, -0.2]);
  const tone = lit(light, color, [0, 0, -1]);
  const bib = [at(-0.1, 1.3), at(0.1, 1.3), at(0.15, 1.08), at(0.16, 0.86), at(-0.16, 0.86), at(-0.15, 1.08)];
  sheet.polygon(bib, sheet.shaded(lift(tone, 0.03), lift(tone, -0.03)));
  const strap = 0.022 * camera.scaleAt([0, 1.3, -0.2]);
  sheet.stroke(curve([at(-0.09, 1.3), at(-0.085, 1.44)]) + curve([at(0.09, 1.3), at(0.085, 1.44)]), tone, strap);
}

/** Both hands on the counter. */
function drawArms({ sheet, camera, light }: Stage, sleeve: Color): void {
  const width = 0.085 * camera.scaleAt([0, 1.2, -0.1]);
  const skin = lit(light, SKIN, [0, 0.4, -1]);
  const cloth = lit(light, sleeve, [0, 0.3, -1]);
  for (const side of [-1, 1]) {
    const at = (x: number, y: number): Point => camera.project([side * x, y, -0.16]);
    sheet.stroke(curve([at(0.2, 1.14), at(0.2, 1.08), at(0.17, 1.03)]), skin, width * 0.75);
    sheet.stroke(curve([at(0.165, 1.37), at(0.225, 1.26), at(0.21, 1.13)]), cloth, width);
  }
}

function drawFace({ sheet, camera, light }: Stage, head: Vec3): void {
  const [x, y] = camera.project(head);
  const r = 0.138 * camera.scaleAt(head);
  const hair = lit(light, HAIR, [0, 0.6, -1]);
  sheet.circle([x + r * 0.2, y - r * 1.05], r * 0.36, hair);
  const cap = `M${x - r} ${y + r * 0.2}C${x - r * 1.2} ${y - r * 1.35} ${x + r * 1.2} ${y - r * 1.35} ${x + r} ${y + r * 0.2}`;
  const fringe = `Q${x + r * 0.8} ${y - r * 0.5} ${x + r * 0.2} ${y - r * 0.46}T${x - r} ${y + r * 0.2}Z`;
  sheet.path(cap + fringe, sheet.shaded(lift(hair, 0.06), lift(hair, -0.02)));
  for (const side of [-1, 1]) {
    sheet.ellipse([x + side * r * 0.34, y + r * 0.18], r * 0.07, r * 0.1, '#3a2620');
    sheet.ellipse([x + side * r * 0.52, y + r * 0.4], r * 0.13, r * 0.08, '#e58a7c', { opacity: 0.45 });
  }
  sheet.stroke(
    `M${x - r * 0.14} ${y + r * 0.52}q${r * 0.14} ${r * 0.12} ${r * 0.28} 0`,
    '#8a4a3c',
    Math.max(1, r * 0.06),
  );
}
