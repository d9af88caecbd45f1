import { Prisma } from '../../generated/prisma/client.js';

/**
 * The ids of those of `imageIds` that may be used: enabled, and uploaded by `uploaderId` (null: by anybody) or in use there already, as
 * `isInUse` says of the image `i`. They stay so to the end of the transaction.
 */
export const selectAttachable = (
  imageIds: readonly string[],
  uploaderId: string | null,
  isInUse: Prisma.Sql,
): Prisma.Sql => Prisma.sql`
  SELECT i.id FROM "Image" i
  WHERE i.id = ANY(${imageIds}::uuid[]) AND NOT i."isDisabled" AND (
    ${uploaderId}::uuid IS NULL OR i."uploaderId" = ${uploaderId}::uuid OR ${isInUse}
  ) FOR SHARE OF i`;
