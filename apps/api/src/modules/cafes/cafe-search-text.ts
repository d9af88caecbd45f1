import { initialOf, releaseFinal, splitCompoundConsonants, syllableOf, type Syllable } from './hangul-letters.js';

/**
 * Searching cafés by parts of Korean words, from one syllable or one initial consonant (초성) on, with PostgreSQL's trigram indexes.
 *
 * Those know nothing below three letters, and nothing but ASCII in a database of locale C. So the text is stored in a code of ASCII
 * letters in which one syllable has three: its initial consonant in upper case, vowel and final in lower case or digits. As upper case
 * stands only where a letter of the text begins, `LIKE '%…%'` never matches across the middle of one, and the beginning of a syllable's
 * code is the code of what is still being typed. A second column holds the initial consonants, each with the next one's lower case:
 * two consonants are a trigram.
 */
export type CafeSearchText = {
  /** The fields' letters, a line for each field without its spaces; the name is the first line. */
  jamo: string;
  /** Their initial consonants, line by line, and at last each consonant that occurs, once. */
  choseong: string;
};

export type CafeSearchSource = {
  name: string;
  address: string;
  directions: string;
  /** Names of the café's region and of its ancestors, root first. */
  regionNames: readonly string[];
};

/** `LIKE` patterns that must all match; nothing in them needs escaping. */
export type CafeSearchPatterns = {
  jamo: string[];
  choseong: string[];
};

export type CafeSearch = {
  exact: CafeSearchPatterns;
  /** The last syllable taken as half typed (`캎` on the way to 카페), for when `exact` finds nothing; null when it is none. */
  composing: CafeSearchPatterns | null;
};

/** Words beyond these are not looked for: each costs a comparison with every candidate. */
const maxWords = 10;

/** Provinces whose everyday name is no part of the full one. */
const provinceAliases = new Map([
  ['충청북도', '충북'],
  ['충청남도', '충남'],
  ['전라북도', '전북'],
  ['전라남도', '전남'],
  ['경상북도', '경북'],
  ['경상남도', '경남'],
]);

/** What to store for a café; to be made anew when a field, its region, or the name or place of a region above it changes. */
export function toCafeSearchText(source: CafeSearchSource): CafeSearchText {
  const aliases = source.regionNames.flatMap((name) => provinceAliases.get(name) ?? []);
  return toSearchText([source.name, source.address, source.directions, source.regionNames.join(''), ...aliases]);
}

/** What to store of any record that is found by these fields. */
export function toSearchText(fields: readonly string[]): CafeSearchText {
  // Spaces go, so that 강남카페 finds "강남 카페".
  const lines = fields.map((field) => Array.from(normaliseSearchText(field).replaceAll(' ', '')));
  return {
    jamo: lines.map((line) => line.map(toJamoCode).join('')).join('\n'),
    choseong: toChoseongLines(lines),
  };
}

/** Reads what a person typed: words split on spaces, all must match. Null when there is no word. */
export function readCafeSearch(typed: string): CafeSearch | null {
  const words = [...new Set(normaliseSearchText(typed).split(' '))]
    .filter((word) => word !== '')
    .slice(0, maxWords)
    .map((word) => Array.from(word));
  const last = words.at(-1);
  if (last === undefined) return null;

  const earlier = toPatterns(words.slice(0, -1));
  const half = halfTypedPattern(last);
  return {
    exact: toPatterns(words),
    composing: half === null ? null : { jamo: [...earlier.jamo, half], choseong: earlier.choseong },
  };
}

/** NFC, lower case, full-width letters plain, lone ㄳ as ㄱㅅ; white space and control characters are single spaces. */
export function normaliseSearchText(text: string): string {
  return splitCompoundConsonants(text.normalize('NFC'))
    .replace(/[\uff01-\uff5e]/gu, (letter) => String.fromCharCode(letter.charCodeAt(0) - 0xfee0))
    .toLowerCase()
    .replace(/[\s\p{C}]+/gu, ' ')
    .trim();
}

function toPatterns(words: readonly (readonly string[])[]): CafeSearchPatterns {
  const jamo: string[] = [];
  const choseong: string[] = [];
  for (const word of words) {
    const initials = word.map(initialOf).filter((initial) => initial !== null);
    if (initials.length === word.length) choseong.push(`%${toChoseongWord(initials)}%`);
    else jamo.push(`%${word.map(toTypedCode).join('')}%`);
  }
  return { jamo, choseong };
}

function halfTypedPattern(word: readonly string[]): string | null {
  const syllable = syllableOf(word.at(-1) ?? '');
  if (syllable === null) return null;
  const before = word.slice(0, -1).map(toTypedCode).join('');
  const released = releaseFinal(syllable);
  return released === null
    ? `%${before}${upper(syllable.initial)}${lower(syllable.vowel)}%`
    : `%${before}${toSyllableCode(released.syllable)}${upper(released.nextInitial)}%`;
}

const upper = (number: number): string => String.fromCharCode(0x41 + number);
/** a to z, then 0 and 1: enough for the 28 finals. */
const lower = (number: number): string => (number < 26 ? String.fromCharCode(0x61 + number) : String(number - 26));

const toSyllableCode = ({ initial, vowel, final }: Syllable): string => upper(initial) + lower(vowel) + lower(final);

/** A lone consonant is a syllable without a vowel; letters other than Hangul are T or U and their number in base 36. */
function toJamoCode(letter: string): string {
  const syllable = syllableOf(letter);
  if (syllable !== null) return toSyllableCode(syllable);
  const initial = initialOf(letter);
  if (initial !== null) return `${upper(initial)}00`;
  const number = (letter.codePointAt(0) ?? 0).toString(36);
  return number.length <= 2 ? `T${number.padStart(2, '0')}` : `U${number.padStart(4, '0')}`;
}

/** The code of a typed letter, where a lone consonant stands for every syllable it begins: any two characters may follow. */
function toTypedCode(letter: string): string {
  const initial = initialOf(letter);
  return initial === null ? toJamoCode(letter) : `${upper(initial)}__`;
}

/** Each consonant in upper case and the next one in lower; one alone as its entry in the last line. */
function toChoseongWord(initials: readonly number[]): string {
  if (initials.length === 1) return toChoseongEntry(initials[0] ?? 0);
  return initials.map((initial, place) => upper(initial) + followedBy(initials[place + 1])).join('');
}

const followedBy = (next: number | null | undefined): string =>
  next === null || next === undefined ? '' : lower(next);

const toChoseongEntry = (initial: number): string => `${upper(initial)}00`;

function toChoseongLines(lines: readonly (readonly string[])[]): string {
  const initialsOfLines = lines.map((line) => line.map((letter) => syllableOf(letter)?.initial ?? initialOf(letter)));
  const coded = initialsOfLines.map((initials) =>
    initials
      .map((initial, place) => (initial === null ? ' ' : upper(initial) + followedBy(initials[place + 1])))
      .join(''),
  );
  const occurring = new Set(initialsOfLines.flat().filter((initial) => initial !== null));
  return [
    ...coded,
    [...occurring]
      .sort((a, b) => a - b)
      .map(toChoseongEntry)
      .join(' '),
  ].join('\n');
}
