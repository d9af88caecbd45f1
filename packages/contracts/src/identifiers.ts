import { z } from 'zod';

/** The opaque id of a record (UUIDv7), in lower case: one id is one string. */
export const id = z.uuid().toLowerCase();

/** A café's code: its part of the address, lower-case letters, digits and single hyphens. */
export const cafeCode = z
  .string()
  .min(3)
  .max(40)
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'lower-case letters, digits and single hyphens');

/** A moment in UTC, ISO 8601. */
export const instant = z.iso.datetime();

/** A calendar day in Korea, `YYYY-MM-DD`. */
export const kstDay = z.iso.date();
