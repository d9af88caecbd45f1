import { isLetter, isLoneJamo, isSpace, kindOf, type Place, withMarks } from './word-places.js';

/** Laughter, tears and yes, which people write around a word. */
const fringe = /^[ㅋㅎㅠㅜㅡㅇ]$/;

interface Jamo {
  readonly letter: string;
  readonly place: number;
}

/**
 * Unwanted words that are only initial consonants (or vowels) of what is meant. A whole row of them must be such words: ㅂㅅ is one, but
 * not within ㅅㅌㅂㅅ, how Koreans abbreviate a name.
 */
export class JamoWords {
  constructor(private readonly words: readonly string[]) {}

  find(letters: readonly string[]): Place[] {
    return rowsOf(letters)
      .flatMap((row) => this.findInRow(row))
      .map((place) => withMarks(letters, place));
  }

  private findInRow(row: readonly Jamo[]): Place[] {
    const from = row.findIndex(({ letter }) => !fringe.test(letter));
    const kept = row.slice(Math.max(from, 0), row.findLastIndex(({ letter }) => !fringe.test(letter)) + 1);
    const text = kept.map(({ letter }) => letter).join('');
    const [first, last] = [kept[0], kept.at(-1)];
    if (first === undefined || last === undefined || !this.isCovered(text)) return [];
    return [{ first: first.place, last: last.place }];
  }

  private isCovered(text: string): boolean {
    let reach = 0;
    for (let from = 0; from <= reach && from < text.length; from += 1) {
      for (const word of this.words) if (text.startsWith(word, from)) reach = Math.max(reach, from + word.length);
    }
    return reach === text.length;
  }
}

/** Lone jamo in a row: signs between do not part them; spaces do, unless each stands alone (ㅅ ㅂ). */
function rowsOf(letters: readonly string[]): Jamo[][] {
  const rows: Jamo[][] = [];
  let row: Jamo[] = [];
  let isTouching = false;
  const end = (): void => {
    if (row.length > 0) rows.push(row);
    row = [];
  };
  letters.forEach((letter, place) => {
    if (!isLoneJamo(letter)) {
      if (isLetter(letter)) end();
      isTouching &&= !isSpace(letter);
      return;
    }
    const isAlone = !isTouching && !isLoneJamo(letters[place + 1]);
    if (row.length > 0 && !isTouching && !(isAlone && isSpelledOut(row, letters))) end();
    row.push({ letter: readJamo(letter), place });
    isTouching = true;
  });
  end();
  return rows;
}

/** The row's last letter stands alone too. */
function isSpelledOut(row: readonly Jamo[], letters: readonly string[]): boolean {
  const place = row.at(-1)?.place ?? 0;
  return !isLoneJamo(letters[place - 1]);
}

/** ㅅ, also of ㉦ and ㈅. */
const readJamo = (letter: string): string => kindOf(letter).keys.replaceAll(/[()]/g, '');
