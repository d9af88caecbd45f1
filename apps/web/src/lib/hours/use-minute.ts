import { useSyncExternalStore } from 'react';

const minuteMs = 60_000;
// Often enough that a minute is never shown for long after it has passed.
const checkMs = 5_000;

function subscribe(listener: () => void): () => void {
  const timer = setInterval(listener, checkMs);
  return () => clearInterval(timer);
}

const currentMinute = (): number => Math.floor(Date.now() / minuteMs) * minuteMs;

/** The running minute, in milliseconds since the epoch; renders again when the next one begins. */
export const useMinute = (): number => useSyncExternalStore(subscribe, currentMinute);
