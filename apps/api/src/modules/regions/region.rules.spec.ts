import { mayStandUnder, type RegionType, regionTypes } from '@virtualcafe/contracts';
import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { arrangeRegions, shortNameOf, type TreeRegion } from './region.rules.js';

const provinces: RegionType[] = [
  'SPECIAL_CITY',
  'METROPOLITAN_CITY',
  'SPECIAL_SELF_GOVERNING_CITY',
  'PROVINCE',
  'SPECIAL_SELF_GOVERNING_PROVINCE',
];
const towns: RegionType[] = ['TOWN', 'TOWNSHIP', 'NEIGHBORHOOD'];

/** Every parent that is right for a type, written out. */
const rightParents: Record<RegionType, (RegionType | null)[]> = {
  SPECIAL_CITY: [null],
  METROPOLITAN_CITY: [null],
  SPECIAL_SELF_GOVERNING_CITY: [null],
  PROVINCE: [null],
  SPECIAL_SELF_GOVERNING_PROVINCE: [null],
  DISTRICT: [...provinces, 'CITY'],
  CITY: provinces,
  COUNTY: provinces,
  TOWN: ['DISTRICT', 'CITY', 'COUNTY', 'SPECIAL_SELF_GOVERNING_CITY'],
  TOWNSHIP: ['DISTRICT', 'CITY', 'COUNTY', 'SPECIAL_SELF_GOVERNING_CITY'],
  NEIGHBORHOOD: ['DISTRICT', 'CITY', 'COUNTY', 'SPECIAL_SELF_GOVERNING_CITY'],
  PLACENAME: towns,
};
const everyPair = regionTypes.flatMap((type) =>
  [null, ...regionTypes].map((parent): [RegionType, RegionType | null, boolean] => [
    type,
    parent,
    rightParents[type].includes(parent),
  ]),
);

describe('where a region may stand', () => {
  it.each(everyPair)('%s under %s: %s', (type, parent, isAllowed) => {
    expect(mayStandUnder(type, parent)).toBe(isAllowed);
  });
});

describe('the short name', () => {
  const seoul = { name: '서울특별시', type: 'SPECIAL_CITY' } as const;

  it('leaves out 구 and 군 wherever they stand', () => {
    expect(shortNameOf([seoul, { name: '강남구', type: 'DISTRICT' }, { name: '역삼동', type: 'NEIGHBORHOOD' }])).toBe(
      '서울특별시 역삼동',
    );
    expect(
      shortNameOf([
        { name: '경기도', type: 'PROVINCE' },
        { name: '수원시', type: 'CITY' },
        { name: '팔달구', type: 'DISTRICT' },
        { name: '행궁동', type: 'NEIGHBORHOOD' },
        { name: '행리단길', type: 'PLACENAME' },
      ]),
    ).toBe('경기도 수원시 행궁동 행리단길');
    expect(
      shortNameOf([
        { name: '부산광역시', type: 'METROPOLITAN_CITY' },
        { name: '기장군', type: 'COUNTY' },
      ]),
    ).toBe('부산광역시');
  });

  it('of a root is its name', () => {
    expect(shortNameOf([seoul])).toBe('서울특별시');
  });
});

describe('the arranged tree', () => {
  const region = (id: string, parentId: string | null, name: string, type: RegionType, own = 0): TreeRegion => ({
    id,
    parentId,
    name,
    type,
    isDisabled: false,
    ownCafeCount: own,
  });
  const namesOf = (regions: readonly TreeRegion[]) => arrangeRegions(regions).map(({ name }) => name);

  it('has the same order whatever order the rows come in', () => {
    const roots = ['서울특별시', '부산광역시', '대구광역시', '경기도', '강원특별자치도'].map((name, index) =>
      region(`r${index}`, null, name, provinces[index] ?? 'PROVINCE'),
    );
    const children = roots.flatMap(({ id }) =>
      ['중구', '강남구', '동구', '해운대구'].map((name) => region(`${id}${name}`, id, name, 'DISTRICT')),
    );
    const rows = [...roots, ...children];
    const expected = namesOf(rows);
    fc.assert(
      fc.property(fc.shuffledSubarray(rows, { minLength: rows.length }), (shuffled) => {
        expect(namesOf(shuffled)).toEqual(expected);
      }),
    );
  });

  it('has 시·도 by type and then by name, and children by name, each followed by its subtree', () => {
    const regions = [
      region('gg', null, '경기도', 'PROVINCE'),
      region('bs', null, '부산광역시', 'METROPOLITAN_CITY'),
      region('gw', null, '강원특별자치도', 'SPECIAL_SELF_GOVERNING_PROVINCE'),
      region('sj', null, '세종특별자치시', 'SPECIAL_SELF_GOVERNING_CITY'),
      region('dg', null, '대구광역시', 'METROPOLITAN_CITY'),
      region('se', null, '서울특별시', 'SPECIAL_CITY'),
      region('gn', 'se', '강남구', 'DISTRICT'),
      region('jr', 'se', '종로구', 'DISTRICT'),
      region('gd', 'se', '강동구', 'DISTRICT'),
      region('ys', 'gn', '역삼동', 'NEIGHBORHOOD'),
    ];
    expect(namesOf(regions)).toEqual([
      '서울특별시',
      '강남구',
      '역삼동',
      '강동구',
      '종로구',
      '대구광역시',
      '부산광역시',
      '세종특별자치시',
      '경기도',
      '강원특별자치도',
    ]);
  });

  it('does not sort children by type', () => {
    expect(
      namesOf([
        region('gg', null, '경기도', 'PROVINCE'),
        region('ga', 'gg', '가평군', 'COUNTY'),
        region('go', 'gg', '고양시', 'CITY'),
        region('yp', 'gg', '양평군', 'COUNTY'),
        region('sw', 'gg', '수원시', 'CITY'),
      ]),
    ).toEqual(['경기도', '가평군', '고양시', '수원시', '양평군']);
  });

  it('counts in names: 제2동 stands before 제10동', () => {
    expect(
      namesOf([
        region('r', null, '서울특별시', 'SPECIAL_CITY'),
        region('b', 'r', '제10동', 'DISTRICT'),
        region('a', 'r', '제2동', 'DISTRICT'),
      ]),
    ).toEqual(['서울특별시', '제2동', '제10동']);
  });

  it('counts the cafés of the subtree, and none of what is hidden', () => {
    const regions = [
      region('se', null, '서울특별시', 'SPECIAL_CITY', 1),
      { ...region('gn', 'se', '강남구', 'DISTRICT', 10), isDisabled: true },
      region('ys', 'gn', '역삼동', 'NEIGHBORHOOD', 100),
      region('jr', 'se', '종로구', 'DISTRICT', 20),
      region('sc', 'jr', '서촌동', 'NEIGHBORHOOD', 300),
    ];
    const arranged = new Map(arrangeRegions(regions).map((each) => [each.id, each]));
    expect(Object.fromEntries([...arranged].map(([id, { cafeCount }]) => [id, cafeCount]))).toEqual({
      se: 321,
      gn: 0,
      ys: 0,
      jr: 320,
      sc: 300,
    });
    expect([...arranged.values()].filter(({ isHidden }) => isHidden).map(({ id }) => id)).toEqual(['gn', 'ys']);
  });

  it('of nothing is nothing', () => {
    expect(arrangeRegions([])).toEqual([]);
  });
});
