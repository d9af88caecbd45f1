import { describe, expect, it } from 'vitest';
import { ChatLog } from './chat-log.js';
import { tidyChatText } from './chat-text.js';
import { keysOf } from './jamo.js';
import { WordFilter } from './word-filter.js';

describe('the text of a message', () => {
  it.each([
    ['  안녕   하세요\n여러분 ', '안녕 하세요 여러분'],
    ['카페', '카페'],
    ['e\u0301', '\u00e9'],
    ['a\u200bb\u202ec\u0000d', 'abcd'],
    ['👨‍👩‍👧 왔어요', '👨‍👩‍👧 왔어요'],
    ['Z' + '\u0335'.repeat(40), 'Z' + '\u0335'.repeat(4)],
    ['가'.repeat(300), '가'.repeat(300)],
    ['😀'.repeat(300), '😀'.repeat(300)],
  ])('%j becomes %j', (given, expected) => {
    expect(tidyChatText(given)).toBe(expected);
  });

  it.each(['', '   ', '\u200b\u3164', '\u200d', '가'.repeat(301), '😀'.repeat(301)])('%j is none', (given) => {
    expect(tidyChatText(given)).toBeNull();
  });
});

describe('keys', () => {
  it.each([
    ['발', 'ㅂㅏㄹ'],
    ['ㅂ', 'ㅂ'],
    ['닭', 'ㄷㅏㄺ'],
    ['Ａ', 'a'],
    ['É', 'e'],
  ])('of %s are %s', (letter, keys) => {
    expect(keysOf(letter)).toBe(keys);
  });
});

// Mild words stand in for those that a room really masks.
describe('the word filter', () => {
  const filter = new WordFilter(['바보', '멍청', 'darn'], ['바보새', '바보상자']);

  it.each([
    ['이 바보야', '이 **야'],
    ['ㅂㅏ보', '***'],
    ['ㅂㅏㅂㅗ 같아', '**** 같아'],
    ['바1보', '***'],
    ['바.보!', '***!'],
    ['바아아보', '****'],
    ['바 보', '***'],
    ['정말 ㅂ ㅏ ㅂ ㅗ', '정말 *******'],
    ['바보 멍청', '** **'],
    ['Darn it, DARN', '**** it, ****'],
    ['ｄａｒｎ', '****'],
  ])('makes of %j %j', (given, expected) => {
    expect(filter.mask(given)).toBe(expected);
  });

  it.each([
    '다바 보세요',
    '바보새를 보았다',
    '바보상자',
    '아바 봄',
    '밥보다 빵',
    'darning socks',
    '바 and 보',
    '바라보다',
    '',
    '카페에서 만나요 😀',
  ])('leaves %j as it is', (given) => {
    expect(filter.mask(given)).toBe(given);
  });
});

describe('the log of a talk', () => {
  const logOf = (...sequences: number[]): ChatLog<string> => {
    const log = new ChatLog<string>(3);
    for (const sequence of sequences) log.put({ sequence, message: `m${sequence}` });
    return log;
  };

  it('keeps the newest and gives what came since', () => {
    expect(new ChatLog(3).since(0)).toEqual({ messages: [], isComplete: true });
    const log = logOf(101, 102, 103, 104);
    expect(log.lastSequence).toBe(104);
    expect(log.since(102)).toEqual({
      messages: [
        { sequence: 103, message: 'm103' },
        { sequence: 104, message: 'm104' },
      ],
      isComplete: true,
    });
    expect(log.since(101).isComplete).toBe(true);
    expect(log.since(100)).toMatchObject({
      isComplete: false,
      messages: [{ sequence: 102 }, { sequence: 103 }, { sequence: 104 }],
    });
    expect([log.find(103), log.find(101)]).toEqual(['m103', undefined]);
  });

  it('takes nothing twice', () => {
    const log = logOf(1, 2);
    expect([log.put({ sequence: 2, message: 'again' }), log.put({ sequence: 3, message: 'new' })]).toEqual([
      false,
      true,
    ]);
    expect(log.since(0).messages.map(({ message }) => message)).toEqual(['m1', 'm2', 'new']);
  });

  it('hides no gap', () => {
    const log = logOf(1, 2, 5);
    expect(log.since(2)).toEqual({ messages: [{ sequence: 5, message: 'm5' }], isComplete: false });
  });

  it('of another talk is given whole', () => {
    expect(logOf(1, 2).since(7)).toMatchObject({ isComplete: false, messages: [{ sequence: 1 }, { sequence: 2 }] });
  });
});
