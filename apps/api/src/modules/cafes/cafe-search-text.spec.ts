import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readTypedSearch, type SearchPatterns } from '../../platform/search/search-text.js';
import { type CafeSearchSource, toCafeSearchText } from './cafe-search-text.js';

const cafe = (source: Partial<CafeSearchSource>): CafeSearchSource => ({
  name: '',
  address: '',
  directions: '',
  regionNames: [],
  ...source,
});

/** What `LIKE` does. */
function holds(patterns: SearchPatterns, source: CafeSearchSource): boolean {
  const text = toCafeSearchText(source);
  const isIn = (column: string) => (pattern: string) =>
    new RegExp(`^${pattern.replaceAll('%', '.*').replaceAll('_', '.')}$`, 's').test(column);
  return patterns.jamo.every(isIn(text.jamo)) && patterns.choseong.every(isIn(text.choseong));
}

function finds(typed: string, source: Partial<CafeSearchSource>): boolean {
  const search = readTypedSearch(typed);
  return search !== null && holds(search.exact, cafe(source));
}

function findsHalfTyped(typed: string, source: Partial<CafeSearchSource>): boolean {
  const composing = readTypedSearch(typed)?.composing ?? null;
  return composing !== null && holds(composing, cafe(source));
}

const dalbit = { name: '달빛 카페', address: '서울특별시 강남구 역삼동 12-3', directions: '2번 출구 옆' };

describe('what a search finds', () => {
  it.each([
    '카페',
    '달빛카페',
    '빛 카',
    '달',
    '강남 카페',
    '12-3',
    '2번출구',
    'ㅋㅍ',
    'ㄷㅂㅋㅍ',
    'ㅋ',
    '카ㅍ',
    'ㄷ빛',
    '달ㅂ카ㅍ',
    '역삼 ㄱㄴ',
  ])('%s finds 달빛 카페', (typed) => expect(finds(typed, dalbit)).toBe(true));

  it.each(['차', '달빗', '카페라', 'ㅋㅍㄹ', 'ㅎ', '강북 카페', '달ㅋ', '페서', '123'])('%s does not', (typed) =>
    expect(finds(typed, dalbit)).toBe(false),
  );

  it('takes a whole syllable as whole: 달 does not find 다락, 강 does not find 가양', () => {
    expect(finds('달', { name: '다락방' })).toBe(false);
    expect(finds('강', { address: '가양동' })).toBe(false);
  });

  it('knows neither case nor width nor the form of the letters', () => {
    expect(finds('CAFE', { name: 'Ｃａｆｅ 하루' })).toBe(true);
    expect(finds('하루'.normalize('NFD'), { name: '하루' })).toBe(true);
    expect(finds('하루', { name: '하루'.normalize('NFD') })).toBe(true);
  });

  it('splits ㄳ, which a keyboard makes of ㄱ and ㅅ', () => {
    expect(finds('ㄳ', { name: '감성' })).toBe(true);
    expect(finds('ㄳ', { name: '감정' })).toBe(false);
  });

  it('finds a province by its everyday name', () => {
    expect(finds('경북 경주', { regionNames: ['경상북도', '경주시'] })).toBe(true);
    expect(finds('ㄱㅂ', { regionNames: ['경상북도', '경주시'] })).toBe(true);
  });

  it('takes wildcards and other scripts as letters', () => {
    expect(finds('%', { name: '달빛' })).toBe(false);
    expect(finds('100%', { name: '100% 아라비카' })).toBe(true);
    expect(finds('_', { name: '달빛' })).toBe(false);
    expect(finds('茶室 😀', { name: '茶室 😀' })).toBe(true);
    expect(finds('茶', { name: '室' })).toBe(false);
  });

  it('reads nothing from blanks and control characters, and no more than ten words', () => {
    expect(readTypedSearch('')).toBeNull();
    expect(readTypedSearch(' \t\u0000\u200b ')).toBeNull();
    expect(readTypedSearch(Array.from({ length: 40 }, (_, index) => `가${index}`).join(' '))?.exact.jamo).toHaveLength(
      10,
    );
  });
});

describe('a half-typed last syllable', () => {
  it('is what a keyboard shows on the way to 카페, 강남, 닭갈비 and 감', () => {
    expect(finds('캎', { name: '카페' })).toBe(false);
    expect(findsHalfTyped('캎', { name: '카페' })).toBe(true);
    expect(findsHalfTyped('가', { name: '강남' })).toBe(true);
    expect(findsHalfTyped('닭', { name: '달구지' })).toBe(true);
    expect(findsHalfTyped('새벽 카펫', { name: '새벽', directions: '카페 사이' })).toBe(true);
  });

  it('narrows as it grows', () => {
    expect(findsHalfTyped('캎', { name: '카누' })).toBe(false);
    expect(findsHalfTyped('가', { name: '거리' })).toBe(false);
    expect(findsHalfTyped('새벽 카펫', { name: '저녁', directions: '카페 사이' })).toBe(false);
  });

  it('is not there when the word ends in something else', () => {
    expect(readTypedSearch('ㅋㅍ')?.composing).toBeNull();
    expect(readTypedSearch('cafe')?.composing).toBeNull();
  });
});

describe('against a plain comparison of letters', () => {
  const initials = Array.from('ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ');
  const initialOf = (letter: string): string | undefined => {
    const place = letter.charCodeAt(0) - 0xac00;
    return place >= 0 && place < 11_172 ? initials[Math.floor(place / 588)] : undefined;
  };
  const isMatch = (typed: string | undefined, letter: string): boolean =>
    typed === letter || typed === initialOf(letter);
  const standsIn = (word: string, field: string): boolean => {
    const letters = Array.from(field.replaceAll(' ', ''));
    const typed = Array.from(word);
    return letters.some(
      (_, start) =>
        start + typed.length <= letters.length && typed.every((one, at) => isMatch(one, letters[start + at] ?? '')),
    );
  };

  const letter = fc.constantFrom(...'가각간갈강나난날다달닭라람카칸캎페펙ㄱㄴㅋㅍㅏa1-漢😀');
  const word = fc.array(letter, { minLength: 1, maxLength: 4 }).map((letters) => letters.join(''));
  const field = fc.array(word, { maxLength: 4 }).map((words) => words.join(' '));

  it('finds exactly the same', () => {
    fc.assert(
      fc.property(
        fc.array(word, { minLength: 1, maxLength: 3 }),
        field,
        field,
        field,
        (words, name, address, directions) => {
          const expected = words.every((one) => [name, address, directions].some((text) => standsIn(one, text)));
          expect(finds(words.join(' '), { name, address, directions })).toBe(expected);
        },
      ),
      { numRuns: 5000 },
    );
  });

  it('finds, half typed, whatever the finished word would find', () => {
    const plain = fc
      .array(fc.constantFrom(...'가나달닭카페람'), { minLength: 1, maxLength: 3 })
      .map((letters) => letters.join(''));
    fc.assert(
      fc.property(plain, fc.constantFrom(...'ㄱㄴㅋㅍㅁ'), (text, next) => {
        // The keystroke after `text` begins the next syllable; until a vowel follows, the keyboard shows it as a final consonant.
        const open = Array.from(text).at(-1) ?? '';
        fc.pre((open.charCodeAt(0) - 0xac00) % 28 === 0);
        const final = 'ㄱㄴㅋㅍㅁ'.indexOf(next);
        const shown = String.fromCharCode(open.charCodeAt(0) + ([1, 4, 24, 26, 16][final] ?? 0));
        const finished = text + String.fromCharCode(0xac00 + initials.indexOf(next) * 588);
        expect(findsHalfTyped(text.slice(0, -1) + shown, { name: finished })).toBe(true);
      }),
    );
  });
});
