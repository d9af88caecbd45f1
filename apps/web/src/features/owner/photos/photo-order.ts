import type { Image } from '@virtualcafe/contracts';

/**
 * A set of photos while it is being put in order. Photos taken out stay at their place, unseen, for as long as that can
 * be undone: an order that is saved meanwhile keeps them.
 */
export type PhotoOrder = { readonly photos: readonly Image[]; readonly removedIds: ReadonlySet<string> };

export const visiblePhotos = ({ photos, removedIds }: PhotoOrder): readonly Image[] =>
  photos.filter(({ id }) => !removedIds.has(id));

/** All photos after one of the visible ones has moved; positions count the visible ones, from 0. */
export function withMoved(order: PhotoOrder, from: number, to: number): readonly Image[] {
  const visible = visiblePhotos(order);
  const moved = visible[from];
  const target = visible[to];
  if (moved === undefined || target === undefined || from === to) return order.photos;
  const others = order.photos.filter((photo) => photo !== moved);
  const place = others.indexOf(target) + (to > from ? 1 : 0);
  return others.toSpliced(place, 0, moved);
}

/**
 * All photos after a new one has arrived: at the end, but before those that were chosen after it and have arrived
 * earlier. `turns` are the turns of what has arrived so far.
 */
export function withArrived(
  photos: readonly Image[],
  arrived: Image,
  turns: ReadonlyMap<string, number>,
): readonly Image[] {
  const turn = turns.get(arrived.id) ?? Number.POSITIVE_INFINITY;
  const later = photos.findIndex(({ id }) => (turns.get(id) ?? Number.NEGATIVE_INFINITY) > turn);
  return later === -1 ? [...photos, arrived] : photos.toSpliced(later, 0, arrived);
}
