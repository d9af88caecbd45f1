import type { Region } from '@virtualcafe/contracts';

/** From the whole country down to a region; empty for no region or an unknown one. */
export function pathTo(regions: readonly Region[], id: string | null): Region[] {
  const byId = new Map(regions.map((region) => [region.id, region]));
  const path: Region[] = [];
  let step = id === null ? undefined : byId.get(id);
  // The length bound ends the walk on a tree that is none.
  while (step !== undefined && path.length <= regions.length) {
    path.unshift(step);
    step = step.parentId === null ? undefined : byId.get(step.parentId);
  }
  return path;
}

/** The regions right under one (null: the whole country), those with cafés first, else in their own order. */
export function childrenOf(regions: readonly Region[], parentId: string | null): Region[] {
  const children = regions.filter((region) => region.parentId === parentId);
  return [...children.filter(({ cafeCount }) => cafeCount > 0), ...children.filter(({ cafeCount }) => cafeCount === 0)];
}

/** What to choose from next: the regions under the chosen one, or beside it when there are none. */
export function choicesAt(regions: readonly Region[], chosen: Region | undefined): Region[] {
  if (chosen === undefined) return childrenOf(regions, null);
  const children = childrenOf(regions, chosen.id);
  return children.length > 0 ? children : childrenOf(regions, chosen.parentId);
}
