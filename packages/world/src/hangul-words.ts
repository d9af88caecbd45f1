import { keysOf } from './jamo.js';
import {
  isDigit,
  isHangul,
  isLetter,
  isLoneJamo,
  isMark,
  isSpace,
  kindOf,
  type Place,
  withMarks,
} from './word-places.js';

/** A typed key and which letter of the text it belongs to. */
interface Key {
  readonly key: string;
  readonly place: number;
}

interface Unwanted {
  readonly keys: string;
  /** Only where a word of the text begins. */
  readonly isBeginning: boolean;
  /** After how many keys a space may stand that parts nothing. */
  readonly spaceAfter: number | undefined;
}

// Latin letters and digits that are written for vowels, after a lone consonant: ㅅl, ㅂr.
const vowelLookalikes = new Map(
  Object.entries({ l: 'ㅣ', I: 'ㅣ', i: 'ㅣ', '1': 'ㅣ', '|': 'ㅣ', r: 'ㅏ', H: 'ㅐ', T: 'ㅜ' }),
);

/**
 * Unwanted words of Hangul syllables, compared as they are typed: syllables taken apart (ㅅㅣ), signs, digits or laughter between them and
 * drawn-out vowels (시이이) do not hide a word, nor does spelling it out with spaces. What only arises across two words, or within one
 * that is allowed, is none.
 *
 * A word written `^word` is one only where a word of the text begins; one written with a space may have it or not.
 */
export class HangulWords {
  private readonly words: Unwanted[];
  private readonly allowed: string[];

  constructor(words: readonly string[], allowed: readonly string[]) {
    this.words = words.map(readUnwanted);
    this.allowed = allowed.map(keysWithoutSpaces);
  }

  find(letters: readonly string[]): Place[] {
    const keys = toKeys(letters);
    const typed = keys.map(({ key }) => key).join('');
    const reach = reachOf(typed, this.allowed);
    return this.words.flatMap((word) =>
      occurrences(typed, word.keys).flatMap((from) => {
        const to = from + word.keys.length;
        const isAllowed = (reach[from] ?? 0) >= to;
        return !isAllowed && isOfWholeLetters(keys, from, to) ? placesOf(letters, keys, word, from, to) : [];
      }),
    );
  }
}

function readUnwanted(word: string): Unwanted {
  const isBeginning = word.startsWith('^');
  const [head = '', tail] = word.replace('^', '').split(' ', 2);
  const spaceAfter = tail === undefined ? undefined : keysWithoutSpaces(head).length;
  return { keys: keysWithoutSpaces(head + (tail ?? '')), isBeginning, spaceAfter };
}

const keysWithoutSpaces = (word: string): string => keysOf(word.replaceAll(' ', ''));

function toKeys(letters: readonly string[]): Key[] {
  const keys: Key[] = [];
  letters.forEach((letter, place) => {
    const typed = keysOfLetter(letters, place);
    if (isHangul(letter) && isDrawnOut(letters, place, typed, keys.at(-1))) return;
    for (const key of typed) keys.push({ key, place });
  });
  return keys;
}

/** Nothing for what does not count, a space for what parts two words. */
function keysOfLetter(letters: readonly string[], place: number): string {
  const letter = letters[place] ?? '';
  const before = letters[place - 1];
  if (isHangul(letter)) return isFiller(letter, before) ? '' : kindOf(letter).keys;
  const vowel = isLoneJamo(before) ? vowelLookalikes.get(letter) : undefined;
  return vowel ?? (isLetter(letter) ? ' ' : '');
}

/** Laughter between two syllables, or a line that draws one out. */
const isFiller = (letter: string, before: string | undefined): boolean =>
  letter === 'ㅋ' || letter === 'ㅎ' || (letter === 'ㅡ' && isHangul(before) && !isLoneJamo(before));

/** A syllable that only repeats the vowel before it (시이이), within one word. */
const isDrawnOut = (letters: readonly string[], place: number, typed: string, last: Key | undefined): boolean =>
  typed.length === 2 && typed[0] === 'ㅇ' && typed[1] === last?.key && isHangul(letters[place - 1]);

function occurrences(text: string, word: string): number[] {
  const found: number[] = [];
  for (let from = text.indexOf(word); from >= 0; from = text.indexOf(word, from + 1)) found.push(from);
  return found;
}

/** For each place of the text how far the allowed words reach that begin there or before. */
function reachOf(text: string, words: readonly string[]): Int32Array {
  const reach = new Int32Array(text.length);
  for (const word of words)
    for (const from of occurrences(text, word)) reach[from] = Math.max(reach[from] ?? 0, from + word.length);
  for (let place = 1; place < reach.length; place += 1)
    reach[place] = Math.max(reach[place] ?? 0, reach[place - 1] ?? 0);
  return reach;
}

/** Not the end of one letter and the beginning of the next. */
const isOfWholeLetters = (keys: readonly Key[], from: number, to: number): boolean =>
  keys[from - 1]?.place !== keys[from]?.place && keys[to]?.place !== keys[to - 1]?.place;

function placesOf(letters: readonly string[], keys: readonly Key[], word: Unwanted, from: number, to: number): Place[] {
  const place = { first: keys[from]?.place ?? 0, last: keys[to - 1]?.place ?? 0 };
  const parts = partsOf(letters, keys, word, from, to);
  const isMeant = mayBegin(letters, place.first, word, parts) && (parts !== 'spaced' || standsAlone(letters, place));
  return isMeant ? [withMarks(letters, place)] : [];
}

/** Whoever takes the first syllable apart does not continue a word. */
const mayBegin = (letters: readonly string[], first: number, word: Unwanted, parts: Parts): boolean =>
  isLoneJamo(letters[first]) || (!word.isBeginning && parts === 'joined') || isWordBeginning(letters, first);

/** No more of a word follows, and no number stands before: 8시 발 is an hour. */
const standsAlone = (letters: readonly string[], { first, last }: Place): boolean =>
  !isHangul(letters[last + 1]) && !isDigit(letters[first - 1]);

/** What stands between the letters of a word: nothing, only signs, or spaces that are not its own. */
type Parts = 'joined' | 'signs' | 'spaced';

function partsOf(
  letters: readonly string[],
  keys: readonly Key[],
  { spaceAfter }: Unwanted,
  from: number,
  to: number,
): Parts {
  let parts: Parts = 'joined';
  for (let at = from + 1; at < to; at += 1) {
    const between = letters.slice((keys[at - 1]?.place ?? 0) + 1, keys[at]?.place);
    if (between.some(isSpace) && at - from !== spaceAfter) return 'spaced';
    if (between.some((letter) => !isHangul(letter) && !isSpace(letter))) parts = 'signs';
  }
  return parts;
}

/** Nothing of Hangul stands right before it, but the same letter again (시시시발). */
function isWordBeginning(letters: readonly string[], first: number): boolean {
  let before = first - 1;
  while (letters[before] === letters[first] || isMark(letters[before])) before -= 1;
  return !isHangul(letters[before]);
}
