import { type StarterRoomPhoto } from '../starter-room-form.js';
import { type PhotoPlan } from './room-plan.js';
import { type Span, type WallName } from './walls.js';

export interface PhotoSpan extends Span {
  wall: WallName;
}

interface Attempt {
  spans: readonly PhotoSpan[];
  /** Metres, the longer side of a frame. */
  size: number;
  rows: 1 | 2;
}

/** Metres between two frames, and up to which height the lower row stays clear of benches and chairs. */
const gap = 0.28;
const lowest = 1.2;

const sizeOf = (photo: StarterRoomPhoto, size: number): { width: number; height: number } => {
  const longer = Math.max(photo.width, photo.height);
  return { width: (photo.width / longer) * size, height: (photo.height / longer) * size };
};

const tryRow = (photos: readonly StarterRoomPhoto[], attempt: Attempt): PhotoPlan[] | undefined => {
  const { spans, size, rows } = attempt;
  const placed: PhotoPlan[] = [];
  let next = 0;
  for (const span of spans) {
    const room = Math.floor((span.to - span.from) / (size + gap)) * rows;
    const here = photos.slice(next, next + room);
    next += here.length;
    const columns = Math.ceil(here.length / rows);
    for (const [index, photo] of here.entries()) {
      const column = rows === 1 ? index : Math.floor(index / 2);
      const row = rows === 1 ? 0 : 1 - (index % 2);
      const middle = (span.from + span.to) / 2;
      const base = rows === 1 ? Math.max(lowest + size / 2, 1.65) : lowest + size / 2;
      placed.push({
        wall: span.wall,
        imageIndex: photo.imageIndex,
        u: middle + (column - (columns - 1) / 2) * (size + gap),
        y: base + row * (size + gap),
        ...sizeOf(photo, size),
      });
    }
  }
  return next === photos.length ? placed : undefined;
};

const sizesDown = (from: number, to: number): number[] =>
  Array.from({ length: Math.round((from - to) / 0.05) + 1 }, (_, step) => from - step * 0.05);

/** Large on the photo wall if they fit there; else on every free wall; else smaller and in two rows. */
export const planPhotos = (
  photos: readonly StarterRoomPhoto[],
  spans: readonly PhotoSpan[],
  photoWall: WallName,
  height: number,
): PhotoPlan[] => {
  if (photos.length === 0) return [];
  const main = spans.filter((span) => span.wall === photoWall);
  // What is large enough in a low room is lost on the wall of a hall.
  const tallest = Math.min(Math.max(1.1, height * 0.32), height - lowest - 0.5);
  const twoRows = Math.min(0.6, (height - lowest - gap - 0.35) / 2);
  const attempts: Attempt[] = [
    ...sizesDown(tallest, 0.7).map((size): Attempt => ({ spans: main, size, rows: 1 })),
    ...sizesDown(tallest, 0.6).map((size): Attempt => ({ spans, size, rows: 1 })),
    ...sizesDown(twoRows, 0.1).map((size): Attempt => ({ spans, size, rows: 2 })),
  ];
  for (const attempt of attempts) {
    const placed = tryRow(photos, attempt);
    if (placed) return placed;
  }
  return [];
};
