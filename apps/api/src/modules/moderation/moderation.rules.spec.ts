import { userTypes } from '@virtualcafe/contracts';
import { describe, expect, it } from 'vitest';
import { addDays } from '../../platform/clock/clock.js';
import { banDetail, endOf, isActive, isLater } from './ban.rules.js';
import { assertMayActOn, rankOf } from './rank.rules.js';
import { reportsPerWindow, reportWindowMs, targetIdOf, waitSeconds } from './report.rules.js';

const now = new Date('2031-05-01T12:00:00Z');
const after = (ms: number): Date => new Date(now.getTime() + ms);

describe('the end of a ban', () => {
  it.each([
    [10, true, after(600_000)],
    [525_600, true, addDays(now, 365)],
    [null, true, null],
    [10, false, after(600_000)],
    [30 * 1440, false, addDays(now, 30)],
    [30 * 1440 + 1, false, addDays(now, 30)],
    [null, false, addDays(now, 30)],
  ])('of %s minutes, with an account: %s', (minutes, hasAccount, expected) => {
    expect(endOf(minutes, hasAccount, now)).toEqual(expected);
  });

  it('is when it no longer holds', () => {
    expect(isActive({ liftedAt: null, endsAt: null }, now)).toBe(true);
    expect(isActive({ liftedAt: null, endsAt: after(1) }, now)).toBe(true);
    expect(isActive({ liftedAt: null, endsAt: now }, now)).toBe(false);
    expect(isActive({ liftedAt: now, endsAt: null }, now)).toBe(false);
  });

  it('for good is later than any other', () => {
    expect(isLater(null, now)).toBe(true);
    expect([isLater(null, null), isLater(now, null), isLater(now, now)]).toEqual([false, false, false]);
    expect([isLater(after(1), now), isLater(now, after(1))]).toEqual([true, false]);
  });

  it('is told with its reason', () => {
    expect(banDetail({ endsAt: now, reason: '도배' })).toBe('Until 2031-05-01T12:00:00.000Z: 도배');
    expect(banDetail({ endsAt: null, reason: '도배' })).toBe('For good: 도배');
  });
});

describe('ranks', () => {
  it('are of administrators, moderators, owners of the café, in this order; of nobody else', () => {
    const ranks = [...userTypes].map((userType) => rankOf({ userType, isOwner: true }));
    expect(Object.fromEntries(userTypes.map((type, index) => [type, ranks[index]]))).toEqual({
      GENERAL: 0,
      BUSINESS: 1,
      MANAGER: 2,
      ADMIN: 3,
    });
    expect(rankOf({ userType: 'BUSINESS', isOwner: false })).toBe(0);
    expect(rankOf(undefined)).toBe(0);
  });

  it('decide, but never about oneself', () => {
    expect(() => assertMayActOn('a', 2, 'b', 1)).not.toThrow();
    expect(() => assertMayActOn('a', 1, null, 0)).not.toThrow();
    for (const rank of [2, 3])
      expect(() => assertMayActOn('a', 2, 'b', rank)).toThrow(
        expect.objectContaining({ code: 'moderation.outranked' }),
      );
    expect(() => assertMayActOn('a', 3, 'a', 3)).toThrow(expect.objectContaining({ code: 'moderation.oneself' }));
  });
});

describe('a report', () => {
  const evidence = { room: 'r'.repeat(40), shard: 99_999, nickname: '손님', text: '말', atMs: 1_795_547_363_177.5 };

  it('is about a message by its number and moment, or about a person by their key, in 80 characters', () => {
    const ofMessage = targetIdOf({ ...evidence, sequence: 9_999_999_999 }, 'k'.repeat(16));
    expect(ofMessage).toBe(`${evidence.room}/99999/9999999999@1795547363177`);
    const ofPerson = targetIdOf({ ...evidence, sequence: null }, 'k'.repeat(16));
    expect(ofPerson).toBe(`${evidence.room}/99999/${'k'.repeat(16)}`);
    for (const { length } of [ofMessage, ofPerson]) expect(length).toBeLessThanOrEqual(80);
  });

  it('may be filed until there are as many as the window takes, and again when one has left it', () => {
    const filed = Array.from({ length: reportsPerWindow }, (_, index) => after((index - reportsPerWindow) * 60_000));
    expect(waitSeconds([], now)).toBe(0);
    expect(waitSeconds(filed.slice(1), now)).toBe(0);
    expect(waitSeconds(filed, now)).toBe(reportWindowMs / 1000 - reportsPerWindow * 60);
    expect(waitSeconds([after(-reportWindowMs + 1), ...filed.slice(1)], now)).toBe(1);
  });
});
