import { keysOf } from './jamo.js';

/** A typed key and which letter of the text (by its place among the code points) it belongs to. */
interface Key {
  readonly key: string;
  readonly letter: number;
}

const isLetter = (letter: string): boolean => /\p{L}/u.test(letter);
const isHangul = (letter: string): boolean => /\p{Script=Hangul}/u.test(letter);
const isSpace = (letter: string): boolean => /\s/.test(letter);

const masked = '*';

/**
 * Masks words that a room does not want. Hangul is compared as it is typed, so that taken-apart syllables (ㅅㅣ), signs or digits
 * between them and drawn-out vowels (시이이) do not hide a word, nor does spelling it out with spaces; a word that only arises across
 * two others (다시 발견) or within one that is allowed (시발점) is left alone. Words in Latin letters are found as whole words.
 */
export class WordFilter {
  private readonly hangul: string[];
  private readonly latin: Set<string>;
  private readonly exceptions: string[];

  constructor(words: readonly string[], exceptions: readonly string[] = []) {
    const keyed = words.map((word) => keysOf(word));
    this.hangul = words
      .flatMap((word, index) => (isHangul(word) ? [keyed[index] ?? ''] : []))
      .filter((keys) => keys !== '');
    this.latin = new Set(words.flatMap((word, index) => (isHangul(word) ? [] : [keyed[index] ?? ''])));
    this.exceptions = exceptions.map((word) => keysOf(word));
  }

  /** The text with every letter of an unwanted word replaced by `*`; the same text when there is none. */
  mask(text: string): string {
    const letters = Array.from(text);
    const hidden = new Set<number>([...this.findHangul(letters), ...this.findLatin(letters)]);
    if (hidden.size === 0) return text;
    return letters.map((letter, index) => (hidden.has(index) ? masked : letter)).join('');
  }

  private findHangul(letters: readonly string[]): number[] {
    const keys = toKeys(letters);
    const typed = keys.map(({ key }) => key).join('');
    const allowed = occurrences(typed, this.exceptions);
    return occurrences(typed, this.hangul)
      .filter((found) => !allowed.some((other) => other.from <= found.from && found.to <= other.to))
      .flatMap(({ from, to }) => {
        const [first, last] = [keys[from]?.letter, keys[to - 1]?.letter];
        // Whole letters only: not the end of one and the beginning of the next.
        if (first === undefined || last === undefined) return [];
        if (keys[from - 1]?.letter === first || keys[to]?.letter === last) return [];
        return isOfOneMeaning(letters, first, last) ? range(first, last) : [];
      });
  }

  private findLatin(letters: readonly string[]): number[] {
    const found: number[] = [];
    for (let from = 0; from < letters.length; from += 1) {
      let to = from;
      while (to < letters.length && isLetter(letters[to] ?? '') && !isHangul(letters[to] ?? '')) to += 1;
      if (to === from) continue;
      if (this.latin.has(keysOf(letters.slice(from, to).join('')))) found.push(...range(from, to - 1));
      from = to;
    }
    return found;
  }
}

/** The keys of the Hangul letters; what stands between them is left out, and so are vowels drawn out by ㅇ (시이이). */
function toKeys(letters: readonly string[]): Key[] {
  const keys: Key[] = [];
  letters.forEach((letter, index) => {
    if (!isHangul(letter)) {
      // Another script's word parts two words; signs and digits do not.
      if (isLetter(letter)) keys.push({ key: ' ', letter: index });
      return;
    }
    const typed = keysOf(letter);
    if (typed.length === 2 && typed[0] === 'ㅇ' && typed[1] === keys.at(-1)?.key) return;
    for (const key of typed) keys.push({ key, letter: index });
  });
  return keys;
}

function occurrences(text: string, words: readonly string[]): { from: number; to: number }[] {
  return words.flatMap((word) => {
    const found: { from: number; to: number }[] = [];
    for (let from = text.indexOf(word); from >= 0; from = text.indexOf(word, from + 1)) {
      found.push({ from, to: from + word.length });
    }
    return found;
  });
}

/** Within one word, or over several of which each is wholly part of it: 시 발, but not 다시 발견. */
function isOfOneMeaning(letters: readonly string[], first: number, last: number): boolean {
  if (!letters.slice(first, last + 1).some(isSpace)) return true;
  const [before, after] = [letters[first - 1], letters[last + 1]];
  return (before === undefined || !isHangul(before)) && (after === undefined || !isHangul(after));
}

const range = (first: number, last: number): number[] =>
  Array.from({ length: last - first + 1 }, (_, index) => first + index);
