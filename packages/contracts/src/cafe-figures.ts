import { z } from 'zod';
import { kstDay } from './identifiers.js';
import { productCode } from './products.js';

/** How far back: whole KST days, today the last. */
export const cafeFiguresQuery = z.strictObject({ days: z.coerce.number().int().min(1).max(366).default(30) });

const counts = { pageVisits: z.int(), roomVisits: z.int(), wishes: z.int() };

/** Visits of the café's page and of its rooms, and wishes for its products by the day they were made; every day is there. */
export const cafeFigures = z
  .object({
    from: kstDay,
    to: kstDay,
    days: z.array(z.object({ day: kstDay, ...counts })),
    total: z.object(counts),
    /** The most wished, of all time. */
    products: z.array(z.object({ code: productCode, name: z.string(), wishCount: z.int() })),
  })
  .meta({ id: 'CafeFigures' });

export type CafeFiguresQuery = z.infer<typeof cafeFiguresQuery>;
export type CafeFigures = z.infer<typeof cafeFigures>;
