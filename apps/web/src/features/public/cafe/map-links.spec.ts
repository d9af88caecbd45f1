import { describe, expect, it } from 'vitest';
import { mapLinks } from './map-links.js';

describe('mapLinks', () => {
  it('points three maps at the coordinates, with the name where the map takes one', () => {
    const links = mapLinks({ name: '카페, 온기 & 빵/차', latitude: 37.5445, longitude: 127.0557 });
    const title = '%EC%B9%B4%ED%8E%98%2C%20%EC%98%A8%EA%B8%B0%20%26%20%EB%B9%B5%2F%EC%B0%A8';
    expect(Object.fromEntries(links.map(({ provider, url }) => [provider, url]))).toEqual({
      kakao: `https://map.kakao.com/link/map/${title},37.544500,127.055700`,
      naver: `https://map.naver.com/?lng=127.055700&lat=37.544500&title=${title}`,
      osm: 'https://www.openstreetmap.org/?mlat=37.544500&mlon=127.055700#map=18/37.544500/127.055700',
    });
  });
});
