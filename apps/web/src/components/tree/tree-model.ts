/** What a tree is made of: items that name their parent, parents before children, siblings in their order. */
export type TreeItem = { readonly id: string; readonly parentId: string | null; readonly name: string };

/** One line of the tree as it is shown. */
export type TreeRow<T extends TreeItem> = {
  readonly item: T;
  /** From 1, as aria-level counts. */
  readonly level: number;
  /** From 1, among the siblings that are shown. */
  readonly position: number;
  readonly siblingCount: number;
  readonly hasChildren: boolean;
  readonly isExpanded: boolean;
};

export type Tree<T extends TreeItem> = {
  readonly byId: ReadonlyMap<string, T>;
  readonly childrenOf: (id: string | null) => readonly T[];
};

export function growTree<T extends TreeItem>(items: readonly T[]): Tree<T> {
  const byId = new Map(items.map((item) => [item.id, item]));
  const children = new Map<string | null, T[]>();
  for (const item of items) {
    const parentId = item.parentId !== null && byId.has(item.parentId) ? item.parentId : null;
    const siblings = children.get(parentId);
    if (siblings === undefined) children.set(parentId, [item]);
    else siblings.push(item);
  }
  return { byId, childrenOf: (id) => children.get(id) ?? [] };
}

/** An item with those above it, the root first. */
export function pathTo<T extends TreeItem>(tree: Tree<T>, id: string): T[] {
  const item = tree.byId.get(id);
  if (item === undefined) return [];
  return item.parentId === null ? [item] : [...pathTo(tree, item.parentId), item];
}

/** An item with everything below it. */
export function subtreeOf<T extends TreeItem>(tree: Tree<T>, id: string): T[] {
  const item = tree.byId.get(id);
  if (item === undefined) return [];
  return [item, ...tree.childrenOf(id).flatMap((child) => subtreeOf(tree, child.id))];
}

/** The items whose name holds the words, and all above them: what a search leaves of the tree. Null without words. */
export function searchTree<T extends TreeItem>(tree: Tree<T>, words: string): ReadonlySet<string> | null {
  const wanted = words.trim().normalize('NFC').toLowerCase();
  if (wanted === '') return null;
  const matches = [...tree.byId.values()].filter(({ name }) => name.toLowerCase().includes(wanted));
  return new Set(matches.flatMap(({ id }) => pathTo(tree, id).map((above) => above.id)));
}

/** The lines to show: a branch shows its children when it is expanded, or when a search has left only some of the tree. */
export function rowsOf<T extends TreeItem>(
  tree: Tree<T>,
  expanded: ReadonlySet<string>,
  found: ReadonlySet<string> | null = null,
): TreeRow<T>[] {
  const shownChildren = (id: string | null): readonly T[] =>
    found === null ? tree.childrenOf(id) : tree.childrenOf(id).filter((child) => found.has(child.id));

  const rows: TreeRow<T>[] = [];
  const addChildren = (parentId: string | null, level: number): void => {
    const siblings = shownChildren(parentId);
    for (const [index, item] of siblings.entries()) {
      const hasChildren = shownChildren(item.id).length > 0;
      const isExpanded = hasChildren && (found !== null || expanded.has(item.id));
      rows.push({ item, level, position: index + 1, siblingCount: siblings.length, hasChildren, isExpanded });
      if (isExpanded) addChildren(item.id, level + 1);
    }
  };
  addChildren(null, 1);
  return rows;
}

export type TreeMove = { readonly focus: string } | { readonly expand: string } | { readonly collapse: string };

/**
 * What a key does at a line: the keyboard of the ARIA tree pattern (up, down, right: open or step in, left: close or
 * step out, Home, End, a letter: the next line that begins with it). Null for other keys.
 */
export function moveFor<T extends TreeItem>(
  rows: readonly TreeRow<T>[],
  focusedId: string,
  key: string,
): TreeMove | null {
  const index = rows.findIndex(({ item }) => item.id === focusedId);
  const row = rows[index];
  if (row === undefined) return null;
  const focusAt = (target: number): TreeMove | null => focusOn(rows[target]);
  switch (key) {
    case 'ArrowDown':
      return focusAt(index + 1);
    case 'ArrowUp':
      return focusAt(index - 1);
    case 'Home':
      return focusAt(0);
    case 'End':
      return focusAt(rows.length - 1);
    case 'ArrowRight':
      return stepIn(row, rows[index + 1]);
    case 'ArrowLeft':
      return stepOut(row, rows);
    default:
      return key.length === 1 ? jumpTo(rows, index, key) : null;
  }
}

const focusOn = <T extends TreeItem>(row: TreeRow<T> | undefined): TreeMove | null =>
  row ? { focus: row.item.id } : null;

function stepIn<T extends TreeItem>(row: TreeRow<T>, next: TreeRow<T> | undefined): TreeMove | null {
  if (!row.hasChildren) return null;
  return row.isExpanded ? focusOn(next) : { expand: row.item.id };
}

function stepOut<T extends TreeItem>(row: TreeRow<T>, rows: readonly TreeRow<T>[]): TreeMove | null {
  if (row.isExpanded) return { collapse: row.item.id };
  return focusOn(rows.find(({ item }) => item.id === row.item.parentId));
}

function jumpTo<T extends TreeItem>(rows: readonly TreeRow<T>[], from: number, letter: string): TreeMove | null {
  const following = [...rows.slice(from + 1), ...rows.slice(0, from)];
  return focusOn(following.find(({ item }) => item.name.toLowerCase().startsWith(letter.toLowerCase())));
}
