import { keysOf } from './jamo.js';

/** A part of a text by the places of its first and last code points, both included. */
export interface Place {
  readonly first: number;
  readonly last: number;
}

interface Kind {
  readonly isHangul: boolean;
  readonly isSpace: boolean;
  readonly isMark: boolean;
  readonly isLetter: boolean;
  readonly isDigit: boolean;
  /** A lone letter of the Hangul alphabet, not a syllable; also of half width, in a circle or in brackets. */
  readonly isLoneJamo: boolean;
  /** The keys that type it. */
  readonly keys: string;
}

/** More than a language uses; rooms are also sent what nobody uses. */
const mostKinds = 20_000;
const kinds = new Map<string, Kind>();

/** What a code point is, looked up once: taking one apart costs more than all the rest of what is done with it. */
export function kindOf(letter: string): Kind {
  const known = kinds.get(letter);
  if (known !== undefined) return known;
  const kind = {
    isHangul: /\p{Script=Hangul}/u.test(letter),
    isSpace: /\s/.test(letter),
    isMark: /\p{M}/u.test(letter),
    isLetter: /\p{L}/u.test(letter),
    isDigit: /\d/.test(letter),
    isLoneJamo: /[ㄱ-ㅎㅏ-ㅣ\uffa1-\uffdc\u3200-\u320d\u3260-\u326d]/.test(letter),
    keys: keysOf(letter),
  };
  if (kinds.size >= mostKinds) kinds.clear();
  kinds.set(letter, kind);
  return kind;
}

const is =
  (property: 'isHangul' | 'isSpace' | 'isMark' | 'isLetter' | 'isDigit' | 'isLoneJamo') =>
  (letter: string | undefined): boolean =>
    letter !== undefined && kindOf(letter)[property];

export const isHangul = is('isHangul');
export const isSpace = is('isSpace');
export const isMark = is('isMark');
export const isLetter = is('isLetter');
export const isDigit = is('isDigit');
export const isLoneJamo = is('isLoneJamo');

/** The place with the marks that stand on its last letter. */
export function withMarks(letters: readonly string[], { first, last }: Place): Place {
  let end = last;
  while (isMark(letters[end + 1])) end += 1;
  return { first, last: end };
}
