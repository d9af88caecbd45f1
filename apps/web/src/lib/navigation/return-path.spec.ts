import { describe, expect, it } from 'vitest';
import { safeReturnPath, withReturnPath } from './return-path.js';

describe('safeReturnPath', () => {
  it('keeps a path of this site with its query and hash', () => {
    expect(safeReturnPath('/cafes?q=%EC%BB%A4%ED%94%BC#top')).toBe('/cafes?q=%EC%BB%A4%ED%94%BC#top');
  });

  it.each([
    null,
    '',
    'cafes',
    'https://evil.example',
    '//evil.example',
    '/\\evil.example',
    '/\t/evil.example',
    'javascript:alert(1)',
  ])('goes home instead of %j', (wish) => {
    expect(safeReturnPath(wish)).toBe('/');
  });

  it('does not lead back to a sign-in page', () => {
    expect(safeReturnPath('/login?next=/owner')).toBe('/');
    expect(safeReturnPath('/signup')).toBe('/');
  });
});

describe('withReturnPath', () => {
  it('carries the page one came from', () => {
    expect(withReturnPath('/login', '/owner?tab=photos')).toBe('/login?next=%2Fowner%3Ftab%3Dphotos');
    expect(withReturnPath('/signup', '/')).toBe('/signup');
  });
});
