import type { Cafe } from '@virtualcafe/contracts';

type Place = Pick<Cafe, 'name' | 'latitude' | 'longitude'>;

export type MapProvider = 'kakao' | 'naver' | 'osm';

const decimals = 6;

/** Pages of map services that show a place by its coordinates; links only, nothing of theirs is loaded here. */
export function mapLinks({ name, latitude, longitude }: Place): { provider: MapProvider; url: string }[] {
  const title = encodeURIComponent(name);
  const lat = latitude.toFixed(decimals);
  const lng = longitude.toFixed(decimals);
  return [
    { provider: 'kakao', url: `https://map.kakao.com/link/map/${title},${lat},${lng}` },
    { provider: 'naver', url: `https://map.naver.com/?lng=${lng}&lat=${lat}&title=${title}` },
    { provider: 'osm', url: `https://www.openstreetmap.org/?mlat=${lat}&mlon=${lng}#map=18/${lat}/${lng}` },
  ];
}
