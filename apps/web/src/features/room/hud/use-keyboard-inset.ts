import { useSyncExternalStore } from 'react';

/** CSS pixels at the bottom of the page that an on-screen keyboard lies over. */
function inset(): number {
  const { visualViewport } = window;
  if (visualViewport === null) return 0;
  return Math.max(0, Math.round(innerHeight - visualViewport.height - visualViewport.offsetTop));
}

function subscribe(listener: () => void): () => void {
  const { visualViewport } = window;
  visualViewport?.addEventListener('resize', listener);
  visualViewport?.addEventListener('scroll', listener);
  return () => {
    visualViewport?.removeEventListener('resize', listener);
    visualViewport?.removeEventListener('scroll', listener);
  };
}

export const useKeyboardInset = (): number => useSyncExternalStore(subscribe, inset);
