import { useSyncExternalStore } from 'react';
import { type Surroundings, wantsLightMap } from '../session/map-choice.js';
import { currentQuality } from './visit-settings.js';

/** What browsers tell of their device beside the standard. */
interface TellingNavigator {
  readonly deviceMemory?: number;
  readonly connection?: { readonly saveData?: boolean };
}

const finePointer = matchMedia('(any-pointer: fine)');
const coarsePointer = matchMedia('(pointer: coarse)');

function surroundings(): Surroundings {
  const telling = navigator as TellingNavigator;
  return {
    savesData: telling.connection?.saveData ?? false,
    memoryGb: telling.deviceMemory ?? null,
    shortScreenSide: Math.min(screen.width, screen.height),
    hasFinePointer: finePointer.matches,
    quality: currentQuality(),
  };
}

export const wantsLightMaps = (): boolean => wantsLightMap(surroundings());

const subscribe = (listener: () => void): (() => void) => {
  coarsePointer.addEventListener('change', listener);
  return () => coarsePointer.removeEventListener('change', listener);
};

/** Whether fingers are what steers here: then stick and buttons are shown. */
export const useTouch = (): boolean => useSyncExternalStore(subscribe, () => coarsePointer.matches);
