import type { Region } from '@virtualcafe/contracts';
import { describe, expect, it } from 'vitest';
import { childrenOf, choicesAt, pathTo } from './region-tree.js';

const region = (id: string, parentId: string | null, cafeCount = 1): Region => ({
  id,
  parentId,
  name: id,
  shortName: id,
  type: 'DISTRICT',
  cafeCount,
});

const seoul = region('seoul', null, 3);
const busan = region('busan', null, 0);
const jeju = region('jeju', null, 1);
const mapo = region('mapo', 'seoul', 0);
const jongno = region('jongno', 'seoul', 3);
const regions = [seoul, busan, jeju, mapo, jongno];
const namesOf = (list: Region[]): string[] => list.map(({ name }) => name);

describe('pathTo', () => {
  it('walks from the root to the region', () => {
    expect(namesOf(pathTo(regions, 'jongno'))).toEqual(['seoul', 'jongno']);
  });

  it('is empty for none and for an unknown one', () => {
    expect(pathTo(regions, null)).toEqual([]);
    expect(pathTo(regions, 'atlantis')).toEqual([]);
  });

  it('ends on a ring', () => {
    const ring = [region('a', 'b'), region('b', 'a')];
    expect(pathTo(ring, 'a').length).toBeLessThanOrEqual(3);
  });
});

describe('childrenOf', () => {
  it('puts regions without cafés last', () => {
    expect(namesOf(childrenOf(regions, null))).toEqual(['seoul', 'jeju', 'busan']);
    expect(namesOf(childrenOf(regions, 'seoul'))).toEqual(['jongno', 'mapo']);
  });
});

describe('choicesAt', () => {
  it('offers what is under the chosen region', () => {
    expect(namesOf(choicesAt(regions, undefined))).toEqual(['seoul', 'jeju', 'busan']);
    expect(namesOf(choicesAt(regions, seoul))).toEqual(['jongno', 'mapo']);
  });

  it('offers its siblings at the end of the tree', () => {
    expect(namesOf(choicesAt(regions, jongno))).toEqual(['jongno', 'mapo']);
    expect(namesOf(choicesAt(regions, jeju))).toEqual(['seoul', 'jeju', 'busan']);
  });
});
