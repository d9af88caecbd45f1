import { describe, expect, it } from 'vitest';
import { KeySteering, meaningOf } from './key-steering.js';

describe('KeySteering', () => {
  it('goes ahead with W or the arrow, once with both', () => {
    const keys = new KeySteering();
    keys.press('KeyW');
    keys.press('ArrowUp');
    expect(keys.direction()).toEqual({ right: 0, forward: 1 });
    keys.release('KeyW');
    expect(keys.direction()).toEqual({ right: 0, forward: 1 });
    keys.release('ArrowUp');
    expect(keys.direction()).toEqual({ right: 0, forward: 0 });
  });

  it('is no faster on the diagonal', () => {
    const keys = new KeySteering();
    keys.press('KeyW');
    keys.press('KeyD');
    const { right, forward } = keys.direction();
    expect(Math.hypot(right, forward)).toBeCloseTo(1, 6);
    expect(right).toBeCloseTo(forward, 6);
  });

  it('stands when opposite keys are held', () => {
    const keys = new KeySteering();
    keys.press('KeyA');
    keys.press('ArrowRight');
    expect(keys.direction()).toEqual({ right: 0, forward: 0 });
  });

  it('adds the stick, and never exceeds full speed', () => {
    const keys = new KeySteering();
    keys.setStick({ right: 0.5, forward: 0 });
    expect(keys.direction()).toEqual({ right: 0.5, forward: 0 });
    expect(keys.hasStick).toBe(true);
    keys.setStick({ right: 1, forward: 1 });
    keys.press('KeyW');
    expect(Math.hypot(keys.direction().right, keys.direction().forward)).toBeCloseTo(1, 6);
    keys.setStick({ right: Number.NaN, forward: 0 });
    expect(keys.direction()).toEqual({ right: 0, forward: 0 });
  });

  it('forgets all keys when the window loses the keyboard', () => {
    const keys = new KeySteering();
    keys.press('KeyS');
    keys.releaseAll();
    expect(keys.direction()).toEqual({ right: 0, forward: 0 });
  });

  it.each([
    ['KeyA', 'steer'],
    ['Space', 'jump'],
    ['KeyE', 'act'],
    ['Enter', 'act'],
    ['KeyQ', null],
  ])('takes %s for %s', (code, meaning) => {
    expect(meaningOf(code)).toBe(meaning);
  });
});
