import { Prisma } from '../../generated/prisma/client.js';

/** The room `v` has what visitors need to see of it. Of each type one map can be active: two active ones are a pair. */
export const hasActivePair = Prisma.sql`(
  SELECT count(*) FROM "MetaViewerMap" m WHERE m."viewerId" = v.id AND m."isActive") = 2`;
