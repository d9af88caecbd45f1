import { describe, expect, it } from 'vitest';
import { initialOf, releaseFinal, splitCompoundConsonants, syllableOf } from './hangul-letters.js';

describe('syllableOf', () => {
  it('takes every syllable apart so that Unicode puts it together again', () => {
    for (let code = 0xac00; code <= 0xd7a3; code += 1) {
      const syllable = syllableOf(String.fromCharCode(code));
      // Conjoining jamo begin at U+1100, U+1161 and (one before the first final) U+11A7.
      const jamo =
        syllable === null
          ? ''
          : String.fromCharCode(0x1100 + syllable.initial, 0x1161 + syllable.vowel) +
            (syllable.final === 0 ? '' : String.fromCharCode(0x11a7 + syllable.final));
      expect(jamo.normalize('NFC')).toBe(String.fromCharCode(code));
    }
  });

  it.each(['ㄱ', 'ㅏ', 'a', '漢', '', '\uabff', '\ud7a4'])('knows that "%s" is none', (letter) => {
    expect(syllableOf(letter)).toBeNull();
  });
});

describe('initialOf', () => {
  it('numbers the consonants that begin a syllable', () => {
    expect(['ㄱ', 'ㅎ', 'ㄳ', 'ㅏ', '가'].map(initialOf)).toEqual([0, 18, null, null, null]);
  });
});

describe('releaseFinal', () => {
  const released = (letter: string) => {
    const syllable = syllableOf(letter);
    return syllable === null ? null : releaseFinal(syllable);
  };

  it('gives the final consonant, or the second half of it, to the next syllable', () => {
    expect(released('캎')).toEqual({ syllable: syllableOf('카'), nextInitial: initialOf('ㅍ') });
    expect(released('닭')).toEqual({ syllable: syllableOf('달'), nextInitial: initialOf('ㄱ') });
    expect(released('있')).toEqual({ syllable: syllableOf('이'), nextInitial: initialOf('ㅆ') });
    expect(released('카')).toBeNull();
  });
});

describe('splitCompoundConsonants', () => {
  it('splits what two keystrokes made, and only that', () => {
    expect(splitCompoundConsonants('ㄳㄶㅄ ㄲ 닭')).toBe('ㄱㅅㄴㅎㅂㅅ ㄲ 닭');
  });
});
