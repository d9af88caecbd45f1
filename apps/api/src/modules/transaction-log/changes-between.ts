import { isDeepStrictEqual } from 'node:util';

/** The fields that differ, as they were and as they became: what the transaction log keeps of an edit. Null when nothing differs. */
export function changesBetween<T extends object>(
  before: T,
  after: T,
): { before: Partial<T>; after: Partial<T> } | null {
  const keys = (Object.keys(after) as (keyof T)[]).filter((key) => !isDeepStrictEqual(before[key], after[key]));
  if (keys.length === 0) return null;
  const pick = (record: T) => Object.fromEntries(keys.map((key) => [key, record[key]])) as Partial<T>;
  return { before: pick(before), after: pick(after) };
}
