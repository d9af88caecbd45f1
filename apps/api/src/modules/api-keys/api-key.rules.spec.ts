import { describe, expect, it } from 'vitest';
import { drawApiKey, formatApiKey, hashSecret, isUseNoteDue, opens, parseApiKey } from './api-key.rules.js';

const now = new Date('2031-05-01T12:00:00Z');
const at = (offsetMs: number): Date => new Date(now.getTime() + offsetMs);

describe('the text of a key', () => {
  it('is read as it was written, also when the secret has an underscore', () => {
    for (let times = 0; times < 500; times += 1) {
      const parts = drawApiKey();
      expect(parseApiKey(formatApiKey(parts))).toEqual(parts);
    }
  });

  it('is another each time', () => {
    const drawn = Array.from({ length: 500 }, drawApiKey);
    expect(new Set(drawn.map(({ publicId }) => publicId)).size).toBe(500);
    expect(new Set(drawn.map(({ secret }) => secret)).size).toBe(500);
  });

  const { publicId, secret } = { publicId: '0123456789abcdef01234567', secret: 'A'.repeat(43) };
  it.each([
    '',
    'vck_',
    `vck_${publicId}`,
    `vck_${publicId}_`,
    `vck_${publicId}_${secret}A`,
    `vck_${publicId}_${secret.slice(1)}`,
    `vck_${publicId.toUpperCase()}_${secret}`,
    `VCK_${publicId}_${secret}`,
    ` vck_${publicId}_${secret}`,
    `vck_${publicId}_${secret}\n`,
    `vck_${publicId}_${'가'.repeat(43)}`,
  ])('is not %j', (text) => {
    expect(parseApiKey(text)).toBeUndefined();
  });
});

describe('a key', () => {
  const key = { secretHash: hashSecret('right'), expiresAt: null, revokedAt: null };

  it('opens with its own secret only', () => {
    expect(opens(key, 'right', now)).toBe(true);
    for (const wrong of ['', 'Right', 'right ', '오른쪽']) expect(opens(key, wrong, now)).toBe(false);
  });

  it('opens until it expires', () => {
    expect(opens({ ...key, expiresAt: at(1) }, 'right', now)).toBe(true);
    expect(opens({ ...key, expiresAt: now }, 'right', now)).toBe(false);
  });

  it('does not open once revoked', () => {
    expect(opens({ ...key, revokedAt: at(-1) }, 'right', now)).toBe(false);
  });

  it('has its use noted at most once a minute', () => {
    expect(isUseNoteDue(null, now)).toBe(true);
    expect(isUseNoteDue(at(-60_000), now)).toBe(true);
    expect(isUseNoteDue(at(-59_999), now)).toBe(false);
  });
});
