import { Prisma } from '../../generated/prisma/client.js';

const mark = '/* planned once */';
// Statements whose text varies after all must not fill every connection's memory.
const maxNames = 200;

/**
 * Stands at the head of a raw statement that PostgreSQL shall prepare: without, it parses and plans a statement anew for each call, which for
 * a join of ten tables takes longer than to run it. Only for statements with a text or few, whose best plan is the same for
 * all parameters: after five calls PostgreSQL may keep one plan that no longer looks at them.
 */
export const plannedOnce = Prisma.raw(mark);

/** Names the statements that are marked, each by its text; the empty name is that of statements which are not kept. */
export function createStatementNames(): (statement: { readonly sql: string }) => string {
  const names = new Map<string, string>();
  return ({ sql }) => {
    if (!sql.startsWith(mark)) return '';
    const known = names.get(sql);
    if (known !== undefined) return known;
    if (names.size >= maxNames) return '';
    const name = `planned-once-${names.size}`;
    names.set(sql, name);
    return name;
  };
}
