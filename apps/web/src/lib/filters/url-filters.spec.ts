import { maxPage } from '@virtualcafe/contracts';
import { describe, expect, it } from 'vitest';
import { choiceFilter, idFilter, readFilters, readPage, textFilter, writeSearch } from './url-filters.js';

const kinds = { q: textFilter(5), state: choiceFilter(['open', 'closed']), actorId: idFilter };
const read = (query: string) => readFilters(kinds, new URLSearchParams(query));

describe('readFilters', () => {
  it('takes what makes sense', () => {
    const id = '0198a000-0000-7000-8000-000000000001';
    expect(read(`q=%EC%BB%A4%ED%94%BC&state=open&actorId=${id}`)).toEqual({ q: '커피', state: 'open', actorId: id });
  });

  it('leaves out what is absent, empty or unknown', () => {
    expect(read('')).toEqual({ q: undefined, state: undefined, actorId: undefined });
    expect(read('q=%20%20&state=ajar&actorId=1')).toEqual({ q: undefined, state: undefined, actorId: undefined });
  });

  it('trims text and cuts it to its limit', () => {
    expect(read('q=%20espresso')).toMatchObject({ q: 'espre' });
  });
});

describe('readPage', () => {
  it.each([
    ['', 1],
    ['page=3', 3],
    ['page=0', 1],
    ['page=-2', 1],
    ['page=1.5', 1],
    ['page=many', 1],
    ['page=1e9', 1],
    [`page=${maxPage}`, maxPage],
    [`page=${maxPage + 1}`, 1],
  ])('of "%s" is %i', (query, page) => {
    expect(readPage(new URLSearchParams(query))).toBe(page);
  });
});

describe('writeSearch', () => {
  it('writes what is set', () => {
    expect(writeSearch({ q: '강남 카페', state: undefined, type: 'ADMIN' }, 2)).toBe(
      '?q=%EA%B0%95%EB%82%A8+%EC%B9%B4%ED%8E%98&type=ADMIN&page=2',
    );
  });

  it('is empty for the first page of everything', () => {
    expect(writeSearch({ q: undefined, state: '' })).toBe('');
  });

  it('is read back as it was', () => {
    expect(read(writeSearch({ q: 'a&b', state: 'closed' }))).toMatchObject({ q: 'a&b', state: 'closed' });
  });
});
