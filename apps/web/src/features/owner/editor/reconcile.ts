/** What came of bringing somebody else's changes together with one's own. */
export type Reconciled<T> = {
  /** One's own edits on top of theirs. */
  readonly values: T;
  /** The fields that only they changed, already taken over. */
  readonly received: readonly (keyof T & string)[];
  /** The fields that both changed, differently; `values` keeps one's own. */
  readonly conflicts: readonly (keyof T & string)[];
};

type IsSame<T> = (field: keyof T & string, a: T, b: T) => boolean;

/**
 * Three-way merge, field by field: `base` is what both began with. Nothing that was typed is dropped; what one did not
 * touch follows the other side.
 */
export function reconcile<T extends object>(base: T, mine: T, theirs: T, isSame: IsSame<T>): Reconciled<T> {
  const fields = Object.keys(theirs) as (keyof T & string)[];
  const changedByThem = fields.filter((field) => !isSame(field, base, theirs) && !isSame(field, mine, theirs));
  const conflicts = changedByThem.filter((field) => !isSame(field, base, mine));
  const received = changedByThem.filter((field) => isSame(field, base, mine));
  const taken = Object.fromEntries(received.map((field) => [field, theirs[field]]));
  return { values: { ...mine, ...taken }, received, conflicts };
}
