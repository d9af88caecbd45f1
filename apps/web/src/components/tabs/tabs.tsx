import { useEffect, useRef, type KeyboardEvent, type ReactNode } from 'react';
import styles from './tabs.module.css';

export type Tab<Id extends string> = { id: Id; label: string; mark?: ReactNode };

type TabListProps<Id extends string> = {
  /** Begins the DOM ids by which tabs and panels name each other. */
  idPrefix: string;
  label: string;
  tabs: readonly Tab<Id>[];
  active: Id;
  onSelect: (id: Id) => void;
};

const tabDomId = (prefix: string, id: string): string => `${prefix}-tab-${id}`;
const panelDomId = (prefix: string, id: string): string => `${prefix}-panel-${id}`;

/** Tabs of which one is shown: one tab stop, the arrow keys, Home and End move and show. */
export function TabList<Id extends string>({ idPrefix, label, tabs, active, onSelect }: TabListProps<Id>) {
  const listRef = useRef<HTMLDivElement>(null);

  // On a phone the tabs are a row that scrolls: the shown one may lie outside. The page itself stays where it is.
  useEffect(() => {
    const list = listRef.current;
    const shown = document.getElementById(tabDomId(idPrefix, active));
    if (list && shown)
      list.scrollLeft = shown.offsetLeft + shown.offsetWidth / 2 - list.offsetLeft - list.offsetWidth / 2;
  }, [idPrefix, active]);

  const onKeyDown = (event: KeyboardEvent): void => {
    const index = tabs.findIndex(({ id }) => id === active);
    const target = targetOf(event.key, index, tabs.length);
    const tab = target === null ? undefined : tabs[target];
    if (tab === undefined) return;
    event.preventDefault();
    onSelect(tab.id);
    listRef.current?.querySelectorAll<HTMLElement>('[role=tab]')[target ?? 0]?.focus();
  };

  return (
    <div ref={listRef} role="tablist" aria-label={label} className={styles['list']}>
      {tabs.map(({ id, label: text, mark }) => (
        <button
          key={id}
          type="button"
          role="tab"
          id={tabDomId(idPrefix, id)}
          aria-controls={panelDomId(idPrefix, id)}
          aria-selected={id === active}
          tabIndex={id === active ? 0 : -1}
          className={styles['tab']}
          onClick={() => onSelect(id)}
          onKeyDown={onKeyDown}
        >
          {text}
          {mark}
        </button>
      ))}
    </div>
  );
}

function targetOf(key: string, index: number, count: number): number | null {
  switch (key) {
    case 'ArrowRight':
      return (index + 1) % count;
    case 'ArrowLeft':
      return (index - 1 + count) % count;
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return null;
  }
}

type TabPanelProps = { idPrefix: string; id: string; isActive: boolean; children: ReactNode };

/** The content of one tab. It stays mounted while another is shown, so that nothing typed in it is lost. */
export const TabPanel = ({ idPrefix, id, isActive, children }: TabPanelProps) => (
  <div
    role="tabpanel"
    id={panelDomId(idPrefix, id)}
    aria-labelledby={tabDomId(idPrefix, id)}
    hidden={!isActive}
    className={styles['panel']}
  >
    {children}
  </div>
);
