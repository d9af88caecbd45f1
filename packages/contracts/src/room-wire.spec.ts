import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  animations,
  decodeFrame,
  encodeFrame,
  encodeTransform,
  farthestMetres,
  type Frame,
  frameKinds,
  quantise,
  readTransform,
  scaleFor,
  type Transform,
  transformFlags,
} from './room-wire.js';

const hex = (bytes: Uint8Array): string => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
const bytesOf = (text: string): Uint8Array =>
  Uint8Array.from(text.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));

const still: Transform = { x: 0, y: 0, z: 0, yaw: 0, animation: 0, flags: 0, clock: 0 };

// Checked in, so that the form cannot change unnoticed: other people's clients read it.
describe('the golden vectors', () => {
  it.each<[string, Transform, number, string]>([
    ['everything zero', still, 1, '000000000000000000000000'],
    [
      'each field, by its own value',
      { x: 1.23, y: -0.5, z: 327.67, yaw: Math.PI, animation: animations.wave, flags: 5, clock: 0xabcd },
      1,
      '7b00ceffff7f00801005cdab',
    ],
    [
      'the ends of what can be told',
      { ...still, x: 999, y: -999, z: Number.NaN, yaw: -Math.PI / 2 },
      1,
      'ff7f0080000000c000000000',
    ],
    ['a room of scale 4', { ...still, x: 1000, z: -4 }, 4, 'a86100009cff000000000000'],
  ])('of a transform: %s', (_, transform, scale, expected) => {
    expect(hex(encodeTransform(transform, scale))).toBe(expected);
  });

  it.each<[string, Frame, string]>([
    ['nobody', { kind: 'full', tick: 1, entries: [] }, '0100000001000000'],
    [
      'one who has moved',
      { kind: 'delta', tick: 0x01020304, entries: [{ id: 258, transform: { ...still, x: 0.01, animation: 1 } }] },
      '01010100040302010201010000000000000001000000',
    ],
    ['two who have left', { kind: 'left', tick: 4_294_967_295, ids: [1, 65_535] }, '01020200ffffffff0100ffff'],
  ])('of a frame: %s', (_, frame, expected) => {
    expect(hex(encodeFrame(frame, 1))).toBe(expected);
    expect(decodeFrame(bytesOf(expected), 1)).toEqual(frame);
  });

  it('of codes, which clients know by number', () => {
    expect({ frameKinds, animations, transformFlags }).toMatchInlineSnapshot(`
      {
        "animations": {
          "bow": 20,
          "clap": 17,
          "dance": 18,
          "heart": 21,
          "idle": 0,
          "jump": 3,
          "laugh": 19,
          "run": 2,
          "sit": 4,
          "walk": 1,
          "wave": 16,
        },
        "frameKinds": {
          "delta": 1,
          "full": 0,
          "left": 2,
        },
        "transformFlags": {
          "airborne": 1,
          "away": 4,
          "placed": 2,
        },
      }
    `);
  });
});

describe('what is read', () => {
  const u16 = fc.integer({ min: 0, max: 65_535 });
  const u8 = fc.integer({ min: 0, max: 255 });
  const scale = fc.integer({ min: 1, max: 20 });
  const metres = fc.oneof(fc.double({ noNaN: false }), fc.double({ min: -700, max: 700, noNaN: true }));
  const transform = fc.record({
    x: metres,
    y: metres,
    z: metres,
    yaw: fc.double({ min: -1e6, max: 1e6, noNaN: true }),
    animation: u8,
    flags: u8,
    clock: u16,
  });

  it('is what was written, rounded', () => {
    fc.assert(
      fc.property(transform, scale, (given, scale) => {
        const bytes = encodeTransform(given, scale);
        const read = readTransform(new DataView(bytes.buffer), 0, scale);
        expect(read).toEqual(quantise(given, scale));
        // Once rounded, it stays as it is.
        expect(quantise(read, scale)).toEqual(read);
        for (const axis of ['x', 'y', 'z'] as const) {
          if (Math.abs(given[axis]) < farthestMetres(scale))
            expect(Math.abs(read[axis] - given[axis])).toBeLessThanOrEqual((0.5 * scale) / 100 + 1e-9);
        }
        expect(read.yaw).toBeGreaterThanOrEqual(0);
        expect(read.yaw).toBeLessThan(2 * Math.PI);
        expect(Math.cos(read.yaw - given.yaw)).toBeGreaterThan(0.999_999);
      }),
      { numRuns: 2000 },
    );
  });

  it('of frames, too', () => {
    const entries = fc.array(fc.record({ id: u16, transform }), { maxLength: 40 });
    const tick = fc.integer({ min: 0, max: 4_294_967_295 });
    const frame: fc.Arbitrary<Frame> = fc.oneof(
      fc.record({ kind: fc.constantFrom('full' as const, 'delta' as const), tick, entries }),
      fc.record({ kind: fc.constant('left' as const), tick, ids: fc.array(u16) }),
    );
    fc.assert(
      fc.property(frame, scale, (given, scale) => {
        const expected =
          given.kind === 'left'
            ? given
            : {
                ...given,
                entries: given.entries.map(({ id, transform }) => ({ id, transform: quantise(transform, scale) })),
              };
        expect(decodeFrame(encodeFrame(given, scale), scale)).toEqual(expected);
      }),
      { numRuns: 500 },
    );
  });

  it('is also read from the middle of a larger buffer', () => {
    const frame: Frame = { kind: 'left', tick: 7, ids: [3] };
    const larger = new Uint8Array(40);
    larger.set(encodeFrame(frame, 1), 13);
    expect(decodeFrame(larger.subarray(13, 23), 1)).toEqual(frame);
  });

  it('is refused when its version, kind or length is not what it should be', () => {
    const good = '01020200070000000100ffff';
    expect(() => decodeFrame(bytesOf('0102020007'), 1)).toThrow('has no header');
    expect(() => decodeFrame(bytesOf(good.replace(/^01/, '02')), 1)).toThrow('version 2, not 1');
    expect(() => decodeFrame(bytesOf(good.replace(/^0102/, '0103')), 1)).toThrow('unknown kind 3');
    for (const wrong of [good.slice(0, -2), `${good}00`, good.replace('0200', 'ffff')])
      expect(() => decodeFrame(bytesOf(wrong), 1)).toThrow(RangeError);
  });

  it('never is more than its bytes, whatever they are', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        try {
          const frame = decodeFrame(bytes, 1);
          expect(hex(encodeFrame(frame, 1))).toBe(hex(bytes));
        } catch (error) {
          expect(error).toBeInstanceOf(RangeError);
        }
      }),
      { numRuns: 5000 },
    );
  });
});

describe('the scale of a room', () => {
  it('is the smallest that reaches its end', () => {
    expect([1, 327, 328, 655, 656, 5000].map(scaleFor)).toEqual([1, 1, 2, 2, 3, 16]);
    expect(farthestMetres(scaleFor(5000))).toBeGreaterThanOrEqual(5000);
  });
});
