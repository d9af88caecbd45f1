import type pg from 'pg';

// One line for everything in the schema `public` that a migration can make, but no partitions: those come and go by a job.
const catalogueQuery = `
WITH relation AS (
  SELECT c.oid, c.relname, c.relkind, c.reloptions FROM pg_class c
  WHERE c.relnamespace = 'public'::regnamespace AND NOT c.relispartition AND c.relname <> '_prisma_migrations'
)
SELECT format('table %I%s%s', relname, ' partition by ' || pg_get_partkeydef(oid), ' with ' || reloptions::text) AS line
FROM relation WHERE relkind IN ('r', 'p')
UNION ALL
SELECT format('column %I.%I %s%s%s%s storage %s', r.relname, a.attname, format_type(a.atttypid, a.atttypmod),
  CASE WHEN a.attnotnull THEN ' not null' END, ' default ' || pg_get_expr(d.adbin, d.adrelid),
  ' collate ' || nullif(a.attcollation, t.typcollation)::regcollation::text, a.attstorage)
FROM relation r JOIN pg_attribute a ON a.attrelid = r.oid AND a.attnum > 0 AND NOT a.attisdropped
JOIN pg_type t ON t.oid = a.atttypid LEFT JOIN pg_attrdef d ON d.adrelid = r.oid AND d.adnum = a.attnum
WHERE r.relkind IN ('r', 'p', 'v')
UNION ALL
SELECT format('constraint %I.%I %s', r.relname, k.conname, pg_get_constraintdef(k.oid))
FROM relation r JOIN pg_constraint k ON k.conrelid = r.oid
UNION ALL
SELECT pg_get_indexdef(i.indexrelid)
FROM relation r JOIN pg_index i ON i.indrelid = r.oid
UNION ALL
SELECT format('%s (%s)', pg_get_triggerdef(g.oid), g.tgenabled)
FROM relation r JOIN pg_trigger g ON g.tgrelid = r.oid AND NOT g.tgisinternal
UNION ALL
SELECT format('view %I %s', relname, pg_get_viewdef(oid)) FROM relation WHERE relkind IN ('v', 'm')
UNION ALL
SELECT format('sequence %I', relname) FROM relation WHERE relkind = 'S'
UNION ALL
SELECT pg_get_functiondef(p.oid) FROM pg_proc p
WHERE p.pronamespace = 'public'::regnamespace AND p.prokind IN ('f', 'p')
  AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.objid = p.oid AND d.deptype = 'e')
UNION ALL
SELECT format('enum %I %s', t.typname, array_agg(e.enumlabel ORDER BY e.enumsortorder))
FROM pg_type t JOIN pg_enum e ON e.enumtypid = t.oid
WHERE t.typnamespace = 'public'::regnamespace GROUP BY t.typname
UNION ALL
SELECT format('extension %I', extname) FROM pg_extension WHERE extname <> 'plpgsql'`;

/** What the database is made of, a line for each thing: equal databases give equal sets. */
export async function readCatalogue(client: pg.Client): Promise<Set<string>> {
  const { rows } = await client.query<{ line: string }>(catalogueQuery);
  return new Set(rows.map((row) => row.line));
}
