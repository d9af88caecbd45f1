import { describe, expect, it } from 'vitest';
import { chooseLanguage } from './language.js';

describe('chooseLanguage', () => {
  it('keeps what the visitor chose before', () => {
    expect(chooseLanguage('en', ['ko-KR'])).toBe('en');
  });

  it('takes the first wish that the site speaks', () => {
    expect(chooseLanguage(null, ['ja-JP', 'en-GB', 'ko'])).toBe('en');
  });

  it('speaks Korean when nothing fits', () => {
    expect(chooseLanguage(null, ['ja', 'fr'])).toBe('ko');
    expect(chooseLanguage('xx', [])).toBe('ko');
  });
});
