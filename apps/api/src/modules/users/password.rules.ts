export type PasswordFault = 'auth.password-holds-login-id' | 'auth.password-too-common';

/**
 * Why a new password is refused; undefined when it is fine. Its length is the request schema's matter.
 * `common`: those that are tried first, in lower case.
 */
export function passwordFault(
  password: string,
  loginId: string | undefined,
  common: ReadonlySet<string>,
): PasswordFault | undefined {
  const lowered = password.toLowerCase();
  if (loginId !== undefined && lowered.includes(loginId.toLowerCase())) return 'auth.password-holds-login-id';
  if (common.has(lowered) || isRepetition(lowered) || isSequence(lowered)) return 'auth.password-too-common';
  return undefined;
}

/** A piece of up to four characters over and over: `aaaaaaaaaa`, `abcabcabcabc`. */
const isRepetition = (password: string): boolean => /^(.{1,4}?)\1+$/su.test(password);

/** Each character is the next one, or the one before: `0123456789`, `zyxwvutsrq`, 가각갂…; 9 and 0 are neighbours. */
function isSequence(password: string): boolean {
  const codes = Array.from(password, (character) => character.codePointAt(0) ?? 0);
  const steps = codes.slice(1).map((code, index) => step(codes[index] ?? 0, code));
  return steps[0] !== 0 && steps.every((each) => each === steps[0]);
}

const nine = 0x39;
const zero = 0x30;

/** 1 upwards, -1 downwards, 0 when the characters are no neighbours. */
function step(from: number, to: number): -1 | 0 | 1 {
  if (to === from + 1 || (from === nine && to === zero)) return 1;
  if (to === from - 1 || (from === zero && to === nine)) return -1;
  return 0;
}
