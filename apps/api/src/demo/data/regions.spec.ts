import { mayStandUnder, type RegionType } from '@virtualcafe/contracts';
import { describe, expect, it } from 'vitest';
import { type DemoRegion, findRegion } from './region-tree.js';
import { DEMO_REGIONS } from './regions.js';

/** How many 시, 군 and 구 stand directly under each of the 17, as the Ministry of the Interior counts them. */
const COUNTS: readonly (readonly [
  name: string,
  type: RegionType,
  cities: number,
  counties: number,
  districts: number,
])[] = [
  ['서울특별시', 'SPECIAL_CITY', 0, 0, 25],
  ['부산광역시', 'METROPOLITAN_CITY', 0, 1, 15],
  ['대구광역시', 'METROPOLITAN_CITY', 0, 2, 7],
  ['인천광역시', 'METROPOLITAN_CITY', 0, 2, 8],
  ['광주광역시', 'METROPOLITAN_CITY', 0, 0, 5],
  ['대전광역시', 'METROPOLITAN_CITY', 0, 0, 5],
  ['울산광역시', 'METROPOLITAN_CITY', 0, 1, 4],
  ['세종특별자치시', 'SPECIAL_SELF_GOVERNING_CITY', 0, 0, 0],
  ['경기도', 'PROVINCE', 28, 3, 0],
  ['강원특별자치도', 'SPECIAL_SELF_GOVERNING_PROVINCE', 7, 11, 0],
  ['충청북도', 'PROVINCE', 3, 8, 0],
  ['충청남도', 'PROVINCE', 8, 7, 0],
  ['전북특별자치도', 'SPECIAL_SELF_GOVERNING_PROVINCE', 6, 8, 0],
  ['전라남도', 'PROVINCE', 5, 17, 0],
  ['경상북도', 'PROVINCE', 10, 12, 0],
  ['경상남도', 'PROVINCE', 8, 10, 0],
  ['제주특별자치도', 'SPECIAL_SELF_GOVERNING_PROVINCE', 2, 0, 0],
];

/** The wards (일반구) of large cities. */
const WARDS: Readonly<Record<string, number>> = {
  수원시: 4,
  성남시: 3,
  안양시: 2,
  부천시: 3,
  안산시: 2,
  고양시: 3,
  용인시: 3,
  청주시: 4,
  천안시: 2,
  전주시: 2,
  포항시: 2,
  창원시: 5,
};

const countOf = (region: DemoRegion, type: RegionType): number =>
  region.children.filter((child) => child.type === type).length;

function everyRegion(
  regions: readonly DemoRegion[],
  parent: DemoRegion | null = null,
): { region: DemoRegion; parent: DemoRegion | null }[] {
  return regions.flatMap((region) => [{ region, parent }, ...everyRegion(region.children, region)]);
}

describe('the regions of the demo', () => {
  it('are the 17 provinces and cities with as many 시, 군 and 구 as there are', () => {
    expect(
      DEMO_REGIONS.map((region) => [
        region.name,
        region.type,
        countOf(region, 'CITY'),
        countOf(region, 'COUNTY'),
        countOf(region, 'DISTRICT'),
      ]),
    ).toEqual(COUNTS);
  });

  it('add up to the 226 basic local governments and the two cities of Jeju', () => {
    const basic = DEMO_REGIONS.flatMap((region) => region.children).filter(
      ({ type }) => type === 'CITY' || type === 'COUNTY' || type === 'DISTRICT',
    );
    expect(basic).toHaveLength(226 + 2);
  });

  it('give large cities their wards and no others any', () => {
    const cities = DEMO_REGIONS.flatMap((region) => region.children).filter(({ type }) => type === 'CITY');
    const withWards = cities
      .filter((city) => countOf(city, 'DISTRICT') > 0)
      .map((city) => [city.name, countOf(city, 'DISTRICT')]);
    expect(Object.fromEntries(withWards)).toEqual(WARDS);
  });

  it('stand only where their kind may stand, each name once under its parent', () => {
    const all = everyRegion(DEMO_REGIONS);
    expect(
      all
        .filter(({ region, parent }) => !mayStandUnder(region.type, parent?.type ?? null))
        .map(({ region }) => region.name),
    ).toEqual([]);
    for (const { region } of all) {
      const names = region.children.map((child) => child.name);
      expect(new Set(names).size, region.name).toBe(names.length);
    }
  });

  it('are found by their path', () => {
    expect(findRegion(DEMO_REGIONS, ['서울특별시', '마포구', '연남동', '연트럴파크'])?.type).toBe('PLACENAME');
    expect(findRegion(DEMO_REGIONS, ['경기도', '수원시', '팔달구'])?.type).toBe('DISTRICT');
    expect(findRegion(DEMO_REGIONS, ['서울특별시', '연남동'])).toBeUndefined();
  });
});
