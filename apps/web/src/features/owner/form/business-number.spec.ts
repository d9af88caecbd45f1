import { describe, expect, it } from 'vitest';
import { groupBusinessNumber, judgeBusinessNumber } from './business-number.js';

describe('groupBusinessNumber', () => {
  it.each([
    ['', ''],
    ['12', '12'],
    ['1234', '123-4'],
    ['123456', '123-45-6'],
    ['1234567891', '123-45-67891'],
    ['123-45-67891', '123-45-67891'],
    ['12 34x56', '123-45-6'],
    ['123456789123', '123-45-67891'],
  ])('%s is %s', (typed, grouped) => {
    expect(groupBusinessNumber(typed)).toBe(grouped);
  });
});

describe('judgeBusinessNumber', () => {
  it.each([
    ['', 'empty'],
    ['123-45-6789', 'short'],
    ['123-45-67891', 'right'],
    ['123-45-67892', 'wrong'],
    ['220-81-62517', 'right'],
  ])('%s is %s', (typed, judgement) => {
    expect(judgeBusinessNumber(typed)).toBe(judgement);
  });
});
