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

const me = 'me-me-me-me-me-1';
const said = (sequence: number, text = `말 ${sequence}`, key = 'other-other-oth1'): ChatMessage => ({
  sequence,
  key,
  nickname: '온기',
  text,
  atMs: 1000 + sequence,
});
const isOwn = ({ key }: ChatMessage): boolean => key === me;
const textsOf = (log: ChatLog): string[] => log.messages.map(({ text }) => text);
const statesOf = (log: ChatLog): [string, string][] => log.outgoing.map(({ text, state }) => [text, state]);

const heard = (log: ChatLog, message: ChatMessage): ChatLog => withMessage(log, message, isOwn(message));
const sent = (log: ChatLog, text: string): ChatLog => {
  const waiting = withOutgoing(log, text);
  return withSent(waiting, waiting.lastLocalId);
};

describe('the chat of a room', () => {
  it('takes each message once, whatever comes twice', () => {
    const log = [said(1), said(2), said(2), said(1), said(3)].reduce(heard, emptyChatLog);
    expect(textsOf(log)).toEqual(['말 1', '말 2', '말 3']);
    expect(lastSequence(log)).toBe(3);
  });

  it('keeps the newest 200', () => {
    const log = Array.from({ length: 250 }, (_, index) => said(index + 1)).reduce(heard, emptyChatLog);
    expect([log.messages.length, log.messages[0]?.sequence]).toEqual([200, 51]);
  });

  it('shows what is said here until the room has numbered it, masked as the room has it', () => {
    const log = heard(sent(emptyChatLog, '나쁜 말'), said(7, '** 말', me));
    expect([textsOf(log), statesOf(log)]).toEqual([['** 말'], []]);
    expect(withAccepted(log, 1, 7)).toEqual(log);
  });

  it('keeps what is on its way while others speak', () => {
    const log = heard(sent(emptyChatLog, '안녕'), said(1));
    expect([textsOf(log), statesOf(log)]).toEqual([['말 1'], [['안녕', 'sending']]]);
  });

  it('takes answers in the order of what was said', () => {
    const two = sent(sent(emptyChatLog, 'ㄱ'), 'ㄴ');
    expect(statesOf(heard(two, said(1, 'ㄱ', me)))).toEqual([['ㄴ', 'sending']]);
  });

  it('drops what was acknowledged only when its message is there', () => {
    const log = sent(emptyChatLog, '안녕');
    expect(statesOf(withAccepted(log, 1, 4))).toEqual([['안녕', 'sending']]);
    expect(statesOf(withAccepted(heard(log, said(4, '다른 말')), 1, 4))).toEqual([]);
  });
});

describe('after the connection was lost', () => {
  const before = [said(1), said(2)].reduce(heard, emptyChatLog);

  it('goes on without gap or double', () => {
    const log = withHistory(before, { messages: [said(2), said(3), said(4)], isComplete: true }, isOwn);
    expect(textsOf(log)).toEqual(['말 1', '말 2', '말 3', '말 4']);
  });

  it('replaces everything when some between are gone', () => {
    const log = withHistory(before, { messages: [said(300), said(301)], isComplete: false }, isOwn);
    expect(textsOf(log)).toEqual(['말 300', '말 301']);
  });

  it('replaces everything also when the room counts from the beginning again', () => {
    const log = withHistory(before, { messages: [said(1, '새 방')], isComplete: false }, isOwn);
    expect(textsOf(log)).toEqual(['새 방']);
  });

  it('sends again what was not heard, and not what was', () => {
    const log = sent(sent(before, '들림'), '안 들림');
    const merged = withHistory(log, { messages: [said(3, '들림', me)], isComplete: true }, isOwn);
    expect([textsOf(merged), statesOf(merged)]).toEqual([['말 1', '말 2', '들림'], [['안 들림', 'waiting']]]);
  });

  it('asks whoever wrote it when nobody can know', () => {
    const merged = withHistory(sent(before, '글쎄'), { messages: [said(300)], isComplete: false }, isOwn);
    expect(statesOf(merged)).toEqual([['글쎄', 'failed']]);
  });
});

describe('a message that failed', () => {
  const failed = withFailed(sent(sent(emptyChatLog, '하나'), '둘'), 1, 'rate.limited');

  it('says why, and loses nothing of what was typed', () => {
    expect(failed.outgoing[0]).toEqual({ localId: 1, text: '하나', state: 'failed', code: 'rate.limited' });
  });

  it('goes out again after the others', () => {
    expect(statesOf(withRetry(failed, 1))).toEqual([
      ['둘', 'sending'],
      ['하나', 'waiting'],
    ]);
    expect(withRetry(failed, 2)).toBe(failed);
  });

  it('can be given up', () => {
    expect(statesOf(withDropped(failed, 1))).toEqual([['둘', 'sending']]);
  });
});
