import { createCafeRequest, type ManagedCafe } from '@virtualcafe/contracts';
import { z } from 'zod';
import { groupBusinessNumber } from './business-number.js';
import { draftOf, openingHoursOf, type HoursDraft } from './hours-draft.js';

/** A café as it stands in the form: texts as they are typed, empty for what is not set. */
export type CafeValues = {
  code: string;
  name: string;
  tagline: string;
  regionId: string;
  address: string;
  latitude: string;
  longitude: string;
  directions: string;
  phone: string;
  introduction: string;
  businessNumber: string;
  ceoName: string;
  openingHours: HoursDraft;
  isDisabled: boolean;
};

export type CafeField = keyof CafeValues;

export const newCafeValues: CafeValues = {
  code: '',
  name: '',
  tagline: '',
  regionId: '',
  address: '',
  latitude: '',
  longitude: '',
  directions: '',
  phone: '',
  introduction: '',
  businessNumber: '',
  ceoName: '',
  openingHours: draftOf(null),
  isDisabled: false,
};

export const valuesOf = (cafe: ManagedCafe): CafeValues => ({
  code: cafe.code,
  name: cafe.name,
  tagline: cafe.tagline,
  regionId: cafe.region.id,
  address: cafe.address,
  latitude: String(cafe.latitude),
  longitude: String(cafe.longitude),
  directions: cafe.directions,
  phone: cafe.phone ?? '',
  introduction: cafe.introduction,
  businessNumber: groupBusinessNumber(cafe.businessNumber ?? ''),
  ceoName: cafe.ceoName ?? '',
  openingHours: draftOf(cafe.openingHours),
  isDisabled: cafe.isDisabled,
});

const orNull = (text: string): string | null => (text.trim() === '' ? null : text.trim());
// Undefined, not 0: an empty field is a missing one.
const numberOf = (text: string): number | undefined => (text.trim() === '' ? undefined : Number(text));

const requestOf = (values: CafeValues) => ({
  ...values,
  latitude: numberOf(values.latitude),
  longitude: numberOf(values.longitude),
  regionId: values.regionId === '' ? undefined : values.regionId,
  phone: orNull(values.phone),
  businessNumber: orNull(values.businessNumber),
  ceoName: orNull(values.ceoName),
  openingHours: openingHoursOf(values.openingHours),
});

// The fields are named as in the API's requests, so that its field errors find theirs.
const fromForm = <S extends z.ZodType>(schema: S) => z.preprocess((values) => requestOf(values as CafeValues), schema);

const { shape } = createCafeRequest;

/** What the form of a new café must hold; whether it is published is no part of it. */
export const newCafeSchema = fromForm(z.object(shape));

const { code: _, ...editedShape } = shape;

/** What the form of an existing café must hold; its code stays. */
export const editedCafeSchema = fromForm(z.object({ ...editedShape, isDisabled: z.boolean() }));
export type EditedCafe = z.infer<typeof editedCafeSchema>;

/** Whether two forms mean the same in a field: a day that is closed has no times that could differ. */
export function isSameIn(field: CafeField, a: CafeValues, b: CafeValues): boolean {
  if (field === 'openingHours') {
    return JSON.stringify(openingHoursOf(a.openingHours)) === JSON.stringify(openingHoursOf(b.openingHours));
  }
  const [one, other] = [a[field], b[field]];
  return typeof one === 'string' && typeof other === 'string' ? one.trim() === other.trim() : one === other;
}

export const changedFields = (before: CafeValues, after: CafeValues): CafeField[] =>
  (Object.keys(after) as CafeField[]).filter((field) => !isSameIn(field, before, after));
