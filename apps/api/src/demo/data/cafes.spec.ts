import { createCafeRequest, replaceVirtualLinksRequest } from '@virtualcafe/contracts';
import { describe, expect, it } from 'vitest';
import { DEMO_CAFES } from './cafes.js';
import { DEMO_PEOPLE } from './people.js';
import { findRegion } from './region-tree.js';
import { DEMO_REGIONS } from './regions.js';

/** Degrees of latitude and longitude that hold a province with all its islands; read off a map. */
const BOUNDS: Readonly<Record<string, readonly [south: number, north: number, west: number, east: number]>> = {
  서울특별시: [37.42, 37.71, 126.76, 127.19],
  부산광역시: [34.98, 35.39, 128.76, 129.32],
  대구광역시: [35.6, 36.33, 128.35, 128.9],
  인천광역시: [37.0, 37.99, 124.6, 126.8],
  광주광역시: [35.04, 35.26, 126.64, 127.03],
  대전광역시: [36.18, 36.51, 127.24, 127.56],
  울산광역시: [35.31, 35.73, 128.96, 129.47],
  세종특별자치시: [36.4, 36.74, 127.12, 127.41],
  경기도: [36.89, 38.29, 126.36, 127.86],
  강원특별자치도: [37.01, 38.62, 127.08, 129.37],
  충청북도: [36.0, 37.26, 127.27, 128.66],
  충청남도: [35.97, 37.07, 125.5, 127.64],
  전북특별자치도: [35.28, 36.16, 126.0, 127.92],
  전라남도: [33.9, 35.5, 125.0, 127.95],
  경상북도: [35.56, 37.56, 127.79, 131.9],
  경상남도: [34.5, 35.92, 127.57, 129.23],
  제주특별자치도: [33.06, 34.02, 126.08, 126.99],
};

const WEIGHTS = [1, 3, 7, 1, 3, 7, 1, 3, 5];

/** The sum that the National Tax Service's check makes divisible by ten. */
function checkSum(businessNumber: string): number {
  const digits = Array.from(businessNumber, Number);
  const weighted = WEIGHTS.map((weight, index) => weight * (digits[index] ?? NaN));
  return weighted.reduce((sum, part) => sum + part, 0) + Math.floor((weighted[8] ?? NaN) / 10) + (digits[9] ?? NaN);
}

describe.each(DEMO_CAFES.map((cafe) => [cafe.code, cafe] as const))('%s', (_code, cafe) => {
  it('is what the API takes for a new café', () => {
    const { code, name, tagline, address, directions, phone, introduction, ceoName, businessNumber } = cafe;
    const { latitude, longitude, openingHours } = cafe;
    const texts = { code, name, tagline, address, directions, phone, introduction, ceoName, businessNumber };
    const regionId = '01890a5d-ac96-774b-bcce-b302099a8057';
    const request = { ...texts, regionId, latitude, longitude, openingHours };
    expect(createCafeRequest.parse(request)).toEqual(request);
    expect(replaceVirtualLinksRequest.safeParse({ links: cafe.links }).success).toBe(true);
  });

  it('stands in a region of the demo, inside the bounds of its province', () => {
    expect(findRegion(DEMO_REGIONS, cafe.region)).toBeDefined();
    const [south, north, west, east] = BOUNDS[cafe.region[0] ?? ''] ?? [];
    expect(cafe.latitude).toBeGreaterThan(south ?? NaN);
    expect(cafe.latitude).toBeLessThan(north ?? NaN);
    expect(cafe.longitude).toBeGreaterThan(west ?? NaN);
    expect(cafe.longitude).toBeLessThan(east ?? NaN);
  });

  it('has an address that begins with its province', () => {
    expect(cafe.address.startsWith(cafe.region[0] ?? '?')).toBe(true);
  });

  it('has a business number with a correct check digit that no tax office gives', () => {
    expect(cafe.businessNumber).toMatch(/^000\d{7}$/);
    expect(checkSum(cafe.businessNumber) % 10).toBe(0);
  });

  it('tells its story in two to four paragraphs, links somewhere, and belongs to a business user', () => {
    const count = cafe.introduction.split('\n\n').length;
    expect(count).toBeGreaterThanOrEqual(2);
    expect(count).toBeLessThanOrEqual(4);
    expect(new Set(cafe.links.map((link) => link.type)).size).toBe(cafe.links.length);
    expect(cafe.links.length).toBeGreaterThan(0);
    expect(DEMO_PEOPLE.find((person) => person.loginId === cafe.owner)?.userType).toBe('BUSINESS');
  });
});

describe('the cafés of the demo', () => {
  it('are different from each other in code, name, phone, business number and place', () => {
    for (const key of ['code', 'name', 'nameEn', 'phone', 'businessNumber', 'latitude', 'tagline'] as const) {
      expect(new Set(DEMO_CAFES.map((cafe) => cafe[key])).size, key).toBe(DEMO_CAFES.length);
    }
  });

  it('are at least 28, with one in each of the 17 provinces and several in Seoul', () => {
    expect(DEMO_CAFES.length).toBeGreaterThanOrEqual(28);
    expect(new Set(DEMO_CAFES.map((cafe) => cafe.region[0])).size).toBe(17);
    expect(DEMO_CAFES.filter((cafe) => cafe.region[0] === '서울특별시').length).toBeGreaterThanOrEqual(8);
  });

  it('are found by "강남 카페"', () => {
    const found = DEMO_CAFES.filter(
      ({ name, region }) => name.includes('카페') && region.some((part) => part.startsWith('강남')),
    );
    expect(found.length).toBeGreaterThanOrEqual(2);
  });

  it('give the first owner at least three, and every owner one', () => {
    const owners = DEMO_PEOPLE.filter((person) => person.userType === 'BUSINESS').map((person) => person.loginId);
    const counts = owners.map((owner) => DEMO_CAFES.filter((cafe) => cafe.owner === owner).length);
    expect(counts[0]).toBeGreaterThanOrEqual(3);
    expect(Math.min(...counts)).toBeGreaterThanOrEqual(1);
  });

  it('have some virtual links that are not open yet', () => {
    const links = DEMO_CAFES.flatMap((cafe) => cafe.links);
    expect(links.some((link) => !link.isAvailable)).toBe(true);
    expect(links.every((link) => new URL(link.url).hostname === 'example.com')).toBe(true);
  });
});
