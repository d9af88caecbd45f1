import { useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import type { CafeField } from '../form/cafe-values.js';

const tabs = ['basics', 'hours', 'photos', 'rooms', 'links', 'owners'] as const;
export type EditorTab = (typeof tabs)[number];

export const tabOfField = (field: CafeField): EditorTab => (field === 'openingHours' ? 'hours' : 'basics');

/**
 * The tab that is shown, and a way to show another. The address names it (`?tab=photos`), so that a reload and a link
 * lead to the same one.
 */
export function useEditorTab(mayChooseOwners: boolean): [EditorTab, (tab: EditorTab) => void] {
  const [search] = useSearchParams();
  const navigate = useNavigate();
  const [tab, setTab] = useState(() => {
    const named = tabs.find((each) => each === search.get('tab')) ?? 'basics';
    return named === 'owners' && !mayChooseOwners ? 'basics' : named;
  });
  const showTab = (next: EditorTab): void => {
    setTab(next);
    void navigate({ search: next === 'basics' ? '' : `?tab=${next}` }, { replace: true, preventScrollReset: true });
  };
  return [tab, showTab];
}
