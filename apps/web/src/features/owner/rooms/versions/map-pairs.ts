import type { ManagedViewerMap } from '@virtualcafe/contracts';

type Maps = readonly ManagedViewerMap[];

/** A version that visitors see, with the collider that goes with it; null when there is none yet. */
export type MapPair = { readonly render: ManagedViewerMap; readonly collider: ManagedViewerMap | null };

const newestFirst = (a: ManagedViewerMap, b: ManagedViewerMap): number => b.version - a.version;

export const rendersOf = (maps: Maps): ManagedViewerMap[] =>
  maps.filter(({ type }) => type === 'RENDER').sort(newestFirst);

export const collidersOf = (maps: Maps): ManagedViewerMap[] =>
  maps.filter(({ type }) => type === 'COLLIDER').sort(newestFirst);

/** The colliders that a version may be shown with, the fitting one first. */
export function collidersFor(render: ManagedViewerMap, maps: Maps): ManagedViewerMap[] {
  const ready = collidersOf(maps).filter(({ status }) => status === 'READY');
  const rank = (collider: ManagedViewerMap): number => {
    if (render.isActive && collider.isActive) return 0;
    if (collider.sourceMapId === render.id) return 1;
    // Both of a room made from the form are stored at one moment.
    if (collider.source === render.source && collider.createdAt === render.createdAt) return 2;
    return collider.isActive ? 3 : 4;
  };
  return ready.sort((a, b) => rank(a) - rank(b) || newestFirst(a, b));
}

/** Each version with its collider, the newest first. */
export const pairsOf = (maps: Maps): MapPair[] =>
  rendersOf(maps).map((render) => ({ render, collider: collidersFor(render, maps)[0] ?? null }));

/** The pair that visitors get; null while the room has none. */
export function activePair(maps: Maps): { render: ManagedViewerMap; collider: ManagedViewerMap } | null {
  const render = maps.find(({ type, isActive }) => type === 'RENDER' && isActive);
  const collider = maps.find(({ type, isActive }) => type === 'COLLIDER' && isActive);
  return render === undefined || collider === undefined ? null : { render, collider };
}

/** Colliders that no version is shown with by itself: uploaded ones, kept to be chosen. */
export function ownColliders(maps: Maps): ManagedViewerMap[] {
  return collidersOf(maps).filter(({ source }) => source === 'UPLOAD');
}

/** Why a version cannot be shown to visitors now; null when it can. */
export function obstacleOf({ render, collider }: MapPair): 'active' | 'processing' | 'refused' | 'no-collider' | null {
  if (render.status === 'PROCESSING') return 'processing';
  if (render.status === 'REFUSED') return 'refused';
  if (collider === null) return 'no-collider';
  return render.isActive && collider.isActive ? 'active' : null;
}

export const mayDelete = ({ isActive, status }: ManagedViewerMap): boolean => !isActive && status !== 'PROCESSING';
