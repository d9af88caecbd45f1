import { keysOf } from './jamo.js';
import { isDigit, isHangul, isLetter, isMark, kindOf, type Place, withMarks } from './word-places.js';

// What is written for a letter that it looks like: digits and signs, Cyrillic and Greek.
const lookalikes = new Map(
  Object.entries({
    '0': 'o',
    '1': 'i',
    '3': 'e',
    '4': 'a',
    '5': 's',
    '7': 't',
    '@': 'a',
    $: 's',
    '!': 'i',
    '|': 'i',
    '€': 'e',
    а: 'a',
    в: 'b',
    е: 'e',
    ё: 'e',
    к: 'k',
    м: 'm',
    н: 'h',
    о: 'o',
    р: 'p',
    с: 'c',
    т: 't',
    у: 'y',
    х: 'x',
    і: 'i',
    ѕ: 's',
    ц: 'u',
    г: 'r',
    α: 'a',
    β: 'b',
    ε: 'e',
    ι: 'i',
    κ: 'k',
    ο: 'o',
    υ: 'u',
    τ: 't',
    ν: 'v',
  }),
);

/** A word as its letters, and how often each stands in a row: shhiit is drawn out of shit, but Niger is nothing less of its like. */
interface Spelling {
  readonly letters: string;
  readonly counts: readonly number[];
}

/** A code point of the text and the letter it is read as. */
interface Read {
  readonly letter: string;
  readonly place: number;
  readonly isSign: boolean;
}

const noLetter: Read = { letter: '', place: -1, isSign: true };

/** Unwanted words in Latin letters, found as whole words: also drawn out, with signs for letters, or spelled out (s h i t, s.h.i.t). */
export class LatinWords {
  private readonly spellings = new Map<string, Spelling[]>();

  constructor(words: readonly string[]) {
    for (const word of words) {
      const spelling = spell(Array.from(keysOf(word)));
      this.spellings.set(spelling.letters, [...(this.spellings.get(spelling.letters) ?? []), spelling]);
    }
  }

  find(letters: readonly string[]): Place[] {
    const runs = readRuns(letters);
    const words = runs.map(withoutPunctuation);
    // A sign at the beginning may be a letter: $hit, but @shit.
    const beginning = runs.map((run, index) => run.slice(0, run.indexOf(words[index]?.at(-1) ?? noLetter) + 1));
    const found = [...words, ...beginning].filter((word) => this.isUnwanted(word));
    return [...found, ...this.findSpelledOut(words)].map((word) => withMarks(letters, placeOf(word)));
  }

  /** One letter after the other, each a word of its own. */
  private findSpelledOut(words: readonly Read[][]): Read[][] {
    const found: Read[][] = [];
    let row: Read[] = [];
    for (const word of [...words, []]) {
      const [only] = word;
      if (word.length === 1 && only !== undefined) row.push(only);
      else {
        found.push(...this.findInRow(row));
        row = [];
      }
    }
    return found;
  }

  private findInRow(row: readonly Read[]): Read[][] {
    const text = row.map(({ letter }) => letter).join('');
    return [...this.spellings.values()].flat().flatMap(({ letters, counts }) => {
      const word = Array.from(letters, (letter, index) => letter.repeat(counts[index] ?? 1)).join('');
      const from = text.indexOf(word);
      return from < 0 ? [] : [row.slice(from, from + word.length)];
    });
  }

  private isUnwanted(word: readonly Read[]): boolean {
    const { letters, counts } = spell(word.map(({ letter }) => letter));
    const alike = this.spellings.get(letters) ?? [];
    return alike.some((spelling) => spelling.counts.every((count, index) => count <= (counts[index] ?? 0)));
  }
}

/** Letters, and signs that may be some, in a row; marks on them do not part them. */
function readRuns(letters: readonly string[]): Read[][] {
  const runs: Read[][] = [];
  let run: Read[] = [];
  const end = (): void => {
    if (run.length > 0) runs.push(run);
    run = [];
  };
  letters.forEach((given, place) => {
    if (isMark(given) && run.length > 0) return;
    const letter = readLetter(given);
    if (letter === undefined) end();
    else run.push({ letter, place, isSign: !isLetter(kindOf(given).keys) && !isDigit(kindOf(given).keys) });
  });
  end();
  return runs;
}

function withoutPunctuation(run: readonly Read[]): Read[] {
  const first = run.findIndex(({ isSign }) => !isSign);
  return first < 0 ? [] : run.slice(first, run.findLastIndex(({ isSign }) => !isSign) + 1);
}

function readLetter(given: string): string | undefined {
  if (isHangul(given)) return undefined;
  const { keys } = kindOf(given);
  const letter = lookalikes.get(keys) ?? keys;
  return isLetter(letter) || isDigit(letter) ? letter : undefined;
}

function spell(letters: readonly string[]): Spelling {
  const kept: string[] = [];
  const counts: number[] = [];
  for (const letter of letters) {
    if (letter === kept.at(-1)) counts[counts.length - 1] = (counts.at(-1) ?? 0) + 1;
    else {
      kept.push(letter);
      counts.push(1);
    }
  }
  return { letters: kept.join(''), counts };
}

const placeOf = (word: readonly Read[]): Place => ({ first: word[0]?.place ?? 0, last: word.at(-1)?.place ?? -1 });
