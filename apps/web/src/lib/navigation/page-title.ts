import { useEffect, useSyncExternalStore } from 'react';

const siteName = 'VirtualCafe';
const listeners = new Set<() => void>();
let current = siteName;
let hasNavigated = false;

const publish = (): void => {
  for (const listener of listeners) listener();
};

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/** Names the page in the tab and for screen readers; null while its name is still loading. */
export function usePageTitle(title: string | null): void {
  useEffect(() => {
    if (title === null) return;
    current = title === siteName ? siteName : `${title} · ${siteName}`;
    document.title = current;
    publish();
  }, [title]);
}

/** From the first change of page on, titles are announced: before, the browser itself has read the document's. */
export function noteNavigation(): void {
  hasNavigated = true;
  publish();
}

/** What a screen reader should be told about where one is. */
export const useAnnouncedTitle = (): string => useSyncExternalStore(subscribe, () => (hasNavigated ? current : ''));
