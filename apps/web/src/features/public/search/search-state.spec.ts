import { cafeListQuery, maxPage } from '@virtualcafe/contracts';
import { describe, expect, it } from 'vitest';
import { lastPage, readSearch, searchPath, type SearchState } from './search-state.js';

const regionId = '0198a000-0000-7000-8000-000000000001';
const read = (search: string): SearchState => readSearch(new URLSearchParams(search));

describe('readSearch', () => {
  it('reads what an address says', () => {
    expect(read(`q=강남 카페&regionId=${regionId}&page=3&sort=newest`)).toEqual({
      q: '강남 카페',
      regionId,
      page: 3,
      sort: 'newest',
    });
  });

  it('sorts by match when there are words, else by newest', () => {
    expect(read('').sort).toBe('newest');
    expect(read('q=ㅋㅍ').sort).toBe('relevance');
  });

  it.each(['page=0', 'page=-1', 'page=1e9', 'page=1.5', 'page=abc', 'page=1001', 'page='])(
    'goes to the first page for %s',
    (search) => {
      expect(read(search).page).toBe(1);
    },
  );

  it('leaves out what is no region and no order', () => {
    expect(read("regionId=1' or 1=1&sort=up")).toMatchObject({ regionId: null, sort: 'newest' });
  });

  it('gives the API only words it takes', () => {
    for (const q of ['  여러   칸  ', 'a\u0000b\nc', 'ㅋ'.repeat(150), `${'가'.repeat(99)} 나`, '\u1100\u1161']) {
      const state = readSearch(new URLSearchParams({ q }));
      expect(cafeListQuery.safeParse({ q: state.q }).data?.q).toBe(state.q);
    }
    expect(readSearch(new URLSearchParams({ q: '  여러 \n  칸  ' })).q).toBe('여러 칸');
  });

  it('knows the last page of the API', () => {
    expect(lastPage).toBe(maxPage);
  });
});

describe('searchPath', () => {
  it('says only what differs from the usual', () => {
    expect(searchPath({})).toBe('/cafes');
    expect(searchPath({ q: ' ', page: 1, sort: 'newest' })).toBe('/cafes');
    expect(searchPath({ q: '커피', sort: 'relevance' })).toBe('/cafes?q=%EC%BB%A4%ED%94%BC');
    expect(searchPath({ q: 'a', sort: 'newest', page: 2 })).toBe('/cafes?q=a&sort=newest&page=2');
  });

  it.each([
    { q: '', regionId: null, page: 1, sort: 'newest' },
    { q: '강남 카페', regionId, page: 7, sort: 'newest' },
    { q: '', regionId, page: 1, sort: 'relevance' },
  ] satisfies SearchState[])('is read back as it was: %o', (state) => {
    expect(read(searchPath(state).split('?')[1] ?? '')).toEqual(state);
  });
});
