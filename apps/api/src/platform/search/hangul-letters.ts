// Hangul syllables stand in Unicode by initial consonant, then vowel, then final consonant (the standard's chapter 3.12).
const firstSyllable = 0xac00;
const lastSyllable = 0xd7a3;
const vowelCount = 21;
const finalCount = 28;

const initials = Array.from('ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ');
/** By their number in a syllable, 0 being none; a compound one as the two keystrokes that make it. */
const finals =
  ' ㄱ ㄲ ㄱㅅ ㄴ ㄴㅈ ㄴㅎ ㄷ ㄹ ㄹㄱ ㄹㅁ ㄹㅂ ㄹㅅ ㄹㅌ ㄹㅍ ㄹㅎ ㅁ ㅂ ㅂㅅ ㅅ ㅆ ㅇ ㅈ ㅊ ㅋ ㅌ ㅍ ㅎ'.split(' ');
const compoundConsonants = new Map(
  ['ㄳㄱㅅ', 'ㄵㄴㅈ', 'ㄶㄴㅎ', 'ㄺㄹㄱ', 'ㄻㄹㅁ', 'ㄼㄹㅂ', 'ㄽㄹㅅ', 'ㄾㄹㅌ', 'ㄿㄹㅍ', 'ㅀㄹㅎ', 'ㅄㅂㅅ'].map(
    (entry): [string, string] => [entry.charAt(0), entry.slice(1)],
  ),
);

/** Numbers of a syllable's initial (0–18), vowel (0–20) and final consonant (0 for none, to 27). */
export type Syllable = { initial: number; vowel: number; final: number };

/** The parts of a precomposed Hangul syllable; null for any other letter. */
export function syllableOf(letter: string): Syllable | null {
  const code = letter.codePointAt(0) ?? 0;
  if (code < firstSyllable || code > lastSyllable) return null;
  const place = code - firstSyllable;
  return {
    initial: Math.floor(place / (vowelCount * finalCount)),
    vowel: Math.floor(place / finalCount) % vowelCount,
    final: place % finalCount,
  };
}

/** The number of a lone consonant that can begin a syllable; null for any other letter. */
export function initialOf(letter: string): number | null {
  const number = initials.indexOf(letter);
  return number < 0 ? null : number;
}

/**
 * A syllable whose final consonant is taken for the beginning of the next one, as happens while it is typed: `캎` is 카 and ㅍ, `닭` is
 * 달 and ㄱ. Null when it has no final consonant.
 */
export function releaseFinal(syllable: Syllable): { syllable: Syllable; nextInitial: number } | null {
  const consonants = finals[syllable.final] ?? '';
  if (consonants === '') return null;
  return {
    syllable: { ...syllable, final: consonants.length > 1 ? finals.indexOf(consonants.charAt(0)) : 0 },
    nextInitial: initials.indexOf(consonants.slice(-1)),
  };
}

/** Lone compound consonants as two: a Korean keyboard makes ㄳ of ㄱ and ㅅ typed in a row. */
export function splitCompoundConsonants(text: string): string {
  return Array.from(text, (letter) => compoundConsonants.get(letter) ?? letter).join('');
}
