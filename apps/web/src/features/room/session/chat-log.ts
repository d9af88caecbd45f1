import type { ChatMessage, Welcome } from '@virtualcafe/contracts';

/** Something said here that the room has not numbered yet. */
export interface OutgoingMessage {
  /** Of this log, rising. */
  readonly localId: number;
  readonly text: string;
  /** `waiting`: to be sent when the connection is there. `sending`: sent, not yet acknowledged. */
  readonly state: 'waiting' | 'sending' | 'failed';
  /** Why it failed: the room's code. */
  readonly code: string | null;
}

/** What was said in a room, as far as it is known here: numbered messages in order, then what is on its way. */
export interface ChatLog {
  readonly messages: readonly ChatMessage[];
  readonly outgoing: readonly OutgoingMessage[];
  readonly lastLocalId: number;
}

/** As many as a room keeps; older ones are let go. */
const keptMessages = 200;

export const emptyChatLog: ChatLog = { messages: [], outgoing: [], lastLocalId: 0 };

/** The number of the newest message that is known: what a connection goes on from. */
export const lastSequence = ({ messages }: ChatLog): number => messages.at(-1)?.sequence ?? 0;

/**
 * A message from the room. One of one's own is the oldest that is on its way: the room answers in order.
 * @param isOwn Whether it was said here, also before a new ticket gave one another key.
 */
export function withMessage(log: ChatLog, message: ChatMessage, isOwn: boolean): ChatLog {
  if (message.sequence <= lastSequence(log)) return log;
  const messages = [...log.messages, message].slice(-keptMessages);
  return { ...log, messages, outgoing: isOwn ? withoutOldestSent(log.outgoing) : log.outgoing };
}

function withoutOldestSent(outgoing: readonly OutgoingMessage[]): readonly OutgoingMessage[] {
  const index = outgoing.findIndex(({ state }) => state === 'sending');
  return index < 0 ? outgoing : outgoing.toSpliced(index, 1);
}

/**
 * What the room told on arrival. What was on its way when the connection was lost and is not among it goes out again; where messages
 * between are gone nobody knows whether it was heard, and whoever wrote it decides.
 */
export function withHistory(
  log: ChatLog,
  { messages, isComplete }: Welcome['chat'],
  isOwn: (message: ChatMessage) => boolean,
): ChatLog {
  const begun: ChatLog = isComplete ? log : { ...log, messages: [] };
  const merged = messages.reduce((current, message) => withMessage(current, message, isOwn(message)), begun);
  const outgoing = merged.outgoing.map((each): OutgoingMessage => {
    if (each.state !== 'sending') return each;
    return isComplete ? { ...each, state: 'waiting' } : { ...each, state: 'failed', code: null };
  });
  return { ...merged, outgoing };
}

/** Forgets the numbered messages: those of another room of the same name have other numbers. */
export const withoutMessages = (log: ChatLog): ChatLog => ({ ...log, messages: [] });

export const withOutgoing = (log: ChatLog, text: string): ChatLog => {
  const localId = log.lastLocalId + 1;
  return { ...log, lastLocalId: localId, outgoing: [...log.outgoing, { localId, text, state: 'waiting', code: null }] };
};

const changed = (log: ChatLog, localId: number, change: Partial<OutgoingMessage>): ChatLog => ({
  ...log,
  outgoing: log.outgoing.map((each) => (each.localId === localId ? { ...each, ...change } : each)),
});

export const withSent = (log: ChatLog, localId: number): ChatLog => changed(log, localId, { state: 'sending' });

export const withFailed = (log: ChatLog, localId: number, code: string | null): ChatLog =>
  changed(log, localId, { state: 'failed', code });

/** To be sent once more, as the last. */
export function withRetry(log: ChatLog, localId: number): ChatLog {
  const message = log.outgoing.find((each) => each.localId === localId && each.state === 'failed');
  return message === undefined ? log : withOutgoing(withDropped(log, localId), message.text);
}

export const withDropped = (log: ChatLog, localId: number): ChatLog => ({
  ...log,
  outgoing: log.outgoing.filter((each) => each.localId !== localId),
});

/** The room has numbered it. Its message may have come before this was known, and then it is gone from here already. */
export const withAccepted = (log: ChatLog, localId: number, sequence: number): ChatLog =>
  lastSequence(log) >= sequence ? withDropped(log, localId) : log;
