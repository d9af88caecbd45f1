/** Degrees as they are typed into the form. */
export type Coordinates = { readonly latitude: string; readonly longitude: string };

const degrees = String.raw`(-?\d{1,3}(?:\.\d+)?)`;
const exactDegrees = String.raw`(-?\d{1,3}\.\d+)`;

// The forms in which people copy a place, the most certain first.
const patterns = [
  // Google Maps: the place itself, then the middle of the map.
  new RegExp(`!3d${exactDegrees}!4d${exactDegrees}`),
  new RegExp(`@${exactDegrees},${exactDegrees}`),
  // OpenStreetMap.
  new RegExp(`[?&]mlat=${exactDegrees}&mlon=${exactDegrees}`),
  new RegExp(`#map=\\d+/${exactDegrees}/${exactDegrees}`),
  // Naver and others.
  new RegExp(`[?&]lat=${exactDegrees}&(?:lng|lon)=${exactDegrees}`),
  // Kakao: /link/map/NAME,37.5,127.0; also ?q=37.5,127.0.
  new RegExp(`${exactDegrees},\\s*${exactDegrees}`),
  // Two numbers and nothing else.
  new RegExp(`^\\s*\\(?\\s*${degrees}\\s*[,\\s]\\s*${degrees}\\s*\\)?\\s*$`),
];

const isLatitude = (value: string): boolean => Math.abs(Number(value)) <= 90;
const isLongitude = (value: string): boolean => Math.abs(Number(value)) <= 180;

/** Finds a place in what somebody pasted: "37.5446, 127.0374" or the link of a map. Null when there is none. */
export function coordinatesIn(text: string): Coordinates | null {
  for (const pattern of patterns) {
    const [, first, second] = pattern.exec(text) ?? [];
    const place = first !== undefined && second !== undefined ? inOrder(first, second) : null;
    if (place !== null) return place;
  }
  return null;
}

/** Longitude first, as GeoJSON has it, is recognised where it cannot be a latitude: everywhere in Korea. */
function inOrder(first: string, second: string): Coordinates | null {
  if (isLatitude(first) && isLongitude(second)) return { latitude: first, longitude: second };
  return isLongitude(first) && isLatitude(second) ? { latitude: second, longitude: first } : null;
}

// From Marado to the Duman river, from Baengnyeong to Dokdo, with some sea around.
const korea = { south: 32.5, north: 43.1, west: 123.5, east: 132.5 };

/** False only for complete coordinates that lie elsewhere. */
export function mayBeInKorea({ latitude, longitude }: Coordinates): boolean {
  if (latitude.trim() === '' || longitude.trim() === '') return true;
  const [north, east] = [Number(latitude), Number(longitude)];
  if (Number.isNaN(north) || Number.isNaN(east)) return true;
  return north >= korea.south && north <= korea.north && east >= korea.west && east <= korea.east;
}
