import { useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router';

export const roomTabs = ['make', 'upload', 'versions', 'settings', 'people', 'share'] as const;
export type RoomTab = (typeof roomTabs)[number];

/**
 * The tab that is shown, and a way to show another. The address names it (`?tab=share`), so that a reload and a link
 * lead to the same one; `first` is shown where it names none.
 */
export function useRoomTab(first: RoomTab): [RoomTab, (tab: RoomTab) => void] {
  const [search] = useSearchParams();
  const navigate = useNavigate();
  const [tab, setTab] = useState(() => roomTabs.find((each) => each === search.get('tab')) ?? first);
  const showTab = (next: RoomTab): void => {
    setTab(next);
    void navigate({ search: `?tab=${next}` }, { replace: true, preventScrollReset: true });
  };
  return [tab, showTab];
}
