import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { Allowance } from './allowance.js';

const patient = { maxWaitMs: 60_000 };

/** Takes and tells, once the wait is over, that it has. */
function ask(allowance: Allowance, amount: number, name: string, admitted: string[], rules = patient) {
  return allowance.take(amount, rules).then((giveBack) => {
    admitted.push(name);
    return giveBack;
  });
}

const settled = (): Promise<void> => sleep(5);

describe('Allowance', () => {
  it('never lends more than there is', async () => {
    const allowance = new Allowance(2);
    let lent = 0;
    let most = 0;
    await Promise.all(
      Array.from({ length: 50 }, async () => {
        const giveBack = await allowance.take(1, patient);
        lent += 1;
        most = Math.max(most, lent);
        await sleep(1);
        lent -= 1;
        giveBack();
      }),
    );
    expect(most).toBe(2);
  });

  it('keeps the order in which was asked, so that much is not starved by little', async () => {
    const allowance = new Allowance(10);
    const admitted: string[] = [];
    const first = await ask(allowance, 6, 'first', admitted);
    const large = ask(allowance, 10, 'large', admitted);
    const small = ask(allowance, 1, 'small', admitted);
    await settled();
    expect(admitted).toEqual(['first']);
    first();
    (await large)();
    await small;
    expect(admitted).toEqual(['first', 'large', 'small']);
  });

  it('takes back once, however often it is told', async () => {
    const allowance = new Allowance(1);
    const giveBack = await allowance.take(1, patient);
    giveBack();
    giveBack();
    await allowance.take(1, patient);
    await expect(allowance.take(1, { maxWaitMs: 5 })).rejects.toMatchObject({ code: 'service.unavailable' });
  });

  it('lets nobody wait beyond the limit, and says when to come again', async () => {
    const allowance = new Allowance(1);
    const giveBack = await allowance.take(1, patient);
    await expect(allowance.take(1, { maxWaitMs: 5 })).rejects.toMatchObject({
      code: 'service.unavailable',
      retryAfterSeconds: 10,
    });
    giveBack();
    await expect(allowance.take(1, patient)).resolves.toBeTypeOf('function');
  });

  it('forgets who has gone, and admits those behind him', async () => {
    const allowance = new Allowance(2);
    const admitted: string[] = [];
    await ask(allowance, 1, 'holder', admitted);
    const leaving = new AbortController();
    const gone = allowance.take(2, { ...patient, abandoned: leaving.signal });
    const behind = ask(allowance, 1, 'behind', admitted);
    leaving.abort();
    await expect(gone).rejects.toMatchObject({ code: 'request.malformed' });
    await behind;
    expect(admitted).toEqual(['holder', 'behind']);
    await expect(allowance.take(1, { maxWaitMs: 5, abandoned: AbortSignal.abort() })).rejects.toMatchObject({
      code: 'request.malformed',
    });
  });
});
