import type { TestDatabase } from './database.js';

type Tree = 'Region' | 'ProductCategory';

/** What the closure of a tree says too much or too little, compared with what follows from the parents. */
export const findClosureFaults = (database: TestDatabase, tree: Tree): Promise<object[]> =>
  database.query(`
    WITH RECURSIVE told AS (
      SELECT id AS "ancestorId", id AS "descendantId", 0 AS depth FROM "${tree}"
      UNION ALL
      SELECT told."ancestorId", r.id, told.depth + 1 FROM told JOIN "${tree}" r ON r."parentId" = told."descendantId"
    )
    SELECT CASE WHEN kept."createdAt" IS NULL THEN 'missing' ELSE 'too much' END AS fault, "ancestorId", "descendantId", depth
    FROM (SELECT *, true AS "isTold" FROM told) told
    FULL JOIN "${tree}Closure" kept USING ("ancestorId", "descendantId", depth)
    WHERE kept."createdAt" IS NULL OR "isTold" IS NULL`);

/** How many nodes hang on a root: all of them, unless some stand in a circle. */
export async function countFromRoots(database: TestDatabase, tree: Tree): Promise<number> {
  const rows = await database.query<{ count: number }>(`
    WITH RECURSIVE reached AS (
      SELECT id FROM "${tree}" WHERE "parentId" IS NULL
      UNION ALL SELECT r.id FROM reached JOIN "${tree}" r ON r."parentId" = reached.id
    ) SELECT count(*)::integer AS count FROM reached`);
  return rows[0]?.count ?? 0;
}
