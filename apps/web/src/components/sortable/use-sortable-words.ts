import type { Announcements, DndContextProps } from '@dnd-kit/core';
import { useTranslation } from 'react-i18next';

/** What a screen reader is told about sorting, in the language of the site. */
export function useSortableWords<T extends { id: string }>(
  items: readonly T[],
  nameOf: (item: T) => string,
): NonNullable<DndContextProps['accessibility']> {
  const { t } = useTranslation('controls');
  const total = items.length;

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

  const announcements: Announcements = {
    onDragStart: ({ active }) => t('sortable.started', wordsOf(active.id)),
    onDragOver: ({ active, over }) =>
      over === null ? t('sortable.nowhere', wordsOf(active.id)) : t('sortable.over', movedWords(active.id, over.id)),
    onDragEnd: ({ active, over }) =>
      over === null ? t('sortable.nowhere', wordsOf(active.id)) : t('sortable.ended', movedWords(active.id, over.id)),
    onDragCancel: ({ active }) => t('sortable.cancelled', wordsOf(active.id)),
  };
  return { announcements, screenReaderInstructions: { draggable: t('sortable.instructions') } };
}
