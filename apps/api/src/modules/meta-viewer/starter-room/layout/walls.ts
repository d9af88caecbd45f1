import { type Rect } from './rect.js';

export type WallName = 'front' | 'back' | 'left' | 'right';
export const wallNames: readonly WallName[] = ['front', 'back', 'left', 'right'];

/** A wall's own coordinates: u along it (right is +u when one faces it), y up, n from it into the room. */
export interface Wall {
  name: WallName;
  length: number;
  /** The middle of the wall at the floor. */
  x: number;
  z: number;
  /** Turns +z into the room. */
  yaw: number;
}

export interface Span {
  from: number;
  to: number;
}

export interface Opening {
  kind: 'window' | 'door';
  wall: WallName;
  left: number;
  right: number;
  bottom: number;
  top: number;
}

/** The front wall with the door is at +z; the back wall at −z. */
export const wallsOf = (width: number, depth: number): Record<WallName, Wall> => ({
  front: { name: 'front', length: width, x: 0, z: depth / 2, yaw: Math.PI },
  back: { name: 'back', length: width, x: 0, z: -depth / 2, yaw: 0 },
  left: { name: 'left', length: depth, x: -width / 2, z: 0, yaw: Math.PI / 2 },
  right: { name: 'right', length: depth, x: width / 2, z: 0, yaw: -Math.PI / 2 },
});

export interface Spot {
  x: number;
  z: number;
}

export const fromWall = (wall: Wall, u: number, n: number): Spot => {
  const [cosine, sine] = [Math.round(Math.cos(wall.yaw)), Math.round(Math.sin(wall.yaw))];
  return { x: wall.x + u * cosine + n * sine, z: wall.z - u * sine + n * cosine };
};

export const rectAtWall = (wall: Wall, along: Span, out: Span): Rect => {
  const [a, b] = [fromWall(wall, along.from, out.from), fromWall(wall, along.to, out.to)];
  return { minX: Math.min(a.x, b.x), maxX: Math.max(a.x, b.x), minZ: Math.min(a.z, b.z), maxZ: Math.max(a.z, b.z) };
};

/** What is left of a span when the taken ones, each with a margin, are out. */
export const freeSpans = (whole: Span, taken: readonly Span[], margin: number): Span[] => {
  const free: Span[] = [];
  let from = whole.from;
  for (const span of [...taken].sort((a, b) => a.from - b.from)) {
    if (span.from - margin > from) free.push({ from, to: Math.min(whole.to, span.from - margin) });
    from = Math.max(from, span.to + margin);
  }
  if (from < whole.to) free.push({ from, to: whole.to });
  return free;
};
