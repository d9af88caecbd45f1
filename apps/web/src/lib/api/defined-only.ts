/** As `T`, all the way down, where an optional field is left out rather than undefined: what `exactOptionalPropertyTypes` asks for. */
export type DefinedOnly<T> = T extends readonly (infer Item)[]
  ? DefinedOnly<Item>[]
  : T extends object
    ? { [K in keyof T]: DefinedOnly<Exclude<T[K], undefined>> }
    : T;

/** Leaves out the fields that are undefined, at every depth, as JSON does. */
export function definedOnly<T>(value: T): DefinedOnly<T> {
  return withoutUndefined(value) as DefinedOnly<T>;
}

function withoutUndefined(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutUndefined);
  if (typeof value !== 'object' || value === null) return value;
  const fields = Object.entries(value).filter(([, field]) => field !== undefined);
  return Object.fromEntries(fields.map(([name, field]) => [name, withoutUndefined(field)]));
}
