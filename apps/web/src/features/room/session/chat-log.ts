import type { ChatMessage, Welcome } from '@virtualcafe/contracts';

/** Something said here that the room has not numbered yet. */
export interface OutgoingMessage {
  /** Its own name, also when it is sent again: the room says nothing twice under one. */
  readonly nonce: string;
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
}

/** As many as a room keeps; older ones are let go. */
const keptMessages = 200;

export const emptyChatLog: ChatLog = { messages: [], outgoing: [] };

/** The number of the newest message that is known: what a connection goes on from. */
export const lastSequence = ({ messages }: ChatLog): number => messages.at(-1)?.sequence ?? 0;

/** A message from the room; one of one's own takes the place of what was on its way. */
export function withMessage(log: ChatLog, message: ChatMessage): ChatLog {
  if (message.sequence <= lastSequence(log)) return log;
  const messages = [...log.messages, message].slice(-keptMessages);
  return { messages, outgoing: log.outgoing.filter(({ nonce }) => nonce !== message.nonce) };
}

/**
 * What the room told on arrival. What was on its way when the connection was lost and is not among it goes out again; where messages
 * between are gone nobody knows whether it was heard, and whoever wrote it decides.
 */
export function withHistory(log: ChatLog, { messages, isComplete }: Welcome['chat']): ChatLog {
  const begun: ChatLog = isComplete ? log : { ...log, messages: [] };
  const merged = messages.reduce(withMessage, begun);
  const outgoing = merged.outgoing.map((each): OutgoingMessage => {
    if (each.state !== 'sending') return each;
    return isComplete ? { ...each, state: 'waiting' } : { ...each, state: 'failed', code: null };
  });
  return { ...merged, outgoing };
}

export const withOutgoing = (log: ChatLog, nonce: string, text: string): ChatLog => ({
  ...log,
  outgoing: [...log.outgoing, { nonce, text, state: 'waiting', code: null }],
});

const changed = (log: ChatLog, nonce: string, change: Partial<OutgoingMessage>): ChatLog => ({
  ...log,
  outgoing: log.outgoing.map((each) => (each.nonce === nonce ? { ...each, ...change } : each)),
});

export const withSent = (log: ChatLog, nonce: string): ChatLog => changed(log, nonce, { state: 'sending' });

export const withFailed = (log: ChatLog, nonce: string, code: string | null): ChatLog =>
  changed(log, nonce, { state: 'failed', code });

/** To be sent once more, as the last. */
export function withRetry(log: ChatLog, nonce: string): ChatLog {
  const message = log.outgoing.find((each) => each.nonce === nonce && each.state === 'failed');
  return message === undefined ? log : withOutgoing(withDropped(log, nonce), nonce, message.text);
}

export const withDropped = (log: ChatLog, nonce: string): ChatLog => ({
  ...log,
  outgoing: log.outgoing.filter((each) => each.nonce !== nonce),
});

/** The room has numbered it. Its message may have come before this was known, and then it is gone from here already. */
export const withAccepted = (log: ChatLog, nonce: string, sequence: number): ChatLog =>
  lastSequence(log) >= sequence ? withDropped(log, nonce) : log;
