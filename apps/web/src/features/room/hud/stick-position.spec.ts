import { describe, expect, it } from 'vitest';
import { steeringOf, stickPosition } from './stick-position.js';

describe('the stick', () => {
  it('follows the thumb up to its rim, in its direction', () => {
    expect(stickPosition(20, -10, 40)).toEqual({ right: 0.5, down: -0.25 });
    const far = stickPosition(300, 400, 40);
    expect([far.right, far.down]).toEqual([expect.closeTo(0.6), expect.closeTo(0.8)]);
  });

  it('steers away from the camera when pushed up', () => {
    const { right, forward } = steeringOf(stickPosition(0, -40, 40));
    expect([right + 0, forward]).toEqual([0, expect.closeTo(1)]);
  });

  it('rests near the middle and begins gently beyond', () => {
    expect(steeringOf(stickPosition(3, 4, 40))).toEqual({ right: 0, forward: 0 });
    const { right } = steeringOf(stickPosition(8, 0, 40));
    expect(right).toBeGreaterThan(0);
    expect(right).toBeLessThan(0.1);
  });

  it('is never stronger slantwise than straight on', () => {
    for (const degrees of [0, 30, 45, 90, 200]) {
      const angle = (degrees / 180) * Math.PI;
      const { right, forward } = steeringOf(stickPosition(99 * Math.cos(angle), 99 * Math.sin(angle), 40));
      expect(Math.hypot(right, forward)).toBeCloseTo(1);
    }
  });
});
