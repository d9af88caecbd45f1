import type { SteeringInput } from '../../../viewer/room-viewer.types.js';

export interface StickPosition {
  /** Of the knob from the middle, in the units of the radius. */
  readonly right: number;
  readonly down: number;
}

export const stickAtRest: StickPosition = { right: 0, down: 0 };

/** A thumb rests, and is not quite still. */
const restShare = 0.14;

/** Where a thumb's distance from the middle puts the knob: never beyond the rim. */
export function stickPosition(dx: number, dy: number, radius: number): StickPosition {
  const length = Math.hypot(dx, dy);
  const scale = length > radius ? 1 / length : 1 / radius;
  return { right: dx * scale, down: dy * scale };
}

/** What the knob steers: nothing near the middle, then more and more up to the rim. */
export function steeringOf({ right, down }: StickPosition): SteeringInput {
  const length = Math.hypot(right, down);
  if (length < restShare) return { right: 0, forward: 0 };
  const force = Math.min(1, (length - restShare) / (1 - restShare)) / length;
  return { right: right * force, forward: -down * force };
}
