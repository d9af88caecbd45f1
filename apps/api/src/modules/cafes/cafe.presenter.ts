import type {
  Cafe,
  CafeImageSet,
  CafeSummary,
  Image,
  ManagedCafe,
  ManagedCafeSummary,
  RegionLabel,
} from '@virtualcafe/contracts';
import { presentImage } from '../image-upload/image.presenter.js';
import { shortNameOf } from '../regions/region.rules.js';
import type { CafeKeepersRecord, CafePageRecord, CafeSummaryRecord, PathRegion } from './cafe-records.js';

/** What a list and a page both tell. */
const presentFacts = (cafe: CafeSummaryRecord | CafePageRecord): Omit<CafeSummary, 'thumbnail'> => ({
  id: cafe.id,
  code: cafe.code,
  name: cafe.name,
  tagline: cafe.tagline,
  address: cafe.address,
  region: labelOf(cafe.regionPath),
  latitude: cafe.latitude,
  longitude: cafe.longitude,
});

export const presentSummary = (cafe: CafeSummaryRecord): CafeSummary => ({
  ...presentFacts(cafe),
  thumbnail: cafe.thumbnail === null ? null : presentImage(cafe.thumbnail),
});

export const presentManagedSummary = (cafe: CafeSummaryRecord): ManagedCafeSummary => ({
  ...presentSummary(cafe),
  isDisabled: cafe.isDisabled,
  updatedAt: toInstant(cafe.updatedAt),
});

export function presentCafe(cafe: CafePageRecord): Cafe {
  const images = presentImages(cafe.images);
  return {
    ...presentFacts(cafe),
    thumbnail: images.THUMBNAIL[0] ?? null,
    regionPath: cafe.regionPath.map((_, place) => labelOf(cafe.regionPath.slice(0, place + 1))),
    directions: cafe.directions,
    phone: cafe.phone,
    introduction: cafe.introduction,
    openingHours: cafe.openingHours,
    images,
    virtualLinks: cafe.virtualLinks.map((link) => ({
      id: link.id,
      type: link.type,
      name: link.name,
      url: link.url,
      isAvailable: link.isAvailable,
      thumbnail: link.thumbnail === null ? null : presentImage(link.thumbnail),
    })),
    rooms: cafe.rooms.map(({ code, name }) => ({ code, name })),
    updatedAt: toInstant(cafe.updatedAt),
  };
}

export const presentManagedCafe = (cafe: CafePageRecord, keepers: CafeKeepersRecord): ManagedCafe => ({
  ...presentCafe(cafe),
  businessNumber: keepers.businessNumber,
  ceoName: keepers.ceoName,
  isDisabled: keepers.isDisabled,
  owners: keepers.owners.map(({ id, nickname, loginId }) => ({ id, nickname, loginId })),
  createdAt: toInstant(keepers.createdAt),
});

function presentImages(placed: CafePageRecord['images']): Record<CafeImageSet, Image[]> {
  const sets: Record<CafeImageSet, Image[]> = { THUMBNAIL: [], VIRTUAL: [], REAL: [] };
  for (const { set, image } of placed) sets[set].push(presentImage(image));
  return sets;
}

/** The label of the last region of the path. */
function labelOf(path: readonly PathRegion[]): RegionLabel {
  const region = path.at(-1);
  if (region === undefined) throw new Error('A café stands in no region: the closure lacks the region itself');
  return { id: region.id, name: region.name, shortName: shortNameOf(path) };
}

const toInstant = (written: string): string => new Date(written).toISOString();
