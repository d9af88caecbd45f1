import { describe, expect, it } from 'vitest';
import { redact } from './redaction.js';

describe('redaction', () => {
  it('censors secrets down to the third level, in lists too, and leaves the original alone', () => {
    const logged = {
      cafe: '온기',
      password: 'a',
      body: { newPassword: 'b', deep: { token: 'c', name: 'd' } },
      list: [{ secret: 'e' }, 'f'],
    };
    expect(redact(logged)).toEqual({
      cafe: '온기',
      password: '[redacted]',
      body: { newPassword: '[redacted]', deep: { token: '[redacted]', name: 'd' } },
      list: [{ secret: '[redacted]' }, 'f'],
    });
    expect(logged.body.deep.token).toBe('c');
  });

  it('copies nothing where there is nothing to censor', () => {
    const logged = { method: 'GET', status: 200, nested: { at: new Date(0), list: [1, 2] } };
    expect(redact(logged)).toBe(logged);
  });

  it('tells an error by its type, message and stack, without the secrets it carries', () => {
    const failure = Object.assign(new TypeError('no'), { code: 'E1', authorization: 'Bearer x' });
    const { err } = redact({ err: failure }) as unknown as { err: Record<string, unknown> };
    expect(err).toMatchObject({ type: 'TypeError', message: 'no', code: 'E1', authorization: '[redacted]' });
    expect(err.stack).toContain('TypeError: no');
  });

  it('ends in an object that holds itself', () => {
    const ring: Record<string, unknown> = { key: 'x' };
    ring.self = ring;
    expect(redact(ring)).toMatchObject({ key: '[redacted]', self: { key: '[redacted]' } });
  });

  it.each([null, undefined, 1, 'text', true])('leaves %j', (value) => {
    expect(redact(value)).toBe(value);
  });
});
