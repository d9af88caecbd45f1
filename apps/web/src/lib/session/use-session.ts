import type { Account, Action } from '@virtualcafe/contracts';
import { useSyncExternalStore } from 'react';
import type { SessionState } from './session-keeper.js';
import { session } from './session.js';

export const useSession = (): SessionState => useSyncExternalStore(session.subscribe, session.getState);

/** Whether an account may attempt an action; only the API's own judgement counts in the end. */
export const hasAbility = (account: Account | null, action: Action): boolean =>
  account?.abilities.includes(action) ?? false;
