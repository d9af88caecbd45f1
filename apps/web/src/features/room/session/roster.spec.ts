import type { Participant } from '@virtualcafe/contracts';
import { describe, expect, it } from 'vitest';
import { changedRoster, inListOrder, personByKey, rosterOf } from './roster.js';

const person = (id: number, nickname: string, role: Participant['role'] = 'GUEST'): Participant => ({
  id,
  key: `key-${String(id).padStart(12, '0')}`,
  nickname,
  role,
  avatar: { look: 'bear', color: '#8b5e3c' },
  isMuted: false,
});

describe('the roster', () => {
  const roster = rosterOf([person(1, '나'), person(2, '다람'), person(3, '가람')]);

  it('follows who came, went and changed', () => {
    const muted = { ...person(2, '다람'), isMuted: true };
    const next = changedRoster(roster, { joined: [person(4, '새봄')], left: [3], changed: [muted] });
    expect([...next.values()]).toEqual([person(1, '나'), muted, person(4, '새봄')]);
    expect(roster.size).toBe(3);
  });

  it('gives a number that was left to whoever has it next', () => {
    const next = changedRoster(roster, { joined: [person(3, '새봄')], left: [3], changed: [] });
    expect(next.get(3)?.nickname).toBe('새봄');
  });

  it('does not bring back whoever has gone by a change of theirs', () => {
    expect(changedRoster(roster, { joined: [], left: [2], changed: [person(2, '다람')] }).has(2)).toBe(false);
  });

  it('finds people by their key', () => {
    expect(personByKey(roster, person(3, '').key)?.nickname).toBe('가람');
    expect(personByKey(roster, 'nobody')).toBeUndefined();
  });

  it('lists oneself first, then those who keep order', () => {
    const all = rosterOf([...roster.values(), person(5, '하늘', 'KEEPER'), person(6, '마루', 'MEMBER')]);
    const names = inListOrder(all, person(1, '').key).map(({ nickname }) => nickname);
    expect(names).toEqual(['나', '하늘', '마루', '가람', '다람']);
  });
});
