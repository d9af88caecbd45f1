import { z } from 'zod';

export const maxPageSize = 100;
/** Beyond this an offset is a scan, not a page: narrow the search instead. */
export const maxPage = 1000;

/** `?page=&pageSize=`, pages count from 1. */
export const pageQuery = z.strictObject({
  page: z.coerce.number().int().min(1).max(maxPage).default(1),
  pageSize: z.coerce.number().int().min(1).max(maxPageSize).default(20),
});

/** `{ items, page, pageSize, total }`; `total` counts all matches, not only this page. */
export const pageOf = <T extends z.ZodType>(item: T) =>
  z.object({ items: z.array(item), page: z.int(), pageSize: z.int(), total: z.int() });

export type Page<T> = { items: T[]; page: number; pageSize: number; total: number };
