import type { Participant, WorldData } from '@virtualcafe/contracts';
import { type ChatLog, emptyChatLog } from './chat-log.js';
import type { Roster } from './roster.js';

/** How far one is with entering, and whether one is still there. */
export type Phase =
  | { readonly kind: 'entering' }
  | { readonly kind: 'inside' }
  /** The connection is lost and will be made again. `isMoving`: the server said that it stops, all is well. */
  | { readonly kind: 'away'; readonly isMoving: boolean }
  /** Over, until one enters again. `code`: of the room or the API. */
  | { readonly kind: 'ended'; readonly code: string };

/** What is known of a visit: a new object with each change. */
export interface RoomState {
  readonly phase: Phase;
  /** Null before the first welcome. */
  readonly self: Participant | null;
  readonly world: WorldData | null;
  readonly roster: Roster;
  readonly chat: ChatLog;
  /** Whose words are not shown here: one's own choice, told to nobody. */
  readonly hiddenKeys: ReadonlySet<string>;
}

const initial: RoomState = {
  phase: { kind: 'entering' },
  self: null,
  world: null,
  roster: new Map(),
  chat: emptyChatLog,
  hiddenKeys: new Set(),
};

/** Holds the state of a visit and tells who listens of each change. */
export class RoomStore {
  private state = initial;
  private readonly listeners = new Set<() => void>();

  readonly get = (): RoomState => this.state;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  change(fields: Partial<RoomState>): void {
    this.state = { ...this.state, ...fields };
    for (const listener of this.listeners) listener();
  }
}
