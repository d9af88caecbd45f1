import { describe, expect, it } from 'vitest';
import { StatementNames } from './statement-names.js';

describe('the names of statements', () => {
  it('are the same for the same text alone', () => {
    const names = new StatementNames();
    const first = names.nameOf('SELECT $1::integer');
    expect(first).toBeDefined();
    expect(names.nameOf('SELECT $1::integer')).toBe(first);
    expect(names.nameOf('SELECT $1::text')).not.toBe(first);
  });

  it('come to an end when texts vary without end, and those given stay', () => {
    const names = new StatementNames();
    const given = Array.from({ length: 1000 }, (_, number) => names.nameOf(`SELECT ${number}`));
    expect(new Set(given).size).toBe(201);
    expect(given.at(-1)).toBeUndefined();
    expect(names.nameOf('SELECT 0')).toBe(given[0]);
  });
});
