// The letters in which NFD writes Hangul syllables, as those that a keyboard types.
const initials = 'ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ';
const vowels = 'ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ';
const finals = 'ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ';

const firstInitial = 0x1100;
const firstVowel = 0x1161;
const firstFinal = 0x11a8;

/** Each of a text's letters as the keys that type it: `발` as ㅂㅏㄹ, `ㅂ` as ㅂ; Latin ones in lower case. */
export function keysOf(letter: string): string {
  const parts = Array.from(letter.normalize('NFKD').toLowerCase(), (part) => {
    const code = part.charCodeAt(0);
    return initials[code - firstInitial] ?? vowels[code - firstVowel] ?? finals[code - firstFinal] ?? part;
  });
  return parts.join('').replaceAll(/\p{M}/gu, '');
}
