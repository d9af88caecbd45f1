/**
 * The binary form of movement in rooms, little endian; described for other clients in docs/reference/realtime.md.
 *
 * Up, one transform, 12 bytes: i16 x, y, z; u16 yaw; u8 animation; u8 flags; u16 clock.
 * Down, one frame: u8 version, u8 kind, u16 count, u32 tick, then `count` × (u16 id + the 12 bytes), or `count` × u16 id for `left`.
 */
export const wireVersion = 1;

export const transformBytes = 12;
export const frameHeaderBytes = 8;
export const frameEntryBytes = 2 + transformBytes;

/** `full`: everybody in the room. `delta`: who has changed. `left`: whose avatars go; ids only. */
export const frameKinds = { full: 0, delta: 1, left: 2 } as const;
export type FrameKind = keyof typeof frameKinds;

/** What an avatar does; from 16 on they are emotes, which a client plays once. */
export const animations = {
  idle: 0,
  walk: 1,
  run: 2,
  jump: 3,
  sit: 4,
  wave: 16,
  clap: 17,
  dance: 18,
  laugh: 19,
  bow: 20,
  heart: 21,
} as const;
export type Animation = keyof typeof animations;

/** Bits of `flags`; the others are 0 and left for later versions. */
export const transformFlags = {
  /** Not standing on anything. */
  airborne: 1,
  /** Placed anew (arrival, portal, correction by the server): to be shown there at once, not walked to. */
  placed: 2,
  /** The page is in the background: sent once a second. */
  away: 4,
} as const;

/** Where somebody is and what they do. */
export interface Transform {
  /** Metres from the room's origin; y is up. */
  x: number;
  y: number;
  z: number;
  /** Radians around y, 0 to 2π. */
  yaw: number;
  /** A value of `animations`. */
  animation: number;
  /** Of `transformFlags`. */
  flags: number;
  /** The sender's clock in quarter milliseconds, modulo 65,536 (16.4 s): others interpolate along it. */
  clock: number;
}

export interface FrameEntry {
  /** The participant's number in this room. */
  id: number;
  transform: Transform;
}

export type Frame =
  { kind: 'full' | 'delta'; tick: number; entries: FrameEntry[] } | { kind: 'left'; tick: number; ids: number[] };

/** Units for each metre in a room of scale 1: centimetres. */
const unitsPerMetre = 100;
const yawSteps = 65_536;
const fullTurn = 2 * Math.PI;

/** The farthest from the origin, in metres, that a room of this scale can tell, in each direction. */
export const farthestMetres = (scale: number): number => (32_767 / unitsPerMetre) * scale;

/** The smallest whole scale (centimetres for each step on the wire) with which a room reaching this far, in metres, can be told. */
export const scaleFor = (reachMetres: number): number => Math.max(1, Math.ceil(reachMetres / farthestMetres(1)));

const toSteps = (metres: number, scale: number): number => {
  const steps = Math.round((metres * unitsPerMetre) / scale);
  // NaN too becomes 0.
  return Math.min(32_767, Math.max(-32_768, steps)) || 0;
};

const toMetres = (steps: number, scale: number): number => (steps * scale) / unitsPerMetre;

/**
 * Writes 12 bytes at `offset`. What is beyond the range is told at its end; NaN as 0.
 * @param scale Centimetres for each step of a coordinate: `welcome` tells a room's.
 */
export function writeTransform(view: DataView, offset: number, transform: Transform, scale: number): void {
  view.setInt16(offset, toSteps(transform.x, scale), true);
  view.setInt16(offset + 2, toSteps(transform.y, scale), true);
  view.setInt16(offset + 4, toSteps(transform.z, scale), true);
  // A DataView takes numbers modulo 65,536, which is a full turn; NaN as 0.
  view.setUint16(offset + 6, Math.round((transform.yaw / fullTurn) * yawSteps), true);
  view.setUint8(offset + 8, transform.animation);
  view.setUint8(offset + 9, transform.flags);
  view.setUint16(offset + 10, transform.clock, true);
}

/** Reads the 12 bytes at `offset`; every value of theirs is a transform. */
export function readTransform(view: DataView, offset: number, scale: number): Transform {
  return {
    x: toMetres(view.getInt16(offset, true), scale),
    y: toMetres(view.getInt16(offset + 2, true), scale),
    z: toMetres(view.getInt16(offset + 4, true), scale),
    yaw: (view.getUint16(offset + 6, true) / yawSteps) * fullTurn,
    animation: view.getUint8(offset + 8),
    flags: view.getUint8(offset + 9),
    clock: view.getUint16(offset + 10, true),
  };
}

/** The transform as it comes out at the other end. */
export function quantise(transform: Transform, scale: number): Transform {
  const view = new DataView(new ArrayBuffer(transformBytes));
  writeTransform(view, 0, transform, scale);
  return readTransform(view, 0, scale);
}

/** What a client sends. */
export function encodeTransform(transform: Transform, scale: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(transformBytes);
  writeTransform(new DataView(bytes.buffer), 0, transform, scale);
  return bytes;
}

/** Writes the 8 bytes with which a frame begins, at `offset`; `tick` counts on modulo 2^32. */
export function writeFrameHeader(view: DataView, offset: number, kind: FrameKind, count: number, tick: number): void {
  view.setUint8(offset, wireVersion);
  view.setUint8(offset + 1, frameKinds[kind]);
  view.setUint16(offset + 2, count, true);
  view.setUint32(offset + 4, tick, true);
}

/** What the server sends; at most 65,535 entries. */
export function encodeFrame(frame: Frame, scale: number): Uint8Array<ArrayBuffer> {
  const count = frame.kind === 'left' ? frame.ids.length : frame.entries.length;
  const bytes = new Uint8Array(frameHeaderBytes + count * (frame.kind === 'left' ? 2 : frameEntryBytes));
  const view = new DataView(bytes.buffer);
  writeFrameHeader(view, 0, frame.kind, count, frame.tick);
  if (frame.kind === 'left') frame.ids.forEach((id, index) => view.setUint16(frameHeaderBytes + index * 2, id, true));
  else
    frame.entries.forEach(({ id, transform }, index) => {
      const offset = frameHeaderBytes + index * frameEntryBytes;
      view.setUint16(offset, id, true);
      writeTransform(view, offset + 2, transform, scale);
    });
  return bytes;
}

const kindsByCode: readonly (FrameKind | undefined)[] = ['full', 'delta', 'left'];

/**
 * Reads a frame; what is said of its length must be true to the byte.
 * @throws RangeError for another version, an unknown kind or a wrong length.
 */
export function decodeFrame(bytes: Uint8Array, scale: number): Frame {
  if (bytes.byteLength < frameHeaderBytes) throw new RangeError(`A frame of ${bytes.byteLength} bytes has no header`);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const version = view.getUint8(0);
  if (version !== wireVersion) throw new RangeError(`A frame of version ${version}, not ${wireVersion}`);
  const kind = kindsByCode[view.getUint8(1)];
  if (kind === undefined) throw new RangeError(`A frame of the unknown kind ${view.getUint8(1)}`);
  const count = view.getUint16(2, true);
  const expected = frameHeaderBytes + count * (kind === 'left' ? 2 : frameEntryBytes);
  if (bytes.byteLength !== expected)
    throw new RangeError(`A frame of ${bytes.byteLength} bytes where ${count} entries take ${expected}`);
  const tick = view.getUint32(4, true);
  if (kind === 'left')
    return {
      kind,
      tick,
      ids: Array.from({ length: count }, (_, index) => view.getUint16(frameHeaderBytes + index * 2, true)),
    };
  const entries = Array.from({ length: count }, (_, index) => {
    const offset = frameHeaderBytes + index * frameEntryBytes;
    return { id: view.getUint16(offset, true), transform: readTransform(view, offset + 2, scale) };
  });
  return { kind, tick, entries };
}
