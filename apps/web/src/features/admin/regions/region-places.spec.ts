import type { ManagedRegion, RegionType } from '@virtualcafe/contracts';
import { describe, expect, it } from 'vitest';
import { growTree } from '../../../components/tree/tree-model.js';
import { childTypesOf, isHiddenFromAbove, newParentsOf, typesFor } from './region-places.js';

const region = (id: string, parentId: string | null, type: RegionType, isDisabled = false): ManagedRegion => ({
  id,
  parentId,
  name: id,
  shortName: id,
  type,
  cafeCount: 0,
  isDisabled,
});

const gyeonggi = region('경기도', null, 'PROVINCE');
const suwon = region('수원시', '경기도', 'CITY');
const paldal = region('팔달구', '수원시', 'DISTRICT');
const seoul = region('서울', null, 'SPECIAL_CITY', true);
const seongdong = region('성동구', '서울', 'DISTRICT');
const seongsu = region('성수동', '성동구', 'NEIGHBORHOOD');
const sejong = region('세종', null, 'SPECIAL_SELF_GOVERNING_CITY');
const tree = growTree([gyeonggi, suwon, paldal, seoul, seongdong, seongsu, sejong]);

describe('childTypesOf', () => {
  it('begins with provinces and large cities', () => {
    expect(childTypesOf(null)).toEqual([
      'SPECIAL_CITY',
      'METROPOLITAN_CITY',
      'SPECIAL_SELF_GOVERNING_CITY',
      'PROVINCE',
      'SPECIAL_SELF_GOVERNING_PROVINCE',
    ]);
  });

  it('goes down layer by layer', () => {
    expect(childTypesOf(seoul)).toEqual(['DISTRICT', 'CITY', 'COUNTY']);
    expect(childTypesOf(seongsu)).toEqual(['PLACENAME']);
    expect(childTypesOf(region('서울숲', '성수동', 'PLACENAME'))).toEqual([]);
  });
});

describe('typesFor', () => {
  it('offers what may stand there', () => {
    expect(typesFor(tree, seongdong)).toEqual(['DISTRICT', 'CITY', 'COUNTY']);
  });

  it('minds what stands below: only a city holds districts', () => {
    expect(typesFor(tree, suwon)).toEqual(['CITY']);
  });
});

describe('newParentsOf', () => {
  it('leaves out where it stands, itself and what is below it', () => {
    expect(newParentsOf(tree, seongdong)).toEqual(new Set(['경기도', '세종', '수원시']));
    expect(newParentsOf(tree, suwon)).toEqual(new Set(['서울', '세종']));
  });

  it('knows that 세종 has no districts in between', () => {
    expect(newParentsOf(tree, seongsu)).toEqual(new Set(['수원시', '팔달구', '세종']));
  });

  it('finds none for a province', () => {
    expect(newParentsOf(tree, gyeonggi)).toEqual(new Set());
  });
});

describe('isHiddenFromAbove', () => {
  it('looks at those above, not at the region itself', () => {
    expect(isHiddenFromAbove(tree, '성수동')).toBe(true);
    expect(isHiddenFromAbove(tree, '서울')).toBe(false);
    expect(isHiddenFromAbove(tree, '팔달구')).toBe(false);
  });
});
