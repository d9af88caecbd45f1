import { Prisma } from '../../generated/prisma/client.js';
import type { SearchPatterns } from './search-text.js';

/** Every word of the search is found in the text of the row `s`. */
export const matches = (search: SearchPatterns): Prisma.Sql =>
  Prisma.join(
    [
      ...search.jamo.map((pattern) => Prisma.sql`s.jamo LIKE ${pattern}`),
      ...search.choseong.map((pattern) => Prisma.sql`s.choseong LIKE ${pattern}`),
    ],
    ' AND ',
  );
