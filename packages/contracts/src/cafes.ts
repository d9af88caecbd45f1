import { z } from 'zod';
import { cafeCode, id, instant } from './identifiers.js';
import { image } from './images.js';
import { pageOf, pageQuery } from './pagination.js';
import { regionLabel } from './regions.js';
import { line, paragraph, webUrl } from './text.js';

export const cafeImageSets = ['THUMBNAIL', 'VIRTUAL', 'REAL'] as const;
export const cafeImageSet = z.enum(cafeImageSets).meta({ id: 'CafeImageSet' });
export type CafeImageSet = z.infer<typeof cafeImageSet>;

export const virtualLinkTypes = ['ZEPETO', 'WEB_VIEWER', 'OTHER'] as const;
export const virtualLinkType = z.enum(virtualLinkTypes).meta({ id: 'VirtualLinkType' });

const clock = z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/, 'HH:MM');

/** One day; a café that closes after midnight has `close` before `open`. */
export const openingDay = z.strictObject({ open: clock, close: clock }).meta({ id: 'OpeningDay' });

/** Seven days from Monday; null is a day off. */
export const openingHours = z
  .strictObject({ days: z.array(openingDay.nullable()).length(7), note: line(0, 200).default('') })
  .meta({ id: 'OpeningHours' });

export const virtualLink = z
  .object({
    id,
    type: virtualLinkType,
    name: z.string(),
    url: z.string(),
    isAvailable: z.boolean(),
    thumbnail: image.nullable(),
  })
  .meta({ id: 'VirtualLink' });

/** A 3D room that visitors may enter. */
export const cafeRoom = z.object({ code: cafeCode, name: z.string() }).meta({ id: 'CafeRoom' });

export const cafeSummary = z
  .object({
    id,
    code: cafeCode,
    name: z.string(),
    tagline: z.string(),
    address: z.string(),
    region: regionLabel,
    latitude: z.number(),
    longitude: z.number(),
    thumbnail: image.nullable(),
  })
  .meta({ id: 'CafeSummary' });

export const cafePage = pageOf(cafeSummary).meta({ id: 'CafePage' });

export const cafe = cafeSummary
  .extend({
    regionPath: z.array(regionLabel),
    directions: z.string(),
    phone: z.string().nullable(),
    introduction: z.string(),
    openingHours: openingHours.nullable(),
    images: z.object({ THUMBNAIL: z.array(image), VIRTUAL: z.array(image), REAL: z.array(image) }),
    virtualLinks: z.array(virtualLink),
    rooms: z.array(cafeRoom),
    updatedAt: instant,
  })
  .meta({ id: 'Cafe' });

/** What its keepers see beside the public page. The response's ETag is what `If-Match` must carry in an edit. */
export const managedCafe = cafe
  .extend({
    businessNumber: z.string().nullable(),
    ceoName: z.string().nullable(),
    isDisabled: z.boolean(),
    owners: z.array(z.object({ id, nickname: z.string(), loginId: z.string().nullable() })),
    createdAt: instant,
  })
  .meta({ id: 'ManagedCafe' });

export const managedCafeSummary = cafeSummary
  .extend({ isDisabled: z.boolean(), updatedAt: instant })
  .meta({ id: 'ManagedCafeSummary' });
export const managedCafePage = pageOf(managedCafeSummary).meta({ id: 'ManagedCafePage' });

/**
 * `q`: words split on spaces, all must match (name, address, directions, region names; 초성 too).
 * `regionId` covers its descendants. `relevance` puts matches in the name first.
 */
export const cafeListQuery = pageQuery.extend({
  q: line(0, 100).optional(),
  regionId: id.optional(),
  sort: z.enum(['newest', 'relevance']).optional(),
});

/** The cafés one may manage; `q` searches them as it does the public list. */
export const managedCafeListQuery = pageQuery.extend({
  q: line(0, 100).optional(),
  isDisabled: z.enum(['true', 'false']).optional(),
});

/** A Korean business registration number, 10 digits with a correct check digit; hyphens are dropped. */
export const businessNumber = z
  .string()
  .max(14)
  .transform((value) => value.replaceAll('-', ''))
  .refine((digits) => isBusinessNumber(digits), 'must be 10 digits with a correct check digit');

/** The check of the National Tax Service's registration numbers: weights 1 3 7 1 3 7 1 3 5, the ninth product's tens added. */
export function isBusinessNumber(digits: string): boolean {
  if (!/^\d{10}$/.test(digits)) return false;
  const weights = [1, 3, 7, 1, 3, 7, 1, 3, 5];
  const numbers = Array.from(digits, Number);
  const sum = weights.reduce((total, weight, index) => total + weight * (numbers[index] ?? 0), 0);
  const carried = Math.floor(((numbers[8] ?? 0) * 5) / 10);
  return (10 - ((sum + carried) % 10)) % 10 === numbers[9];
}

const cafeFields = {
  name: line(1, 60),
  tagline: line(0, 100),
  regionId: id,
  address: line(1, 200),
  directions: paragraph(1000),
  businessNumber: businessNumber.nullable(),
  ceoName: line(1, 40).nullable(),
  latitude: z.number().min(-90).max(90),
  longitude: z.number().min(-180).max(180),
  openingHours: openingHours.nullable(),
  phone: z
    .string()
    .regex(/^\+?[0-9][0-9-]{6,17}[0-9]$/, 'digits and hyphens')
    .nullable(),
  introduction: paragraph(5000),
};

export const createCafeRequest = z
  .strictObject({
    ...cafeFields,
    code: cafeCode,
    tagline: cafeFields.tagline.default(''),
    directions: cafeFields.directions.default(''),
    businessNumber: cafeFields.businessNumber.default(null),
    ceoName: cafeFields.ceoName.default(null),
    openingHours: cafeFields.openingHours.default(null),
    phone: cafeFields.phone.default(null),
    introduction: cafeFields.introduction.default(''),
  })
  .meta({ id: 'CreateCafeRequest' });

export const updateCafeRequest = z
  .strictObject({ ...cafeFields, isDisabled: z.boolean() })
  .partial()
  .refine((value) => Object.values(value).some((field) => field !== undefined), 'name something to change')
  .meta({ id: 'UpdateCafeRequest' });

export const maxImagesPerSet = 30;

/** The whole set in its new order; an image left out is detached. */
export const replaceCafeImagesRequest = z
  .strictObject({
    imageIds: z
      .array(id)
      .max(maxImagesPerSet)
      .refine((ids) => new Set(ids).size === ids.length, 'an image stands in a set once'),
  })
  .meta({ id: 'ReplaceCafeImagesRequest' });

export const virtualLinkInput = z
  .strictObject({
    type: virtualLinkType,
    name: line(1, 60),
    url: webUrl,
    isAvailable: z.boolean(),
    thumbnailId: id.nullable().default(null),
  })
  .meta({ id: 'VirtualLinkInput' });

/** All virtual links of the café in their order; a type may stand once. */
export const replaceVirtualLinksRequest = z
  .strictObject({ links: z.array(virtualLinkInput).max(virtualLinkTypes.length) })
  .meta({ id: 'ReplaceVirtualLinksRequest' });

export const replaceCafeOwnersRequest = z
  .strictObject({ userIds: z.array(id).max(20) })
  .meta({ id: 'ReplaceCafeOwnersRequest' });

export type OpeningHours = z.infer<typeof openingHours>;
export type VirtualLink = z.infer<typeof virtualLink>;
export type CafeRoom = z.infer<typeof cafeRoom>;
export type CafeSummary = z.infer<typeof cafeSummary>;
export type CafePage = z.infer<typeof cafePage>;
export type Cafe = z.infer<typeof cafe>;
export type ManagedCafe = z.infer<typeof managedCafe>;
export type ManagedCafeSummary = z.infer<typeof managedCafeSummary>;
export type CafeListQuery = z.infer<typeof cafeListQuery>;
export type ManagedCafePage = z.infer<typeof managedCafePage>;
export type ManagedCafeListQuery = z.infer<typeof managedCafeListQuery>;
export type CreateCafeRequest = z.infer<typeof createCafeRequest>;
export type UpdateCafeRequest = z.infer<typeof updateCafeRequest>;
export type ReplaceCafeImagesRequest = z.infer<typeof replaceCafeImagesRequest>;
export type VirtualLinkInput = z.infer<typeof virtualLinkInput>;
export type ReplaceVirtualLinksRequest = z.infer<typeof replaceVirtualLinksRequest>;
export type ReplaceCafeOwnersRequest = z.infer<typeof replaceCafeOwnersRequest>;
