import type { ChatMessage, Viewer } from '@virtualcafe/contracts';
import { createContext, useContext, useSyncExternalStore } from 'react';
import type { RoomViewer } from '../../viewer/room-viewer.types.js';
import type { RoomSession } from './session/room-session.js';
import type { RoomState } from './session/room-state.js';

/** What is open over the room; one at a time. */
export type Panel =
  | { readonly kind: 'people' | 'settings' | 'share' }
  | { readonly kind: 'person'; readonly key: string }
  /** `message`: what the report is about; null for the person themselves. */
  | { readonly kind: 'report'; readonly key: string; readonly message: ChatMessage | null }
  | { readonly kind: 'spot'; readonly id: string };

export interface Visit {
  readonly room: Viewer;
  readonly session: RoomSession;
  readonly viewer: RoomViewer;
  readonly isEmbedded: boolean;
  readonly openPanel: (panel: Panel) => void;
  /** Nothing happens when another kind is open meanwhile: a dialog tells of its end a moment later. */
  readonly closePanel: (kind: Panel['kind']) => void;
  readonly leave: () => void;
}

export const VisitContext = createContext<Visit | null>(null);

/** The visit that a part of the room's page belongs to. */
export function useVisit(): Visit {
  const visit = useContext(VisitContext);
  if (visit === null) throw new Error('There is no visit around this component');
  return visit;
}

export const useStateOf = ({ store }: RoomSession): RoomState => useSyncExternalStore(store.subscribe, store.get);

export const useVisitState = (): RoomState => useStateOf(useVisit().session);
