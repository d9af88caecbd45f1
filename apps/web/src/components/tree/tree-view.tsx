import { ChevronRight } from 'lucide-react';
import {
  useEffect,
  useEffectEvent,
  useId,
  useRef,
  useState,
  type CSSProperties,
  type KeyboardEvent,
  type ReactNode,
} from 'react';
import { moveFor, type TreeItem, type TreeMove, type TreeRow } from './tree-model.js';
import styles from './tree-view.module.css';

type TreeViewProps<T extends TreeItem> = {
  label: string;
  rows: readonly TreeRow<T>[];
  selectedId: string | null;
  onSelect: (item: T) => void;
  onExpand: (id: string, isExpanded: boolean) => void;
  /** What stands behind the name: a count, a badge. */
  note?: (item: T) => ReactNode;
  isDimmed?: (item: T) => boolean;
  /** Items that are shown but cannot be chosen. */
  isDisabled?: (item: T) => boolean;
};

/** A tree of which one item can be chosen: one tab stop, then the arrow keys, Enter or Space. */
export function TreeView<T extends TreeItem>(props: TreeViewProps<T>) {
  const { label, rows, selectedId, onExpand, onSelect } = props;
  const { listRef, tabStopId, focusRow } = useRovingFocus(rows, selectedId);

  const carryOut = (move: TreeMove): void => {
    if ('focus' in move) focusRow(move.focus);
    else if ('expand' in move) onExpand(move.expand, true);
    else onExpand(move.collapse, false);
  };

  const onKeyDown = (event: KeyboardEvent, row: TreeRow<T>): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      if (!props.isDisabled?.(row.item)) onSelect(row.item);
      return;
    }
    const move = moveFor(rows, row.item.id, event.key);
    if (move === null) return;
    event.preventDefault();
    carryOut(move);
  };

  return (
    <ul ref={listRef} role="tree" aria-label={label} className={styles['tree']}>
      {rows.map((row) => (
        <TreeLine
          key={row.item.id}
          {...props}
          row={row}
          isTabStop={row.item.id === tabStopId}
          onKeyDown={onKeyDown}
          onFocus={() => focusRow(row.item.id)}
        />
      ))}
    </ul>
  );
}

type TreeLineProps<T extends TreeItem> = Omit<TreeViewProps<T>, 'rows' | 'label'> & {
  row: TreeRow<T>;
  isTabStop: boolean;
  onKeyDown: (event: KeyboardEvent, row: TreeRow<T>) => void;
  onFocus: () => void;
};

function TreeLine<T extends TreeItem>({ row, isTabStop, onKeyDown, onFocus, ...tree }: TreeLineProps<T>) {
  const { item, level, position, siblingCount, hasChildren, isExpanded } = row;
  const nameId = useId();
  const isDisabled = tree.isDisabled?.(item) ?? false;
  return (
    <li
      role="treeitem"
      data-id={item.id}
      tabIndex={isTabStop ? 0 : -1}
      aria-level={level}
      aria-posinset={position}
      aria-setsize={siblingCount}
      aria-expanded={hasChildren ? isExpanded : undefined}
      aria-selected={item.id === tree.selectedId}
      aria-disabled={isDisabled || undefined}
      aria-labelledby={nameId}
      className={styles['line']}
      data-dimmed={tree.isDimmed?.(item) || undefined}
      style={{ '--level': level - 1 } as CSSProperties}
      onFocus={onFocus}
      onKeyDown={(event) => onKeyDown(event, row)}
      onClick={() => (isDisabled ? undefined : tree.onSelect(item))}
    >
      {hasChildren ? (
        <Twist onClick={() => tree.onExpand(item.id, !isExpanded)} />
      ) : (
        <span className={styles['twist']} />
      )}
      <span id={nameId} className={styles['name']}>
        {item.name}
        {tree.note !== undefined && <span className={styles['note']}>{tree.note(item)}</span>}
      </span>
    </li>
  );
}

/** Opens and closes a branch by the mouse. */
const Twist = ({ onClick }: { onClick: () => void }) => (
  // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-static-element-interactions -- the keyboard has the arrow keys, at the line itself
  <span
    className={styles['twist']}
    onClick={(event) => {
      event.stopPropagation();
      onClick();
    }}
  >
    <ChevronRight aria-hidden />
  </span>
);

/** One line of the tree is in the tab order: the one focused last, else the chosen one, else the first. */
function useRovingFocus<T extends TreeItem>(rows: readonly TreeRow<T>[], selectedId: string | null) {
  const listRef = useRef<HTMLUListElement>(null);
  const [focusedId, setFocusedId] = useState<string | null>(null);
  const isShown = (id: string | null): id is string => id !== null && rows.some(({ item }) => item.id === id);
  const tabStopId = [focusedId, selectedId].find(isShown) ?? rows[0]?.item.id ?? null;

  const lineOf = (id: string): HTMLElement | null | undefined =>
    listRef.current?.querySelector<HTMLElement>(`[data-id="${CSS.escape(id)}"]`);

  // A choice made elsewhere (a search, a region just created) is scrolled to.
  const showChosen = useEffectEvent((id: string) => lineOf(id)?.scrollIntoView({ block: 'nearest' }));
  useEffect(() => {
    if (selectedId !== null) showChosen(selectedId);
  }, [selectedId]);

  const focusRow = (id: string): void => {
    setFocusedId(id);
    lineOf(id)?.focus();
  };
  return { listRef, tabStopId, focusRow };
}
