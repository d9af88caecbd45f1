import { useSyncExternalStore } from 'react';
import { writeText } from './stored-text.js';

export type Theme = 'light' | 'dark';

// The kept choice is put on <html data-theme> before the first paint by public/appearance.js, under the same key.
const storageKey = 'vc.theme';
const root = document.documentElement;
const listeners = new Set<() => void>();
const systemIsDark = matchMedia('(prefers-color-scheme: dark)');

const systemTheme = (): Theme => (systemIsDark.matches ? 'dark' : 'light');

function currentTheme(): Theme {
  const chosen = root.dataset['theme'];
  return chosen === 'light' || chosen === 'dark' ? chosen : systemTheme();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  systemIsDark.addEventListener('change', listener);
  return () => {
    listeners.delete(listener);
    systemIsDark.removeEventListener('change', listener);
  };
}

/** Sets and keeps a theme; choosing what the system has anyway goes back to following the system. */
export function chooseTheme(theme: Theme): void {
  const followsSystem = theme === systemTheme();
  writeText(storageKey, followsSystem ? null : theme);
  if (followsSystem) delete root.dataset['theme'];
  else root.dataset['theme'] = theme;
  for (const listener of listeners) listener();
}

export const useTheme = (): Theme => useSyncExternalStore(subscribe, currentTheme);
