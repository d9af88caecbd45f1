import { describe, expect, it } from 'vitest';
import { DEMO_PEOPLE } from './people.js';

describe('the people of the demo', () => {
  it('have names that a sign-up would take, each its own', () => {
    for (const { loginId, nickname, email } of DEMO_PEOPLE) {
      expect(loginId).toMatch(/^[A-Za-z0-9_-]{3,20}$/);
      expect(nickname).toMatch(/^\S{2,20}$/);
      expect(email).toBe(`${loginId}@example.com`);
    }
    for (const key of ['loginId', 'nickname', 'email'] as const) {
      expect(new Set(DEMO_PEOPLE.map((person) => person[key])).size, key).toBe(DEMO_PEOPLE.length);
    }
  });

  it('are one of each kind that the start tells the logins of', () => {
    const typeOf = (loginId: string) => DEMO_PEOPLE.find((person) => person.loginId === loginId)?.userType;
    expect([typeOf('admin'), typeOf('owner'), typeOf('visitor')]).toEqual(['ADMIN', 'BUSINESS', 'GENERAL']);
  });
});
