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

/** 시·도 1, 구/시/군 2, 읍/면/동 3, 지명 4. */
const layerOf: Record<RegionType, 1 | 2 | 3 | 4> = {
  SPECIAL_CITY: 1,
  METROPOLITAN_CITY: 1,
  SPECIAL_SELF_GOVERNING_CITY: 1,
  PROVINCE: 1,
  SPECIAL_SELF_GOVERNING_PROVINCE: 1,
  DISTRICT: 2,
  CITY: 2,
  COUNTY: 2,
  TOWN: 3,
  TOWNSHIP: 3,
  NEIGHBORHOOD: 3,
  PLACENAME: 4,
};

/** Whether a region of `type` may stand under one of `parentType`; null is the root. */
export function mayStandUnder(type: RegionType, parentType: RegionType | null): boolean {
  const layer = layerOf[type];
  if (parentType === null) return layer === 1;
  // 일반구: the wards of a large city, as 수원시 팔달구.
  if (type === 'DISTRICT' && parentType === 'CITY') return true;
  // 세종특별자치시 has no 구, 시 or 군.
  if (layer === 3 && parentType === 'SPECIAL_SELF_GOVERNING_CITY') return true;
  return layer === layerOf[parentType] + 1;
}

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
