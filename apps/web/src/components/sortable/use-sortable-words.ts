import type { Announcements, DndContextProps } from '@dnd-kit/core';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';

/** What a screen reader is told about sorting, in the language of the site. */
export function useSortableWords<T extends { id: string }>(
  items: readonly T[],
  nameOf: (item: T) => string,
): NonNullable<DndContextProps['accessibility']> {
  const { t } = useTranslation('controls');
  const total = items.length;
  const hasLeftPlace = useRef(false);

  const wordsOf = (id: unknown) => {
    const index = items.findIndex((item) => item.id === id);
    const item = items[index];
    return { name: item === undefined ? '' : nameOf(item), position: index + 1, total };
  };
  // While an item is moved the list keeps its order: the place it would take is that of the item it is over.
  const movedWords = (activeId: unknown, overId: unknown) => ({
    ...wordsOf(activeId),
    position: wordsOf(overId).position,
  });

  const wordsOver: Announcements['onDragOver'] = ({ active, over }) => {
    // Just lifted, an item is over its own place: saying so would cut off what is said of the lifting.
    if (over?.id === active.id && !hasLeftPlace.current) return undefined;
    hasLeftPlace.current = true;
    return over === null
      ? t('sortable.nowhere', wordsOf(active.id))
      : t('sortable.over', movedWords(active.id, over.id));
  };

  const announcements: Announcements = {
    onDragStart: ({ active }) => {
      hasLeftPlace.current = false;
      return t('sortable.started', wordsOf(active.id));
    },
    onDragOver: wordsOver,
    onDragEnd: ({ active, over }) =>
      over === null ? t('sortable.nowhere', wordsOf(active.id)) : t('sortable.ended', movedWords(active.id, over.id)),
    onDragCancel: ({ active }) => t('sortable.cancelled', wordsOf(active.id)),
  };
  return { announcements, screenReaderInstructions: { draggable: t('sortable.instructions') } };
}
