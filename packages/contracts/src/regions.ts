import { z } from 'zod';
import { id } from './identifiers.js';
import { line } from './text.js';

export const regionTypes = [
  'SPECIAL_CITY',
  'METROPOLITAN_CITY',
  'SPECIAL_SELF_GOVERNING_CITY',
  'PROVINCE',
  'SPECIAL_SELF_GOVERNING_PROVINCE',
  'DISTRICT',
  'CITY',
  'COUNTY',
  'TOWN',
  'TOWNSHIP',
  'NEIGHBORHOOD',
  'PLACENAME',
] as const;
export const regionType = z.enum(regionTypes).meta({ id: 'RegionType' });
export type RegionType = z.infer<typeof regionType>;

/** A region where a café is: `shortName` is the way people say it, root to leaf without 구 and 군. */
export const regionLabel = z.object({ id, name: z.string(), shortName: z.string() }).meta({ id: 'RegionLabel' });

/** One node of the tree; `cafeCount` counts the visible cafés of the whole subtree. */
export const region = z
  .object({
    id,
    parentId: id.nullable(),
    name: z.string(),
    shortName: z.string(),
    type: regionType,
    cafeCount: z.int(),
  })
  .meta({ id: 'Region' });

/** All visible regions, parents before children. */
export const regionTree = z.object({ items: z.array(region) }).meta({ id: 'RegionTree' });

export const managedRegion = region.extend({ isDisabled: z.boolean() }).meta({ id: 'ManagedRegion' });
export const managedRegionTree = z.object({ items: z.array(managedRegion) }).meta({ id: 'ManagedRegionTree' });

export const createRegionRequest = z
  .strictObject({ name: line(1, 40), type: regionType, parentId: id.nullable().default(null) })
  .meta({ id: 'CreateRegionRequest' });

/** `parentId` moves the node with its whole subtree; null makes it a root. */
export const updateRegionRequest = z
  .strictObject({
    name: line(1, 40).optional(),
    type: regionType.optional(),
    parentId: id.nullable().optional(),
    isDisabled: z.boolean().optional(),
  })
  .refine((value) => Object.values(value).some((field) => field !== undefined), 'name something to change')
  .meta({ id: 'UpdateRegionRequest' });

export type RegionLabel = z.infer<typeof regionLabel>;
export type Region = z.infer<typeof region>;
export type ManagedRegion = z.infer<typeof managedRegion>;
export type RegionTree = z.infer<typeof regionTree>;
export type ManagedRegionTree = z.infer<typeof managedRegionTree>;
export type CreateRegionRequest = z.infer<typeof createRegionRequest>;
export type UpdateRegionRequest = z.infer<typeof updateRegionRequest>;
