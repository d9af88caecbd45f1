import { describe, expect, it } from 'vitest';
import { banStateOf } from './ban-state.js';

const now = new Date('2026-05-01T12:00:00.000Z');

describe('banStateOf', () => {
  it.each([
    ['active', { liftedAt: null, endsAt: null }],
    ['active', { liftedAt: null, endsAt: '2026-05-01T12:00:01.000Z' }],
    ['over', { liftedAt: null, endsAt: '2026-05-01T12:00:00.000Z' }],
    ['lifted', { liftedAt: '2026-04-30T00:00:00.000Z', endsAt: null }],
  ] as const)('is %s', (state, ban) => {
    expect(banStateOf(ban, now)).toBe(state);
  });
});
