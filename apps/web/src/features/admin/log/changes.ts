/** One value that differs, named by its way down: "openingHours.days.0.open". `undefined`: it was not there. */
export type Change = { readonly path: string; readonly before: unknown; readonly after: unknown };

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** What is inside: of a record its fields, of a list of records its entries. Lists of plain values are read as a whole. */
const partsOf = (value: unknown): [string, unknown][] | null => {
  const isBranch = isRecord(value) || (Array.isArray(value) && value.some(isRecord));
  return isBranch ? Object.entries(value) : null;
};

/** Every single value below, by its path. */
function leavesOf(value: unknown, path = ''): [string, unknown][] {
  const parts = partsOf(value);
  if (parts === null) return path === '' ? [] : [[path, value]];
  return parts.flatMap(([name, part]) => leavesOf(part, path === '' ? name : `${path}.${name}`));
}

const isEmptyList = (value: unknown): boolean => Array.isArray(value) && value.length === 0;

/** What differs between the two sides of a log entry, value by value; all of a side when the other is missing. */
export function changesBetween(before: unknown, after: unknown): Change[] {
  const [old, young] = [new Map(leavesOf(before)), new Map(leavesOf(after))];
  return (
    [...new Set([...old.keys(), ...young.keys()])]
      .map((path) => ({ path, before: old.get(path), after: young.get(path) }))
      .filter((change) => JSON.stringify(change.before) !== JSON.stringify(change.after))
      // A list that was empty before it held records says nothing beside them.
      .filter(
        (change) => !(isEmptyList(change.before ?? change.after) && [change.before, change.after].includes(undefined)),
      )
  );
}
