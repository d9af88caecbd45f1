import { z } from 'zod';

const kstOffsetMs = 9 * 60 * 60 * 1000;
const dayMs = 24 * 60 * 60 * 1000;

const isCalendarDay = (text: string): boolean => {
  const moment = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(moment.getTime()) && moment.toISOString().startsWith(text);
};

/** A calendar day of Korea, `YYYY-MM-DD`, from 1900 to 2199. */
export const day = z
  .string()
  .regex(/^(?:19|20|21)\d\d-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/, 'YYYY-MM-DD')
  .refine(isCalendarDay, 'there is no such day');

/** A calendar month of Korea, `YYYY-MM`, from 1900 to 2199. */
export const month = z.string().regex(/^(?:19|20|21)\d\d-(?:0[1-9]|1[0-2])$/, 'YYYY-MM');

/** The day it is in Korea at this moment, `YYYY-MM-DD`; Korea keeps no summer time. */
export const kstDayOf = (moment: Date): string => new Date(moment.getTime() + kstOffsetMs).toISOString().slice(0, 10);

/** The moment a Korean day begins. */
export const startOfDay = (kstDay: string): Date => new Date(Date.parse(`${kstDay}T00:00:00Z`) - kstOffsetMs);

/** The day that is `days` after (or, below 0, before) another. */
export const dayAfter = (kstDay: string, days = 1): string =>
  new Date(Date.parse(`${kstDay}T00:00:00Z`) + days * dayMs).toISOString().slice(0, 10);

/** The last day of a month. */
export function lastDayOf(kstMonth: string): string {
  const [year = 0, number = 0] = kstMonth.split('-').map(Number);
  return new Date(Date.UTC(year, number, 0)).toISOString().slice(0, 10);
}
