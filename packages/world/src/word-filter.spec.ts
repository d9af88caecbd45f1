import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { WordFilter } from './word-filter.js';

// Mild words stand in for those that a room really masks.
const filter = new WordFilter(
  ['바보', '^멍청', '^이 녀석', '시ㅂ', 'ㅁㅊ', 'darn', 'heck', 'blaah'],
  ['바보새', '멍청도'],
);

describe('words that count only at a beginning', () => {
  it.each([
    ['멍청이', '**이'],
    ['정말 멍청해', '정말 **해'],
    ['(멍청)', '(**)'],
    ['멍멍청', '멍**'],
    ['ㅁㅓㅇ청', '****'],
    ['어ㅁㅓㅇ청', '어****'],
  ])('are masked there: %j becomes %j', (given, expected) => {
    expect(filter.mask(given)).toBe(expected);
  });

  it.each(['우멍청소', '물멍 청소', '우멍.청소', '멍청도 여행'])('and nowhere else: %j', (given) => {
    expect(filter.mask(given)).toBe(given);
  });
});

describe('words with a space of their own', () => {
  it.each([
    ['이 녀석아', '****아'],
    ['이녀석', '***'],
    ['이  녀석', '*****'],
    ['고양이 녀석', '고양이 녀석'],
    ['이녀 석', '****'],
    ['이녀 석탄', '이녀 석탄'],
  ])('have it or not: %j becomes %j', (given, expected) => {
    expect(filter.mask(given)).toBe(expected);
  });
});

describe('rows of consonants', () => {
  it.each([
    ['ㅁㅊ', '**'],
    ['ㅋㅋㅁㅊㅋㅋ', 'ㅋㅋ**ㅋㅋ'],
    ['ㅁㅊㅁㅊ', '****'],
    ['ㅁ ㅊ', '***'],
    ['ㅁ-ㅊ', '***'],
    ['가ㅁㅊ', '가**'],
    ['ㄱㅁㅊ', 'ㄱㅁㅊ'],
    ['ㅁㅊㄱ', 'ㅁㅊㄱ'],
    ['ㅁㅊㅁ', 'ㅁㅊㅁ'],
    ['ㄱㅁ ㅊㄱ', 'ㄱㅁ ㅊㄱ'],
    ['ㅋㅋㅋ', 'ㅋㅋㅋ'],
  ])('are words as a whole: %j becomes %j', (given, expected) => {
    expect(filter.mask(given)).toBe(expected);
  });
});

describe('Latin letters', () => {
  it.each([
    ['d4rn', '****'],
    ['hheecckk', '********'],
    ['h e c k no', '******* no'],
    ['blah', 'blah'],
    ['blaaaah', '*******'],
    ['hecks', 'hecks'],
    ['a h e c k', 'a *******'],
    ['he ck', 'he ck'],
    ['http://heck.example', 'http://****.example'],
  ])('%j becomes %j', (given, expected) => {
    expect(filter.mask(given)).toBe(expected);
  });
});

describe('masking', () => {
  const part = fc.constantFrom(
    '바보',
    '멍',
    '청',
    'ㅁ',
    'ㅊ',
    'ㅏ',
    ' ',
    '.',
    'd',
    'a',
    'rn',
    '1',
    '👩‍👧',
    '🇰🇷',
    '👍🏽',
    'é',
    'e\u0301',
    '이',
    '\u0336',
  );

  it('keeps the length, puts stars and nothing else, and never parts a picture or a letter from its marks', () => {
    const graphemes = new Intl.Segmenter('ko', { granularity: 'grapheme' });
    fc.assert(
      fc.property(fc.array(part, { maxLength: 40 }), (parts) => {
        const text = parts.join('');
        const [given, masked] = [Array.from(text), Array.from(filter.mask(text))];
        expect(masked).toHaveLength(given.length);
        expect(masked.every((letter, place) => letter === '*' || letter === given[place])).toBe(true);
        let place = 0;
        for (const { segment } of graphemes.segment(text)) {
          const length = Array.from(segment).length;
          const stars = masked.slice(place, place + length).filter((letter) => letter === '*').length;
          expect([0, length]).toContain(stars);
          place += length;
        }
      }),
      { numRuns: 500, seed: 20_261_124 },
    );
  });
});
