import { describe, expect, it } from 'vitest';
import { ConnectionCounts } from './connection-counts.js';
import { paceFor } from './room-pace.js';
import { SocketLimits } from './socket-limits.js';
import { MemoryUsedTickets } from './used-tickets.js';

describe('the pace', () => {
  it.each([
    [0.05, 50, 10],
    [0.39, 10, 10],
    [0.41, 10, 25],
    [0.55, 25, 50],
    [1, 50, 50],
    // It does not swing: what made it slower must be well over.
    [0.2, 25, 25],
    [0.17, 25, 10],
    [0.35, 50, 50],
    [0.24, 50, 25],
  ])('of a process busy by %d at %d ms is %d ms', (utilization, currentMs, expected) => {
    expect(paceFor(utilization, currentMs)).toBe(expected);
  });
});

describe('connections', () => {
  it('are fifty from an address, five of a user, and each end makes place for another', () => {
    const counts = new ConnectionCounts();
    expect(Array.from({ length: 6 }, () => counts.take(['home', 'me']))).toEqual([true, true, true, true, true, false]);
    expect(Array.from({ length: 46 }, () => counts.take(['home'])).filter(Boolean)).toHaveLength(45);
    expect(counts.take(['home', 'you'])).toBe(false);
    counts.release(['home', 'me']);
    expect([counts.take(['home', 'me']), counts.take(['away', 'me'])]).toEqual([true, false]);
  });
});

describe('what a connection sends', () => {
  it('is dropped beyond the limits, warned of now and then, and in the end closed', () => {
    const limits = new SocketLimits(0);
    const verdicts = Array.from({ length: 100 }, () => limits.transform(0));
    expect(verdicts.filter((verdict) => verdict === 'taken')).toHaveLength(30);
    expect(verdicts.filter((verdict) => verdict === 'warned')).toHaveLength(1);
    expect(verdicts.filter((verdict) => verdict === 'dropped')).toHaveLength(59);
    expect(verdicts.at(-1)).toBe('closed');
    expect(limits.request(0)).toBe('taken');
  });

  it('may be 20 updates and a few requests a second for ever', () => {
    const limits = new SocketLimits(0);
    const verdicts = Array.from({ length: 2000 }, (_, step) => [
      limits.transform(step * 50),
      step % 4 === 0 ? limits.request(step * 50) : 'taken',
    ]).flat();
    expect(new Set(verdicts)).toEqual(new Set(['taken']));
  });
});

describe('used tickets', () => {
  it('are remembered as long as they would be good', async () => {
    let nowMs = 0;
    const used = new MemoryUsedTickets(() => nowMs);
    expect([await used.use('a', 1000), await used.use('a', 1000), await used.use('b', 1000)]).toEqual([
      true,
      false,
      true,
    ]);
    nowMs = 999;
    expect(await used.use('a', 1000)).toBe(false);
    nowMs = 1000;
    expect(await used.use('a', 1000)).toBe(true);
  });
});
