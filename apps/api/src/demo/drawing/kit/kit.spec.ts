import { describe, expect, it } from 'vitest';
import { Camera } from './camera.js';
import { lightness, lift, mix, under } from './color.js';
import { createRandom, seedFrom } from './random.js';
import { curve, hull, polyline, Sheet } from './sheet.js';

describe('the source of randomness', () => {
  it('gives the published numbers of mulberry32 for seed 1', () => {
    const random = createRandom(1);
    expect([random.next(), random.next(), random.next()].map((value) => value.toFixed(8))).toEqual([
      '0.62707394',
      '0.00273572',
      '0.52744704',
    ]);
  });

  it('repeats itself for a seed, and forks into streams that do not disturb it', () => {
    const [first, second] = [createRandom(seedFrom('연남온실')), createRandom(seedFrom('연남온실'))];
    first.fork('tree').next();
    expect(first.next()).toBe(second.next());
    expect(first.fork('tree').next()).not.toBe(first.fork('cloud').next());
  });

  it('keeps within its bounds', () => {
    const random = createRandom(7);
    const values = Array.from({ length: 1000 }, () => random.integer(2, 4));
    expect(new Set(values)).toEqual(new Set([2, 3, 4]));
    expect(() => random.pick([])).toThrow(RangeError);
  });
});

describe('colours', () => {
  it('mix from one end to the other', () => {
    expect(mix('#102030', '#f0e0d0', 0)).toBe('#102030');
    expect(mix('#102030', '#f0e0d0', 1)).toBe('#f0e0d0');
    expect(lightness(mix('#000000', '#ffffff', 0.5))).toBeCloseTo(0.5, 2);
  });

  it('get lighter, and take on the light they are seen in', () => {
    expect(lightness(lift('#808080', 0.1))).toBeCloseTo(lightness('#808080') + 0.1, 2);
    expect(under('#ffffff', '#ffd8a0')).toBe('#ffd8a0');
    expect(under('#336699', '#000000')).toBe('#000000');
  });
});

describe('the camera', () => {
  const camera = Camera.perspective({ eye: [0, 1, -2], focalPx: 1000, centre: [800, 500] });

  it('shows what is twice as far away at half the size', () => {
    expect(camera.project([0, 1, 5])).toEqual([800, 500]);
    expect(camera.scaleAt([0, 1, 0])).toBe(500);
    expect(camera.scaleAt([0, 1, 2])).toBe(250);
  });

  it('cuts off what lies behind the viewer', () => {
    const floor = camera.outline([
      [-1, 0, -6],
      [1, 0, -6],
      [1, 0, 4],
      [-1, 0, 4],
    ]);
    expect(floor).toHaveLength(4);
    expect(floor.every(([, y]) => y > 500)).toBe(true);
    expect(
      camera.outline([
        [0, 0, -5],
        [1, 0, -5],
        [1, 1, -5],
      ]),
    ).toEqual([]);
  });

  it('sees only the fronts of things, also of things that are turned', () => {
    expect(camera.sees([0, 1, 1], [0, 0, -1])).toBe(true);
    expect(camera.sees([0, 1, 1], [0, 0, 1])).toBe(false);
    expect(camera.placed([0, 1, 1], 180).sees([0, 0, 0], [0, 0, 1])).toBe(true);
  });

  it('keeps parallels parallel in a model', () => {
    const model = Camera.parallel({ target: [0, 0, 0], yaw: -45, pitch: 30, pxPerMetre: 100, centre: [0, 0] });
    const [a, b, c, d] = [
      model.project([0, 0, 0]),
      model.project([1, 0, 0]),
      model.project([0, 0, 5]),
      model.project([1, 0, 5]),
    ];
    expect(d[0] - c[0]).toBeCloseTo(b[0] - a[0]);
    expect(d[1] - c[1]).toBeCloseTo(b[1] - a[1]);
  });
});

describe('the sheet', () => {
  it('writes equal gradients once', () => {
    const sheet = new Sheet(10, 10);
    expect(sheet.shaded('#000000', '#ffffff')).toBe(sheet.shaded('#000000', '#ffffff'));
    expect(sheet.shaded('#000000', '#fffffe')).not.toBe(sheet.shaded('#000000', '#ffffff'));
    expect(sheet.toString().match(/<linearGradient/g)).toHaveLength(2);
  });

  it('wraps points in their convex hull', () => {
    expect(
      hull([
        [0, 0],
        [4, 0],
        [4, 4],
        [0, 4],
        [2, 2],
        [1, 3],
      ]),
    ).toHaveLength(4);
  });

  it('draws straight and smooth lines through all its points', () => {
    expect(
      polyline([
        [0, 0],
        [10, 0],
        [10, 5],
      ]),
    ).toBe('M0 0L10 0L10 5Z');
    expect(
      curve([
        [0, 0],
        [10, 0],
        [10, 5],
      ]),
    ).toMatch(/^M0 0C.* 10 0C.* 10 5$/);
  });
});
