import { describe, expect, it } from 'vitest';
import { pageLanguageOf } from './page-language.rules.js';

describe('pageLanguageOf', () => {
  it.each<[string | undefined, 'ko' | 'en']>([
    [undefined, 'ko'],
    ['', 'ko'],
    ['*', 'ko'],
    ['ko-KR,ko;q=0.9,en-US;q=0.8', 'ko'],
    ['en-US,en;q=0.9,ko;q=0.8', 'en'],
    ['en;q=0.5, ko;q=0.9', 'ko'],
    ['fr-FR, fr;q=0.9, en;q=0.1', 'en'],
    ['fr, de', 'ko'],
    ['EN-gb', 'en'],
    ['ko;q=0, en;q=0.2', 'en'],
    ['en;q=0', 'ko'],
    ['en;q=x, ko;q=0.1', 'ko'],
    ['english', 'ko'],
    [';;;,,,q=1', 'ko'],
    ['ko, en', 'ko'],
    ['en, ko', 'en'],
  ])('%j: %s', (header, language) => {
    expect(pageLanguageOf(header)).toBe(language);
  });
});
