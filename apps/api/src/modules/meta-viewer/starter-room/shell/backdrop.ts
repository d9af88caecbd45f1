import { type Colour, white } from '../geometry/colour.js';
import { type Pen } from '../geometry/scene.js';
import { Shape } from '../geometry/shape.js';
import { type RoomPlan } from '../layout/room-plan.js';

const segments = 40;

/** Metres: above and below the horizon, which the panorama has at 0.8 of its height. */
const tallness = 9;

const ring = (radius: number): Shape => {
  const shape = new Shape();
  for (let step = 0; step <= segments; step += 1) {
    const angle = (step / segments) * Math.PI * 2;
    const [x, z] = [Math.sin(angle) * radius, Math.cos(angle) * radius];
    const inwards = [-Math.sin(angle), 0, -Math.cos(angle)] as const;
    shape.vertex([x, -tallness * 0.2, z], inwards, step / segments, 1);
    shape.vertex([x, tallness * 0.8, z], inwards, step / segments, 0);
  }
  for (let step = 0; step < segments; step += 1) {
    const base = step * 2;
    shape.quad(base, base + 1, base + 3, base + 2);
  }
  return shape;
};

/** A disc round the house with a hole under it, so that nothing lies beneath the floor. */
const ground = (inner: { x: number; z: number }, radius: number): Shape => {
  const shape = new Shape();
  for (let step = 0; step <= segments; step += 1) {
    const angle = (step / segments) * Math.PI * 2;
    const [sine, cosine] = [Math.sin(angle), Math.cos(angle)];
    const reach = Math.min(inner.x / Math.max(1e-6, Math.abs(sine)), inner.z / Math.max(1e-6, Math.abs(cosine)));
    for (const length of [reach * 0.98, radius]) {
      shape.vertex([sine * length, 0, cosine * length], [0, 1, 0], sine * length, cosine * length);
    }
  }
  for (let step = 0; step < segments; step += 1) {
    const base = step * 2;
    shape.quad(base, base + 1, base + 3, base + 2);
  }
  return shape;
};

/** What one sees through the windows; drawn on the inside only, so that a camera outside looks in unhindered. */
export const drawBackdrop = (pen: Pen, plan: RoomPlan, tint: Colour): void => {
  const radius = Math.hypot(plan.width, plan.depth) / 2 + 6;
  pen.at(0, 0.6, 0).draw('backdrop', ring(radius), white);
  pen.at(0, -0.06, 0).draw('ground', ground({ x: plan.width / 2, z: plan.depth / 2 }, radius), tint);
};
