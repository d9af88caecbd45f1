import type { ManagedViewerMap } from '@virtualcafe/contracts';
import { describe, expect, it } from 'vitest';
import { newMapIds, outcomeOf, workOn } from './map-work.js';

const map = (id: string, change: Partial<ManagedViewerMap> = {}): ManagedViewerMap => ({
  id,
  type: 'RENDER',
  version: 1,
  isDraco: false,
  variants: [],
  status: 'PROCESSING',
  isActive: false,
  source: 'UPLOAD',
  sourceMapId: null,
  report: null,
  progress: null,
  createdAt: '2026-01-01T00:00:00.000Z',
  ...change,
});

describe('workOn', () => {
  it('is nothing when all is done', () => {
    expect(workOn([map('a', { status: 'READY' })])).toBeNull();
  });

  it('tells of the map that is farthest behind', () => {
    const ahead = map('a', { progress: { stage: 'storing', done: 0.9 } });
    const behind = map('b', { progress: { stage: 'converting', done: 0.254 } });
    expect(workOn([ahead, behind])).toEqual({ stage: 'converting', percent: 25 });
  });

  it('has no percentage before it began', () => {
    expect(workOn([map('a')])).toEqual({ stage: 'waiting', percent: null });
    expect(workOn([map('a', { progress: { stage: 'waiting', done: 0 } })])).toEqual({
      stage: 'waiting',
      percent: null,
    });
  });
});

describe('outcomeOf', () => {
  const shown = (id: string) => map(id, { status: 'READY', isActive: true });

  it.each([
    ['underway', [map('a'), shown('b')]],
    ['underway', [shown('a')]],
    ['open', [shown('a'), shown('b')]],
    ['ready', [shown('a'), map('b', { status: 'READY' })]],
    ['refused', [shown('a'), map('b', { status: 'REFUSED' })]],
  ] as const)('is %s', (outcome, maps) => {
    expect(outcomeOf(maps, ['a', 'b'])).toBe(outcome);
  });
});

describe('newMapIds', () => {
  it('are those that were not there', () => {
    expect(newMapIds([map('a')], [map('b'), map('a'), map('c')])).toEqual(['b', 'c']);
  });
});
