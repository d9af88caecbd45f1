import {
  closestCenter,
  DndContext,
  KeyboardSensor,
  MouseSensor,
  TouchSensor,
  useSensor,
  useSensors,
  type DragEndEvent,
} from '@dnd-kit/core';
import { rectSortingStrategy, SortableContext, sortableKeyboardCoordinates, useSortable } from '@dnd-kit/sortable';
import type { CSSProperties, HTMLAttributes, ReactNode, Ref } from 'react';
import { useTranslation } from 'react-i18next';
import { classNames } from '../class-names.js';
import styles from './sortable-grid.module.css';
import { useSortableWords } from './use-sortable-words.js';

/** For the button by which an item is moved with the keyboard. */
export type HandleProps = HTMLAttributes<HTMLButtonElement> & { ref: Ref<HTMLButtonElement> };

type SortableGridProps<T extends { id: string }> = {
  label: string;
  items: readonly T[];
  /** How an item is called in announcements. */
  nameOf: (item: T) => string;
  /** Positions count from 0. */
  onMove: (from: number, to: number) => void;
  children: (item: T, index: number, handle: HandleProps) => ReactNode;
  className?: string | undefined;
};

/**
 * A grid whose items are put in order by dragging (on a touch screen after holding for a moment), or with the keyboard:
 * Space on the handle, the arrow keys, Space. What happens is announced in the language of the site.
 */
export function SortableGrid<T extends { id: string }>(props: SortableGridProps<T>) {
  const { label, items, nameOf, onMove, children, className } = props;
  const words = useSortableWords(items, nameOf);
  const sensors = useSensors(
    // A click on a button inside an item is no drag.
    useSensor(MouseSensor, { activationConstraint: { distance: 6 } }),
    // Long enough to scroll the page with a finger that happens to be on a photo.
    useSensor(TouchSensor, { activationConstraint: { delay: 220, tolerance: 8 } }),
    useSensor(KeyboardSensor, { coordinateGetter: sortableKeyboardCoordinates }),
  );

  const indexOf = (id: unknown): number => items.findIndex((item) => item.id === id);
  const finish = ({ active, over }: DragEndEvent): void => {
    if (over !== null && over.id !== active.id) onMove(indexOf(active.id), indexOf(over.id));
  };

  return (
    <DndContext sensors={sensors} collisionDetection={closestCenter} onDragEnd={finish} accessibility={words}>
      <SortableContext items={items.map(({ id }) => id)} strategy={rectSortingStrategy}>
        <ol aria-label={label} className={classNames(styles['grid'], className)}>
          {items.map((item, index) => (
            <SortableItem key={item.id} id={item.id}>
              {(handle) => children(item, index, handle)}
            </SortableItem>
          ))}
        </ol>
      </SortableContext>
    </DndContext>
  );
}

function SortableItem({ id, children }: { id: string; children: (handle: HandleProps) => ReactNode }) {
  const { t } = useTranslation('controls');
  const { attributes, listeners, setNodeRef, setActivatorNodeRef, transform, transition, isDragging } = useSortable({
    id,
    attributes: { roleDescription: t('sortable.role') },
  });
  const style: CSSProperties = {
    transform: transform === null ? undefined : `translate3d(${transform.x}px, ${transform.y}px, 0)`,
    transition,
  };
  // The whole item can be dragged; the keyboard sensor starts only from the handle, its activator.
  return (
    <li
      ref={setNodeRef}
      style={style}
      className={styles['item']}
      data-dragging={isDragging || undefined}
      {...listeners}
    >
      {children({ ref: setActivatorNodeRef, ...attributes })}
    </li>
  );
}
