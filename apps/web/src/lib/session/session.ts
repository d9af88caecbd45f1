import type { Session } from '@virtualcafe/contracts';
import { errorOfAnswer, unreachable } from '../api/api-error.js';
import { readText, writeText } from '../preferences/stored-text.js';
import { SessionKeeper, type SessionEvent } from './session-keeper.js';

const markerKey = 'vc.signed-in';
const lockName = 'vc.session-refresh';
const tabs = new BroadcastChannel('vc.session');

async function refresh(): Promise<Session | null> {
  // keepalive: when the page is left meanwhile, the browser still stores the rotated cookie of the answer.
  const response = await fetch('/api/v1/auth/refresh', { method: 'POST', keepalive: true }).catch((cause: unknown) => {
    throw unreachable(cause);
  });
  if (response.ok) return (await response.json()) as Session;
  if (response.status === 401) return null;
  throw errorOfAnswer(response, await response.json().catch(() => undefined));
}

// Web Locks exist in secure contexts only (https and localhost); elsewhere a tab can but trust to luck.
const exclusively = <T>(task: () => Promise<T>): Promise<T> =>
  'locks' in navigator ? navigator.locks.request(lockName, task) : task();

/** The session of this tab. */
export const session = new SessionKeeper({
  refresh,
  exclusively,
  marker: {
    isSet: () => readText(markerKey) !== null,
    set: (isSignedIn) => writeText(markerKey, isSignedIn ? '1' : null),
  },
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a BroadcastChannel reaches its own origin only
  announce: (event) => tabs.postMessage(event),
  now: () => Date.now(),
});

tabs.addEventListener('message', ({ data }: MessageEvent<SessionEvent>) => session.hear(data));
