import { HangulWords } from './hangul-words.js';
import { JamoWords } from './jamo-words.js';
import { LatinWords } from './latin-words.js';
import { isHangul } from './word-places.js';

const masked = '*';

/**
 * Masks words that a room does not want, also disguised ones. Which words those are and how they are written in lists is told where each
 * kind is found: `HangulWords`, `JamoWords` (only lone consonants or vowels), `LatinWords`. The time grows with the length of the text,
 * not with its square.
 */
export class WordFilter {
  private readonly finders: readonly { find(letters: readonly string[]): { first: number; last: number }[] }[];

  constructor(words: readonly string[], allowed: readonly string[] = []) {
    const jamo = words.filter((word) => /^[ㄱ-ㅎㅏ-ㅣ]+$/.test(word));
    const hangul = words.filter((word) => !jamo.includes(word) && Array.from(word).some(isHangul));
    const latin = words.filter((word) => !Array.from(word).some(isHangul));
    this.finders = [new HangulWords(hangul, allowed), new JamoWords(jamo), new LatinWords(latin)];
  }

  /** The text with every code point of an unwanted word replaced by `*`; the same text when there is none. */
  mask(text: string): string {
    const letters = Array.from(text);
    const found = this.finders.flatMap((finder) => finder.find(letters));
    if (found.length === 0) return text;
    for (const { first, last } of found) letters.fill(masked, first, last + 1);
    return letters.join('');
  }
}
