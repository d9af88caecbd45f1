import type { ChatMessage } from '@virtualcafe/contracts';
import { describe, expect, it } from 'vitest';
import {
  type ChatLog,
  emptyChatLog,
  lastSequence,
  withAccepted,
  withDropped,
  withFailed,
  withHistory,
  withMessage,
  withOutgoing,
  withRetry,
  withSent,
} from './chat-log.js';

const said = (sequence: number, text = `말 ${sequence}`, nonce?: string): ChatMessage => ({
  sequence,
  key: 'other-other-oth1',
  nickname: '온기',
  text,
  atMs: 1000 + sequence,
  ...(nonce === undefined ? {} : { nonce }),
});
const textsOf = (log: ChatLog): string[] => log.messages.map(({ text }) => text);
const statesOf = (log: ChatLog): [string, string][] => log.outgoing.map(({ text, state }) => [text, state]);

/** Under its own text as a name. */
const sent = (log: ChatLog, text: string): ChatLog => withSent(withOutgoing(log, text, text), text);

describe('the chat of a room', () => {
  it('takes each message once, whatever comes twice', () => {
    const log = [said(1), said(2), said(2), said(1), said(3)].reduce(withMessage, emptyChatLog);
    expect(textsOf(log)).toEqual(['말 1', '말 2', '말 3']);
    expect(lastSequence(log)).toBe(3);
  });

  it('keeps the newest 200', () => {
    const log = Array.from({ length: 250 }, (_, index) => said(index + 1)).reduce(withMessage, emptyChatLog);
    expect([log.messages.length, log.messages[0]?.sequence]).toEqual([200, 51]);
  });

  it('shows what is said here until the room has numbered it, masked as the room has it', () => {
    const log = withMessage(sent(emptyChatLog, '나쁜 말'), said(7, '** 말', '나쁜 말'));
    expect([textsOf(log), statesOf(log)]).toEqual([['** 말'], []]);
    expect(withAccepted(log, '나쁜 말', 7)).toEqual(log);
  });

  it('keeps what is on its way while others speak', () => {
    const log = withMessage(sent(emptyChatLog, '안녕'), said(1));
    expect([textsOf(log), statesOf(log)]).toEqual([['말 1'], [['안녕', 'sending']]]);
  });

  it('knows its own messages in whatever order they come', () => {
    const two = sent(sent(emptyChatLog, 'ㄱ'), 'ㄴ');
    expect(statesOf(withMessage(two, said(1, 'ㄴ', 'ㄴ')))).toEqual([['ㄱ', 'sending']]);
  });

  it('drops what was acknowledged only when its message is there', () => {
    const log = sent(emptyChatLog, '안녕');
    expect(statesOf(withAccepted(log, '안녕', 4))).toEqual([['안녕', 'sending']]);
    expect(statesOf(withAccepted(withMessage(log, said(4, '다른 말')), '안녕', 4))).toEqual([]);
  });
});

describe('after the connection was lost', () => {
  const before = [said(1), said(2)].reduce(withMessage, emptyChatLog);

  it('goes on without gap or double', () => {
    const log = withHistory(before, { messages: [said(2), said(3), said(4)], isComplete: true });
    expect(textsOf(log)).toEqual(['말 1', '말 2', '말 3', '말 4']);
  });

  it('replaces everything when some between are gone', () => {
    const log = withHistory(before, { messages: [said(300), said(301)], isComplete: false });
    expect(textsOf(log)).toEqual(['말 300', '말 301']);
  });

  it('replaces everything also when the room counts from the beginning again', () => {
    const log = withHistory(before, { messages: [said(1, '새 방')], isComplete: false });
    expect(textsOf(log)).toEqual(['새 방']);
  });

  it('sends again what was not heard, and not what was', () => {
    const log = sent(sent(before, '들림'), '안 들림');
    const merged = withHistory(log, { messages: [said(3, '들림', '들림')], isComplete: true });
    expect([textsOf(merged), statesOf(merged)]).toEqual([['말 1', '말 2', '들림'], [['안 들림', 'waiting']]]);
  });

  it('asks whoever wrote it when nobody can know', () => {
    const merged = withHistory(sent(before, '글쎄'), { messages: [said(300)], isComplete: false });
    expect(statesOf(merged)).toEqual([['글쎄', 'failed']]);
  });
});

describe('a message that failed', () => {
  const failed = withFailed(sent(sent(emptyChatLog, '하나'), '둘'), '하나', 'rate.limited');

  it('says why, and loses nothing of what was typed', () => {
    expect(failed.outgoing[0]).toEqual({ nonce: '하나', text: '하나', state: 'failed', code: 'rate.limited' });
  });

  it('goes out again after the others', () => {
    expect(statesOf(withRetry(failed, '하나'))).toEqual([
      ['둘', 'sending'],
      ['하나', 'waiting'],
    ]);
    expect(withRetry(failed, '둘')).toBe(failed);
  });

  it('can be given up', () => {
    expect(statesOf(withDropped(failed, '하나'))).toEqual([['둘', 'sending']]);
  });
});
