import { createHash, randomInt } from 'node:crypto';

/** Crockford's base 32: no letter that is taken for a digit. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const groupLength = 5;
/** Ten of 32 letters are 50 bits: within ten minutes and the limit of calls nobody guesses one. */
const codeLength = 2 * groupLength;
const validMs = 10 * 60 * 1000;

/** SHA-256 of a code, which is random and short-lived: no slow hash needed. */
export type CodeHash = Uint8Array<ArrayBuffer>;

export const drawLinkCode = (): string =>
  Array.from({ length: codeLength }, () => alphabet.charAt(randomInt(alphabet.length))).join('');

/** As it is shown: `7K2QD-X9MPA`. */
export const formatLinkCode = (code: string): string => `${code.slice(0, groupLength)}-${code.slice(groupLength)}`;

/** What was typed as a code: without spaces and hyphens, in capitals, and what is taken for a digit as that digit. */
export const readLinkCode = (typed: string): string =>
  typed
    .replaceAll(/[\s-]+/g, '')
    .toUpperCase()
    .replaceAll('O', '0')
    .replaceAll(/[IL]/g, '1');

export const hashLinkCode = (code: string): CodeHash => new Uint8Array(createHash('sha256').update(code).digest());

export const linkCodeEnd = (now: Date): Date => new Date(now.getTime() + validMs);
