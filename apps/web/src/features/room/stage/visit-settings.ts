import { useSyncExternalStore } from 'react';
import { readText, writeText } from '../../../lib/preferences/stored-text.js';
import type { ViewerQuality } from '../../../viewer/room-viewer.types.js';

export const qualities = ['auto', 'low', 'medium', 'high'] as const satisfies readonly ViewerQuality[];

/** How rooms are shown on this device. */
export interface VisitSettings {
  readonly quality: ViewerQuality;
  /** Null: as the system wants it. */
  readonly reducedMotion: boolean | null;
}

const qualityKey = 'vc.room.quality';
const motionKey = 'vc.room.reduced-motion';
const listeners = new Set<() => void>();
const systemReducesMotion = matchMedia('(prefers-reduced-motion: reduce)');

const isQuality = (value: string | null): value is ViewerQuality => qualities.some((quality) => quality === value);

function kept(): VisitSettings {
  const quality = readText(qualityKey);
  const motion = readText(motionKey);
  return { quality: isQuality(quality) ? quality : 'auto', reducedMotion: motion === null ? null : motion === 'true' };
}

let current = kept();

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  systemReducesMotion.addEventListener('change', listener);
  return () => {
    listeners.delete(listener);
    systemReducesMotion.removeEventListener('change', listener);
  };
}

/** Sets and keeps them. */
export function chooseSettings(change: Partial<VisitSettings>): void {
  current = { ...current, ...change };
  writeText(qualityKey, current.quality);
  writeText(motionKey, current.reducedMotion === null ? null : String(current.reducedMotion));
  for (const listener of listeners) listener();
}

export const currentQuality = (): ViewerQuality => current.quality;
export const reducesMotion = (): boolean => current.reducedMotion ?? systemReducesMotion.matches;

export const useQuality = (): ViewerQuality => useSyncExternalStore(subscribe, currentQuality);
export const useReducedMotion = (): boolean => useSyncExternalStore(subscribe, reducesMotion);
