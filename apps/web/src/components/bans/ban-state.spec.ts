import { describe, expect, it } from 'vitest';
import { banStateOf } from './ban-state.js';

describe('banStateOf', () => {
  it.each([
    ['active', { liftedAt: null, isActive: true }],
    ['over', { liftedAt: null, isActive: false }],
    ['lifted', { liftedAt: '2026-04-30T00:00:00.000Z', isActive: false }],
  ] as const)('is %s', (state, ban) => {
    expect(banStateOf(ban)).toBe(state);
  });
});
