import type { ManagedViewerMap } from '@virtualcafe/contracts';
import { describe, expect, it } from 'vitest';
import { activePair, collidersFor, mayDelete, obstacleOf, ownColliders, pairsOf } from './map-pairs.js';

const map = (id: string, change: Partial<ManagedViewerMap>): ManagedViewerMap => ({
  id,
  type: 'RENDER',
  version: 1,
  isDraco: false,
  variants: [],
  status: 'READY',
  isActive: false,
  source: 'UPLOAD',
  sourceMapId: null,
  report: null,
  progress: null,
  createdAt: '2026-01-01T00:00:00.000Z',
  ...change,
});

const first = map('first', { version: 1, isActive: true });
const second = map('second', { version: 2 });
const ofFirst = map('of-first', {
  type: 'COLLIDER',
  version: 1,
  source: 'DERIVED',
  sourceMapId: 'first',
  isActive: true,
});
const ofSecond = map('of-second', { type: 'COLLIDER', version: 2, source: 'DERIVED', sourceMapId: 'second' });
const own = map('own', { type: 'COLLIDER', version: 3 });
const maps = [own, ofSecond, second, ofFirst, first];

describe('pairsOf', () => {
  it('gives each version the collider that was made of it, the newest first', () => {
    expect(pairsOf(maps).map(({ render, collider }) => [render.id, collider?.id])).toEqual([
      ['second', 'of-second'],
      ['first', 'of-first'],
    ]);
  });

  it('joins what was made from the form at one moment', () => {
    const createdAt = '2026-02-02T00:00:00.000Z';
    const render = map('made', { source: 'STARTER_ROOM', createdAt });
    const collider = map('made-collider', { type: 'COLLIDER', source: 'STARTER_ROOM', createdAt });
    expect(collidersFor(render, [own, collider, render])[0]?.id).toBe('made-collider');
  });

  it('keeps the pair that is active together, whatever it was made of', () => {
    const shown = { ...own, isActive: true };
    expect(collidersFor(first, [shown, { ...ofFirst, isActive: false }])[0]?.id).toBe('own');
  });

  it('offers no collider that is not ready', () => {
    expect(pairsOf([second, { ...ofSecond, status: 'PROCESSING' }])[0]?.collider).toBeNull();
  });
});

describe('activePair', () => {
  it('needs both', () => {
    expect(activePair(maps)).toEqual({ render: first, collider: ofFirst });
    expect(activePair([first, second])).toBeNull();
  });
});

describe('ownColliders', () => {
  it('are those that were uploaded', () => {
    expect(ownColliders(maps)).toEqual([own]);
  });
});

describe('obstacleOf', () => {
  it.each([
    [{ render: first, collider: ofFirst }, 'active'],
    [{ render: second, collider: ofSecond }, null],
    [{ render: second, collider: null }, 'no-collider'],
    [{ render: { ...second, status: 'REFUSED' as const }, collider: ofSecond }, 'refused'],
    [{ render: { ...second, status: 'PROCESSING' as const }, collider: ofSecond }, 'processing'],
  ])('%# is told', (pair, obstacle) => {
    expect(obstacleOf(pair)).toBe(obstacle);
  });
});

describe('mayDelete', () => {
  it('spares what is shown or being worked on', () => {
    expect([first, second, { ...second, status: 'PROCESSING' as const }].map(mayDelete)).toEqual([false, true, false]);
  });
});
