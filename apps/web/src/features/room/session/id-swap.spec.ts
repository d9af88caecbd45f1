import type { Participant, Transform } from '@virtualcafe/contracts';
import { describe, expect, it } from 'vitest';
import { IdSwap } from './id-swap.js';

const transform: Transform = { x: 1, y: 0, z: 2, yaw: 0, animation: 0, flags: 0, clock: 0 };
const person = (id: number): Participant => ({
  id,
  key: 'abcdefghijklmnop',
  nickname: '온기',
  role: 'GUEST',
  avatar: { look: 'cat', color: '#8b5e3c' },
  isMuted: false,
});

describe('IdSwap', () => {
  const swap = new IdSwap(9, 4);

  it('shows the viewer the number it knows oneself by, and nobody else under it', () => {
    expect([9, 4, 5].map(swap.other)).toEqual([4, 9, 5]);
    expect([9, 4, 5].map(swap.other).map(swap.other)).toEqual([9, 4, 5]);
  });

  it('does so in frames and in the roster', () => {
    const entries = [9, 4, 5].map((id) => ({ id, transform }));
    expect(swap.frame({ kind: 'delta', tick: 1, entries })).toEqual({
      kind: 'delta',
      tick: 1,
      entries: [4, 9, 5].map((id) => ({ id, transform })),
    });
    expect(swap.frame({ kind: 'left', tick: 2, ids: [4, 5] })).toEqual({ kind: 'left', tick: 2, ids: [9, 5] });
    expect(swap.change({ joined: [person(4)], left: [5, 4], changed: [person(9)] })).toEqual({
      joined: [person(9)],
      left: [5, 9],
      changed: [person(4)],
    });
  });

  it('leaves everything alone while the numbers are the same', () => {
    const frame = { kind: 'left', tick: 2, ids: [4, 5] } as const;
    expect(new IdSwap(4, 4).frame({ ...frame, ids: [...frame.ids] })).toEqual(frame);
    expect(new IdSwap(4, 4).other(7)).toBe(7);
  });
});
