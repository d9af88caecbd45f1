import type { ManagedRegion, Region } from '@virtualcafe/contracts';
import type { ArrangedRegion } from './region.rules.js';

export const presentRegion = (region: ArrangedRegion): Region => ({
  id: region.id,
  parentId: region.parentId,
  name: region.name,
  shortName: region.shortName,
  type: region.type,
  cafeCount: region.cafeCount,
});

export const presentManagedRegion = (region: ArrangedRegion): ManagedRegion => ({
  ...presentRegion(region),
  isDisabled: region.isDisabled,
});
