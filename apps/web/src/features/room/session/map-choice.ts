import type { MapLink, RoomTicket } from '@virtualcafe/contracts';

type Variant = MapLink['variant'];

/** What is known of the device and its connection. */
export interface Surroundings {
  /** The visitor asked the browser to save data. */
  readonly savesData: boolean;
  /** Gigabytes, where the browser tells. */
  readonly memoryGb: number | null;
  /** CSS pixels. */
  readonly shortScreenSide: number;
  readonly hasFinePointer: boolean;
  readonly quality: 'auto' | 'low' | 'medium' | 'high';
}

const smallMemoryGb = 4;
const phoneSide = 600;

/** Whether the lighter version of a room will do, or is all that will do. */
export function wantsLightMap(surroundings: Surroundings): boolean {
  const { savesData, memoryGb, shortScreenSide, hasFinePointer, quality } = surroundings;
  if (quality === 'high') return false;
  if (quality === 'low' || savesData) return true;
  const isSmall = memoryGb !== null && memoryGb < smallMemoryGb;
  return isSmall || (!hasFinePointer && shortScreenSide < phoneSide);
}

const heavyFirst: readonly Variant[] = ['DESKTOP', 'ORIGINAL', 'MOBILE'];
const lightFirst: readonly Variant[] = ['MOBILE', 'DESKTOP', 'ORIGINAL'];

/** The two files to fetch; null when a room has not both. */
export function chooseMaps(
  links: RoomTicket['maps'],
  isLight: boolean,
): { readonly render: MapLink; readonly collider: MapLink } | null {
  const order = isLight ? lightFirst : heavyFirst;
  const best = (type: MapLink['type']): MapLink | undefined =>
    links
      .filter((link) => link.type === type)
      .sort((a, b) => order.indexOf(a.variant) - order.indexOf(b.variant))
      .at(0);
  const render = best('RENDER');
  const collider = best('COLLIDER');
  return render === undefined || collider === undefined ? null : { render, collider };
}
