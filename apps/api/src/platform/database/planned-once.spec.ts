import { describe, expect, it } from 'vitest';
import { Prisma } from '../../generated/prisma/client.js';
import { createStatementNames, plannedOnce } from './planned-once.js';

const textOf = (statement: Prisma.Sql) => ({ sql: statement.text });

describe('the names of statements', () => {
  it('are given to marked ones alone, the same for the same text', () => {
    const nameOf = createStatementNames();
    const first = nameOf(textOf(Prisma.sql`${plannedOnce} SELECT ${1}::integer`));
    expect(first).not.toBe('');
    expect(nameOf(textOf(Prisma.sql`${plannedOnce} SELECT ${2}::integer`))).toBe(first);
    expect(nameOf(textOf(Prisma.sql`${plannedOnce} SELECT ${1}::text`))).not.toBe(first);
    expect(nameOf(textOf(Prisma.sql`SELECT ${1}::integer`))).toBe('');
  });

  it('come to an end when texts vary without end', () => {
    const nameOf = createStatementNames();
    const names = Array.from({ length: 1000 }, (_, number) =>
      nameOf(textOf(Prisma.sql`${plannedOnce} SELECT ${Prisma.raw(String(number))}`)),
    );
    expect(new Set(names).size).toBe(201);
    expect(names.at(-1)).toBe('');
    expect(names[0]).not.toBe('');
  });
});
