import { beforeAll, describe, expect, it } from 'vitest';
import { commonPasswords } from './common-passwords.js';
import { passwordFault } from './password.rules.js';

let common: ReadonlySet<string>;
beforeAll(async () => {
  common = await commonPasswords();
});

describe('a new password', () => {
  it.each([
    'latte at the window',
    'correct horse battery',
    '커피 향이 나는 아침',
    'x9$Kq2!vLm',
    'password of a barista',
  ])('may be %j', (password) => {
    expect(passwordFault(password, 'barista_01', common)).toBeUndefined();
  });

  it.each([
    'password123',
    'PassWord123',
    'qwertyuiop',
    '1q2w3e4r5t',
    'virtualcafe',
    'VirtualCafe',
    'dkssudgktpdy',
    'qlalfqjsgh',
  ])('must not be %j, which is tried first', (password) => {
    expect(passwordFault(password, 'somebody', common)).toBe('auth.password-too-common');
  });

  it.each([
    'aaaaaaaaaa',
    'abababababab',
    'abcabcabcabc',
    '1234123412341234',
    '가나가나가나가나가나',
    '🐱🐱🐱🐱🐱🐱🐱🐱🐱🐱',
  ])('must not repeat a short piece: %j', (password) => {
    expect(passwordFault(password, 'somebody', common)).toBe('auth.password-too-common');
  });

  it.each(['0123456789', '1234567890', '9876543210', '3456789012', 'abcdefghijk', 'ZYXWVUTSRQ', '5432109876'])(
    'must not be a sequence: %j',
    (password) => {
      expect(passwordFault(password, 'somebody', common)).toBe('auth.password-too-common');
    },
  );

  it.each(['01234567890x', 'abcdefghijx', 'abcdeabcdeabcde', 'aaaaaaaaaab', '0246813579'])(
    'may hold such a piece beside something else: %j',
    (password) => {
      expect(passwordFault(password, 'somebody', common)).toBeUndefined();
    },
  );

  it.each(['barista', 'my-barista-7', 'BARISTA BARISTA!', 'xxBaRiStAxx'])(
    'must not contain the login id: %j',
    (password) => {
      expect(passwordFault(password, 'Barista', common)).toBe('auth.password-holds-login-id');
    },
  );

  it('is not compared with a login id that there is none of', () => {
    expect(passwordFault('latte at the window', undefined, common)).toBeUndefined();
  });
});

describe('the list of common passwords', () => {
  it('is there, in lower case, and holds none that is refused for its length already', () => {
    expect(common.size).toBeGreaterThan(1500);
    for (const password of common) {
      expect(password).toBe(password.toLowerCase());
      expect(password.length).toBeGreaterThanOrEqual(10);
    }
  });
});
