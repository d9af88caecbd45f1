import {
  starterRoomLimits,
  starterRoomRequest,
  type CounterSide,
  type Image,
  type ManagedCafe,
  type StarterRoomRequest,
  type StarterRoomStyle,
} from '@virtualcafe/contracts';

/** What an owner chooses of a room; sizes in metres. `photos`: for the walls, in the order in which they were chosen. */
export type StarterChoices = {
  style: StarterRoomStyle;
  width: number;
  depth: number;
  height: number;
  tables: number;
  counter: CounterSide;
  plants: number;
  lights: number;
  photos: readonly Image[];
  seed: number;
};

export const starterSizes = ['small', 'medium', 'large', 'hall'] as const;
export type StarterSize = (typeof starterSizes)[number];

type Measures = Pick<StarterChoices, 'width' | 'depth' | 'height' | 'tables' | 'plants' | 'lights'>;

/** Rooms that need no thinking, furnished as such a café is. */
const measuresOf: Record<StarterSize, Measures> = {
  small: { width: 7, depth: 6.5, height: 2.8, tables: 4, plants: 4, lights: 4 },
  medium: { width: 11, depth: 10, height: 3.2, tables: 8, plants: 7, lights: 8 },
  large: { width: 16, depth: 13, height: 3.8, tables: 14, plants: 11, lights: 14 },
  hall: { width: 24, depth: 20, height: 4.8, tables: 24, plants: 18, lights: 22 },
};

export const withSize = (choices: StarterChoices, size: StarterSize): StarterChoices => ({
  ...choices,
  ...measuresOf[size],
});

/** The size that these measures are; undefined once one of them was changed. */
export const sizeOf = (choices: StarterChoices): StarterSize | undefined =>
  starterSizes.find((size) =>
    Object.entries(measuresOf[size]).every(([name, value]) => choices[name as keyof Measures] === value),
  );

/** Where the form starts: a room of ordinary size with the café's own photos, the real ones first. */
export const firstChoices = (cafe: Pick<ManagedCafe, 'images'>, seed: number): StarterChoices => ({
  style: 'wood',
  ...measuresOf.medium,
  counter: 'back',
  photos: photosOf(cafe).slice(0, 6),
  seed,
});

/** All photos of a café, each once. */
export function photosOf({ images }: Pick<ManagedCafe, 'images'>): Image[] {
  const all = [...images.REAL, ...images.THUMBNAIL, ...images.VIRTUAL];
  return [...new Map(all.map((image) => [image.id, image])).values()];
}

/** Takes a photo onto the walls or off them; beyond the limit nothing is added. */
export function withPhotoToggled(photos: readonly Image[], photo: Image): readonly Image[] {
  const others = photos.filter(({ id }) => id !== photo.id);
  if (others.length < photos.length) return others;
  return photos.length < starterRoomLimits.photos ? [...photos, photo] : photos;
}

/** Floor area in square metres. */
export const areaOf = ({ width, depth }: Pick<StarterChoices, 'width' | 'depth'>): number => width * depth;

const squareMetresPerPyeong = 400 / 121;

/** Floor area as it is spoken of in Korea. */
export const pyeongOf = (squareMetres: number): number => Math.round(squareMetres / squareMetresPerPyeong);

/** @throws ZodError for choices that the form's own limits do not let through. */
export const requestOf = ({ photos, ...choices }: StarterChoices): StarterRoomRequest =>
  starterRoomRequest.parse({ ...choices, imageIds: photos.map(({ id }) => id) });

/** Another arrangement of the same room. `random`: 0 to 1. */
export const newSeed = (random: number): number => Math.floor(random * 0x1_0000_0000);
