import { describe, expect, it } from 'vitest';
import { isLive, judgeRepetition, refreshGraceMs, type TokenHash } from './session.rules.js';

const now = new Date('2031-05-01T12:00:00Z');
const at = (offsetMs: number): Date => new Date(now.getTime() + offsetMs);
const hash = (fill: number): TokenHash => new Uint8Array(32).fill(fill);

describe('a session', () => {
  it('lives until it expires or is ended', () => {
    expect(isLive({ revokedAt: null, expiresAt: at(1) }, now)).toBe(true);
    expect(isLive({ revokedAt: null, expiresAt: now }, now)).toBe(false);
    expect(isLive({ revokedAt: at(-1), expiresAt: at(1) }, now)).toBe(false);
  });
});

describe('a token that could not be exchanged', () => {
  const successor = { tokenHash: hash(2), usedAt: null };
  const token = { usedAt: at(-1), expiresAt: at(1000), successor };

  it('expired if it was never used', () => {
    expect(judgeRepetition({ ...token, usedAt: null, successor: null }, hash(2), now)).toBe('expired');
  });

  it('is repeated within the grace while its successor is unspent', () => {
    for (const usedAt of [now, at(-1), at(-refreshGraceMs)])
      expect(judgeRepetition({ ...token, usedAt }, hash(2), now)).toBe('repeated');
  });

  it('is repeated where another process, whose clock is ahead, exchanged it', () => {
    expect(judgeRepetition({ ...token, usedAt: at(500) }, hash(2), now)).toBe('repeated');
  });

  it.each([
    ['after the grace', { ...token, usedAt: at(-refreshGraceMs - 1) }],
    ['when its successor was used', { ...token, successor: { ...successor, usedAt: at(-1) } }],
    ['when its successor is gone', { ...token, successor: null }],
    [
      'when its successor is another than we would hand out',
      { ...token, successor: { ...successor, tokenHash: hash(3) } },
    ],
  ])('is reused %s', (_, each) => {
    expect(judgeRepetition(each, hash(2), now)).toBe('reused');
  });
});
