import { animations, type Participant, type Transform, transformFlags } from '@virtualcafe/contracts';
import { describe, expect, it } from 'vitest';
import { People } from './people.js';

const participant = (id: number, key = `key-of-${id}`): Participant => ({
  id,
  key,
  nickname: `손님 ${id}`,
  role: 'GUEST',
  avatar: { look: 'cat', color: '#aa3322' },
  isMuted: false,
});

const transform = (x: number): Transform => ({
  x,
  y: 0,
  z: 0,
  yaw: 0,
  animation: animations.idle,
  flags: transformFlags.placed,
  clock: 0,
});

const delta = (id: number, x: number) =>
  ({ kind: 'delta', tick: 1, entries: [{ id, transform: transform(x) }] }) as const;

const people = (): People => new People(() => 1, 4, 50);

describe('People', () => {
  it('keeps where somebody is until the roster names them', () => {
    const room = people();
    room.take({ ...delta(5, 7), entries: [{ id: 5, transform: transform(7) }] }, 0);
    expect(room.list).toHaveLength(0);
    room.change({ joined: [participant(5)], left: [], changed: [] });
    expect(room.get(5)?.motion.x).toBe(7);
  });

  it('leaves oneself out of roster and frames', () => {
    const room = people();
    room.setAll([participant(1), participant(2)]);
    room.take({ kind: 'full', tick: 1, entries: [{ id: 1, transform: transform(3) }] }, 0);
    expect(room.list.map(({ id }) => id)).toEqual([2]);
  });

  it('lets somebody go by frame or by roster, and forgets where they were', () => {
    const room = people();
    room.setAll([participant(2), participant(3)]);
    room.take({ kind: 'left', tick: 2, ids: [2] }, 0);
    room.change({ joined: [], left: [3], changed: [] });
    expect(room.list).toHaveLength(0);
    room.change({ joined: [participant(2)], left: [], changed: [] });
    expect(room.get(2)?.motion.isKnown).toBe(false);
  });

  it('keeps the place of who is still there after a welcome', () => {
    const room = people();
    room.setAll([participant(2)]);
    room.take({ kind: 'full', tick: 1, entries: [{ id: 2, transform: transform(4) }] }, 0);
    room.setAll([{ ...participant(2), nickname: '새 이름' }]);
    expect(room.get(2)?.motion.x).toBe(4);
    expect(room.get(2)?.participant.nickname).toBe('새 이름');
  });

  it('takes a number that comes back for somebody else', () => {
    const room = people();
    room.setAll([participant(2)]);
    room.take({ kind: 'full', tick: 1, entries: [{ id: 2, transform: transform(4) }] }, 0);
    room.setAll([participant(2, 'somebody-else')]);
    expect(room.get(2)?.motion.isKnown).toBe(false);
  });

  it('gives each body a row of its own, and again those that are free', () => {
    const room = people();
    room.setAll([2, 3, 4].map((id) => participant(id)));
    room.change({ joined: [], left: [3], changed: [] });
    room.change({ joined: [participant(9)], left: [], changed: [] });
    expect(new Set(room.list.map(({ row }) => row)).size).toBe(3);
    expect(room.rows).toBe(4);
  });
});
