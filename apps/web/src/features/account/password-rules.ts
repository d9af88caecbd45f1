import { newPassword } from '@virtualcafe/contracts';

export type PasswordRule = 'length' | 'loginId' | 'changed';

type Typed = { currentPassword: string; newPassword: string };

/**
 * Which rules a new password keeps, to show while it is typed. The server has one more that is not shown here: it refuses
 * passwords that are commonly tried.
 */
export function rulesKept(typed: Typed, loginId: string): Record<PasswordRule, boolean> {
  const next = typed.newPassword;
  return {
    length: newPassword.safeParse(next).success,
    loginId: next !== '' && !next.toLowerCase().includes(loginId.toLowerCase()),
    changed: next !== '' && next !== typed.currentPassword,
  };
}
