import { describe, expect, it } from 'vitest';
import { changesBetween } from './changes.js';

describe('changesBetween', () => {
  it('names each field that differs', () => {
    expect(changesBetween({ name: '숲', phone: null, same: 1 }, { name: '새 숲', phone: '02', same: 1 })).toEqual([
      { path: 'name', before: '숲', after: '새 숲' },
      { path: 'phone', before: null, after: '02' },
    ]);
  });

  it('shows all of what was made or removed', () => {
    expect(changesBetween(null, { code: 'a', name: 'b' })).toEqual([
      { path: 'code', before: undefined, after: 'a' },
      { path: 'name', before: undefined, after: 'b' },
    ]);
    expect(changesBetween({ count: 3 }, null)).toEqual([{ path: 'count', before: 3, after: undefined }]);
  });

  it('goes down into records and lists of records', () => {
    const hours = (open: string) => ({ days: [{ open, close: '21:00' }, null], note: '' });
    expect(changesBetween({ openingHours: hours('09:00') }, { openingHours: hours('10:00') })).toEqual([
      { path: 'openingHours.days.0.open', before: '09:00', after: '10:00' },
    ]);
    expect(changesBetween({ links: [] }, { links: [{ type: 'ZEPETO' }] })).toEqual([
      { path: 'links.0.type', before: undefined, after: 'ZEPETO' },
    ]);
  });

  it('reads a list of plain values as a whole', () => {
    expect(changesBetween({ ids: ['a', 'b'] }, { ids: ['b'] })).toEqual([
      { path: 'ids', before: ['a', 'b'], after: ['b'] },
    ]);
  });

  it('shows a plain value that became a record as gone, and what is in the record as new', () => {
    expect(changesBetween({ region: 'x' }, { region: { id: 'y' } })).toEqual([
      { path: 'region', before: 'x', after: undefined },
      { path: 'region.id', before: undefined, after: 'y' },
    ]);
  });

  it('tells null from what was not there', () => {
    expect(changesBetween({ a: null }, { a: 1 })).toEqual([{ path: 'a', before: null, after: 1 }]);
    expect(changesBetween({}, { a: null })).toEqual([{ path: 'a', before: undefined, after: null }]);
  });

  it('finds nothing where nothing is recorded', () => {
    expect(changesBetween(null, null)).toEqual([]);
    expect(changesBetween(undefined, {})).toEqual([]);
    expect(changesBetween({ a: 1 }, { a: 1 })).toEqual([]);
  });
});
