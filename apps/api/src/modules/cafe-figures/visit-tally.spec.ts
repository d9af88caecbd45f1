import { describe, expect, it } from 'vitest';
import { VisitTally } from './visit-tally.js';

describe('the tally of visits', () => {
  it('counts pages and rooms apart, day by day, and is empty once it was taken', () => {
    const tally = new VisitTally();
    tally.add('page', '2031-05-01', 'ongi');
    tally.add('page', '2031-05-01', 'ongi');
    tally.add('room', '2031-05-01', 'ongi');
    tally.add('page', '2031-05-02', 'ongi', 3);
    expect(tally.take()).toEqual([
      { kind: 'page', day: '2031-05-01', code: 'ongi', count: 2 },
      { kind: 'room', day: '2031-05-01', code: 'ongi', count: 1 },
      { kind: 'page', day: '2031-05-02', code: 'ongi', count: 3 },
    ]);
    expect(tally.take()).toEqual([]);
  });

  it('does not grow without end for codes that are made up, and goes on with those it knows', () => {
    const tally = new VisitTally();
    for (let place = 0; place < 20_000; place += 1) tally.add('page', '2031-05-01', `made-up-${place}`);
    tally.add('page', '2031-05-01', 'made-up-0');
    const taken = tally.take();
    expect(taken).toHaveLength(10_000);
    expect(taken[0]?.count).toBe(2);
  });
});
