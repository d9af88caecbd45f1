import { describe, expect, it } from 'vitest';
import { backOffMs, type FailedAttempt, stepAfterFailure, stepAfterLoss } from './reconnect-policy.js';

const failed = (fields: Partial<FailedAttempt>): FailedAttempt => ({
  attempt: 0,
  way: 'resume',
  code: null,
  retryAfterMs: null,
  awayMs: 1000,
  random: 0.5,
  ...fields,
});

describe('the back-off', () => {
  it('doubles up to a quarter of a minute, spread over its half', () => {
    expect([0, 1, 2, 3, 20].map((attempt) => backOffMs(attempt, 1))).toEqual([500, 1000, 2000, 4000, 15_000]);
    expect([backOffMs(2, 0), backOffMs(2, 0.5), backOffMs(2, 1)]).toEqual([1000, 1500, 2000]);
  });
});

describe('after a failed attempt', () => {
  it('comes back to the same place while it is kept, then anew', () => {
    expect(stepAfterFailure(failed({ attempt: 1 }))).toEqual({ kind: 'again', way: 'resume', delayMs: 750 });
    expect(stepAfterFailure(failed({ awayMs: 109_900 }))).toMatchObject({ kind: 'again', way: 'ticket' });
    expect(stepAfterFailure(failed({ way: 'ticket', awayMs: 0 }))).toMatchObject({ way: 'ticket' });
  });

  it('takes a new ticket at once when the place is gone', () => {
    const step = stepAfterFailure(failed({ code: 'room.ticket-invalid' }));
    expect(step).toEqual({ kind: 'again', way: 'ticket', delayMs: 0 });
  });

  it('does not hammer with tickets that are refused', () => {
    const step = stepAfterFailure(failed({ way: 'ticket', code: 'room.ticket-invalid', attempt: 3 }));
    expect(step).toEqual({ kind: 'again', way: 'ticket', delayMs: 6000 });
  });

  it('waits as long as the server asks', () => {
    const step = stepAfterFailure(failed({ code: 'rate.limited', retryAfterMs: 9000 }));
    expect(step).toMatchObject({ kind: 'again', delayMs: 9000 });
  });

  it('gives a connection that is still counted time to be forgotten', () => {
    const code = 'room.too-many-connections';
    expect(stepAfterFailure(failed({ code, attempt: 2 }))).toMatchObject({ kind: 'again' });
    expect(stepAfterFailure(failed({ code, attempt: 5 }))).toEqual({ kind: 'end', code });
  });

  it.each(['room.banned', 'room.full', 'viewer.not-found'])('%s is the end', (code) => {
    expect(stepAfterFailure(failed({ code }))).toEqual({ kind: 'end', code });
  });
});

describe('after a connection was lost', () => {
  it('comes back at once, a little spread', () => {
    const lost = { closingCode: null, movingWithinMs: null };
    expect(stepAfterLoss({ ...lost, random: 1 })).toEqual({ kind: 'again', way: 'resume', delayMs: 200 });
    expect(stepAfterLoss({ ...lost, random: 0 })).toEqual({ kind: 'again', way: 'resume', delayMs: 0 });
  });

  it('comes back at a moment of its choice when the server stops', () => {
    const step = stepAfterLoss({ closingCode: null, movingWithinMs: 3000, random: 0.25 });
    expect(step).toEqual({ kind: 'again', way: 'resume', delayMs: 750 });
  });

  it.each(['room.kicked', 'room.banned', 'room.replaced', 'room.expelled', 'rate.limited'])(
    'does not come back by itself after %s',
    (code) => {
      const step = stepAfterLoss({ closingCode: code, movingWithinMs: null, random: 0 });
      expect(step).toEqual({ kind: 'end', code });
    },
  );

  it.each(['internal', 'room.changed', 'room.ticket-invalid'])('asks for a new ticket after %s', (closingCode) => {
    const step = stepAfterLoss({ closingCode, movingWithinMs: null, random: 0 });
    expect(step).toMatchObject({ kind: 'again', way: 'ticket' });
  });
});
