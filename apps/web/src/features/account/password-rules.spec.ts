import { describe, expect, it } from 'vitest';
import { rulesKept } from './password-rules.js';

const kept = (newPassword: string, currentPassword = 'old password') =>
  rulesKept({ currentPassword, newPassword }, 'Owner');

describe('rulesKept', () => {
  it('keeps none before anything is typed', () => {
    expect(kept('')).toEqual({ length: false, loginId: false, changed: false });
  });

  it('counts 10 to 128 characters', () => {
    expect(kept('123456789').length).toBe(false);
    expect(kept('1234567890').length).toBe(true);
    expect(kept('a'.repeat(129)).length).toBe(false);
  });

  it('looks for the login id in any case', () => {
    expect(kept('the-oWNER-of-it').loginId).toBe(false);
    expect(kept('somebody else').loginId).toBe(true);
  });

  it('wants another password than before', () => {
    expect(kept('old password').changed).toBe(false);
    expect(kept('new password').changed).toBe(true);
  });
});
