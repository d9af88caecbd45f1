import { describe, expect, it } from 'vitest';
import { createViewerRequest, updateViewerRequest } from './meta-viewer.js';
import { defaultWorldData, hotspot, maxHotspots, worldData, worldDataChanges } from './world-data.js';

const id = '019a0000-0000-7000-8000-000000000000';
const spot = { id: 'a', position: { x: 0, y: 1, z: 0 }, label: { ko: '메뉴', en: 'Menu' } };
const placesOf = (given: unknown): string[] =>
  worldDataChanges.safeParse(given).error?.issues.map(({ path }) => path.join('.')) ?? [];

describe('world data', () => {
  it('of a new room is sound', () => {
    expect(worldData.parse(defaultWorldData)).toEqual(defaultWorldData);
    expect(createViewerRequest.parse({ code: 'room', name: '방', cafeId: id }).worldData).toEqual({});
    expect(updateViewerRequest.safeParse({}).success).toBe(false);
  });

  it.each([Number.NaN, Infinity, -Infinity, 1e308, 1e9, -1e9, '1', null, true])('takes no number like %s', (number) => {
    for (const name of ['playerHeight', 'playerRadius', 'playerJumpForce', 'playerSpeed', 'playerScale'])
      expect(placesOf({ [name]: number })).toEqual([name]);
    expect(placesOf({ playerRotation: number, playerRotationSpeed: number })).toEqual([
      'playerRotation',
      'playerRotationSpeed',
    ]);
    for (const name of ['spawnPoint', 'worldPosition', 'worldRotation', 'worldScale'])
      expect(placesOf({ [name]: { x: 1, y: number, z: 1 } })).toEqual([`${name}.y`]);
  });

  it('reaches 5,000 m, no farther', () => {
    const reach = (x: number) => placesOf({ spawnPoint: { x, y: 0, z: 0 } });
    expect([reach(5000), reach(-5000), reach(5000.1), reach(-5000.1)]).toEqual([
      [],
      [],
      ['spawnPoint.x'],
      ['spawnPoint.x'],
    ]);
  });

  it('has bounds with some room in each direction', () => {
    const boundsOf = (max: object) => placesOf({ bounds: { min: { x: 0, y: 0, z: 0 }, max } });
    expect(boundsOf({ x: 1, y: 1, z: 1 })).toEqual([]);
    for (const axis of ['x', 'y', 'z']) expect(boundsOf({ x: 1, y: 1, z: 1, [axis]: 0 })).toEqual(['bounds']);
  });

  it('has neither unknown fields nor positions cut short', () => {
    expect(worldDataChanges.safeParse({ gravity: 9.8 }).success).toBe(false);
    expect(worldDataChanges.safeParse({ spawnPoint: { x: 0, y: 0, z: 0, w: 0 } }).success).toBe(false);
    expect(placesOf({ spawnPoint: { x: 0, y: 0 } })).toEqual(['spawnPoint.z']);
    expect(placesOf({ spawnPoint: [0, 0, 0] })).toEqual(['spawnPoint']);
  });

  it(`has up to ${maxHotspots} hotspots, each with an id of its own`, () => {
    const spots = Array.from({ length: maxHotspots + 1 }, (_, place) => ({
      ...spot,
      id: `h${place}`,
      kind: 'product',
      target: id,
    }));
    expect(placesOf({ hotspots: spots.slice(1) })).toEqual([]);
    expect(placesOf({ hotspots: spots })).toEqual(['hotspots']);
    expect(placesOf({ hotspots: [spots[0], spots[0]] })).toEqual(['hotspots']);
  });
});

describe('a hotspot', () => {
  it.each([
    ['product', id],
    ['board', id],
    ['coupon', id],
    ['photo', id],
    ['portal', 'next-room'],
    ['link', 'https://example.com/menu?lang=ko#top'],
  ])('of kind %s leads to %s', (kind, target) => {
    expect(hotspot.parse({ ...spot, kind, target })).toEqual({ ...spot, kind, target });
  });

  it.each([
    ['product', 'latte'],
    ['photo', 'https://example.com/a.png'],
    ['portal', 'Next Room'],
    ['portal', '../admin'],
    ['link', 'javascript:alert(1)'],
    ['link', ' javascript:alert(1)'],
    ['link', 'data:text/html,x'],
    ['link', '//example.com'],
    ['link', 'https://me:secret@example.com'],
    ['link', id],
    ['script', id],
    ['link', null],
  ])('of kind %s does not lead to %s', (kind, target) => {
    expect(hotspot.safeParse({ ...spot, kind, target }).success).toBe(false);
  });

  it('has a Korean label, and an English one or none', () => {
    const labelled = (label: unknown) => hotspot.safeParse({ ...spot, label, kind: 'product', target: id }).success;
    expect(labelled({ ko: '메뉴', en: '' })).toBe(true);
    for (const label of [
      { ko: ' ', en: 'Menu' },
      { ko: '메뉴' },
      { ko: '메\n뉴', en: '' },
      '메뉴',
      { ko: '가'.repeat(81), en: '' },
    ])
      expect(labelled(label)).toBe(false);
  });
});
