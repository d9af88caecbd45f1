import { isBusinessNumber } from '@virtualcafe/contracts';

const digitCount = 10;

/** Groups the digits as they are printed, 123-45-67891, while they are typed. */
export function groupBusinessNumber(typed: string): string {
  const digits = typed.replaceAll(/\D/g, '').slice(0, digitCount);
  return [digits.slice(0, 3), digits.slice(3, 5), digits.slice(5)].filter(Boolean).join('-');
}

/** What to say about a number that is being typed: `wrong` is a false check digit. */
export function judgeBusinessNumber(typed: string): 'empty' | 'short' | 'wrong' | 'right' {
  const digits = typed.replaceAll(/\D/g, '');
  if (digits === '') return 'empty';
  if (digits.length < digitCount) return 'short';
  return isBusinessNumber(digits) ? 'right' : 'wrong';
}
