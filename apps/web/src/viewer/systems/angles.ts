const fullTurn = 2 * Math.PI;

/** The same direction within 0 to 2π, radians. */
export const wrapAngle = (angle: number): number => ((angle % fullTurn) + fullTurn) % fullTurn;

/** The shorter way from one direction to another: −π to π. */
export const turnBetween = (from: number, to: number): number => wrapAngle(to - from + Math.PI) - Math.PI;

/** `from` turned towards `to` by at most `most` radians. */
export const turnTowards = (from: number, to: number, most: number): number => {
  const turn = turnBetween(from, to);
  return from + Math.min(most, Math.max(-most, turn));
};

/** The yaw of whoever looks along (x, z); at 0 one looks along −z. */
export const yawAlong = (x: number, z: number): number => wrapAngle(Math.atan2(-x, -z));

/** The share of a gap that is closed in `seconds` when `rate` of it would be in a second: the same at any frame rate. */
export const easing = (rate: number, seconds: number): number => 1 - Math.exp(-rate * seconds);
