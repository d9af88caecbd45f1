import { describe, expect, it } from 'vitest';
import { decoyHash, PasswordHasher } from './password-hasher.js';

const hasher = new PasswordHasher();

describe('a password', () => {
  it('is hashed with argon2id at the cost we chose, with a salt of its own', async () => {
    const [first, second] = await Promise.all([hasher.hash('latte'), hasher.hash('latte')]);
    expect(first).toMatch(/^\$argon2id\$v=19\$m=47104,t=1,p=1\$[\w+/]{22}\$[\w+/]{43}$/);
    expect(second).not.toBe(first);
  });

  it.each(['latte', '커피 한 잔', '🐱'.repeat(32), ' leading and trailing '])('%j is known again', async (password) => {
    const hash = await hasher.hash(password);
    expect(await hasher.verify(hash, password)).toBe(true);
    expect(await hasher.verify(hash, `${password} `)).toBe(false);
  });

  it('matches nothing where there is no hash', async () => {
    for (const password of ['', 'latte', 'undefined']) expect(await hasher.verify(undefined, password)).toBe(false);
  });

  it('is checked against a hash of the same cost where there is none', async () => {
    const real = await hasher.hash('latte');
    const shapeOf = (hash: string): unknown[] => hash.split('$').map((part, index) => (index < 4 ? part : part.length));
    expect(shapeOf(decoyHash())).toEqual(shapeOf(real));
  });

  it('is checked in its turn, also where there is no hash: two work at once', async () => {
    const done: string[] = [];
    await Promise.all([
      hasher.hash('latte').then(() => done.push('first')),
      hasher.hash('mocha').then(() => done.push('second')),
      hasher.verify(undefined, 'latte').then(() => done.push('third')),
    ]);
    // The third begins when one of the two has ended, whatever the machine does meanwhile.
    expect(done.indexOf('third')).toBeGreaterThan(0);
  });
});
