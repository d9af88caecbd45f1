import { defaultWorldData, type Hotspot, type WorldData, type WorldDataChanges } from '@virtualcafe/contracts';
import { describe, expect, it } from 'vitest';
import type { AppError } from '../../platform/errors/app-error.js';
import {
  assertUsable,
  changeWorldData,
  completeWorldData,
  editViewer,
  photosOf,
  viewerChangesBetween,
  wordsOf,
} from './viewer.rules.js';

const position = { x: 1, y: 1, z: 1 };
const label = { ko: '메뉴', en: '' };
const product: Hotspot = { id: 'a', position, label, kind: 'product', target: 'p1' };
const photo = (id: string, target: string): Hotspot => ({ id, position, label, kind: 'photo', target });
const viewer = { name: '온기 방', worldData: defaultWorldData, isDisabled: false };

const errorOf = (act: () => unknown): AppError => {
  try {
    act();
  } catch (error) {
    return error as AppError;
  }
  throw new Error('It was not refused');
};
const refusedFields = (current: WorldData, changes: WorldDataChanges): (string | undefined)[] => {
  const error = errorOf(() => changeWorldData(current, changes));
  expect(error.code).toBe('request.invalid');
  return error.errors?.map(({ pointer }) => pointer) ?? [];
};

describe('a change of world data', () => {
  it('replaces the fields it names, each whole, and leaves the rest', () => {
    const changed = changeWorldData(
      { ...defaultWorldData, playerSpeed: 9 },
      { spawnPoint: { x: 1, y: 2, z: 3 }, playerHeight: undefined },
    );
    expect(changed).toEqual({ ...defaultWorldData, playerSpeed: 9, spawnPoint: { x: 1, y: 2, z: 3 } });
  });

  it('may put the spawn point on the very edge, but neither it nor the bounds so that it is outside', () => {
    const small = { min: { x: 0, y: 0, z: 0 }, max: { x: 5, y: 5, z: 5 } };
    expect(changeWorldData(defaultWorldData, { bounds: small }).bounds).toEqual(small);
    const room = { ...defaultWorldData, bounds: small };
    expect(changeWorldData(room, { spawnPoint: { x: 5, y: 5, z: 5 } }).spawnPoint).toEqual({ x: 5, y: 5, z: 5 });
    for (const spawnPoint of [
      { x: -0.01, y: 0, z: 0 },
      { x: 0, y: 5.01, z: 0 },
      { x: 0, y: 0, z: 6 },
    ])
      expect(refusedFields(room, { spawnPoint })).toEqual(['/worldData/spawnPoint']);
    const away = { min: { x: 1, y: 0, z: 0 }, max: { x: 5, y: 5, z: 5 } };
    expect(refusedFields(room, { bounds: away })).toEqual(['/worldData/spawnPoint']);
  });

  it('does not make people broader than they are tall', () => {
    expect(changeWorldData(defaultWorldData, { playerHeight: 2, playerRadius: 1 }).playerRadius).toBe(1);
    expect(refusedFields(defaultWorldData, { playerHeight: 0.3 })).toEqual(['/worldData/playerRadius']);
  });

  it('knows no minus zero: the database has none, and would make an edit of nothing a new version', () => {
    const changed = changeWorldData(defaultWorldData, { spawnPoint: { x: -0, y: 0, z: -0 } });
    expect(viewerChangesBetween(viewer, { ...viewer, worldData: changed })).toBeNull();
  });
});

describe('stored world data', () => {
  it('has the default of a field that came later', () => {
    expect(completeWorldData({ playerSpeed: 3 })).toEqual({ ...defaultWorldData, playerSpeed: 3 });
  });

  it('of before a limit became tighter does not keep a room from being hidden', () => {
    const fast = { ...viewer, worldData: { ...defaultWorldData, playerSpeed: 1000 } };
    expect(editViewer(fast, { isDisabled: true })).toEqual({ ...fast, isDisabled: true });
    expect(refusedFields(fast.worldData, { playerScale: 2 })).toEqual(['/worldData/playerSpeed']);
  });
});

describe('the difference that an edit makes', () => {
  it('is null when there is none', () => {
    expect(viewerChangesBetween(viewer, editViewer(viewer, { name: '온기 방', worldData: {} }))).toBeNull();
  });

  it('names only the fields that differ, of the world data too', () => {
    const next = editViewer(viewer, { isDisabled: true, worldData: { playerSpeed: 3, playerScale: 1 } });
    expect(viewerChangesBetween(viewer, next)).toEqual({
      before: { isDisabled: false, worldData: { playerSpeed: 6 } },
      after: { isDisabled: true, worldData: { playerSpeed: 3 } },
    });
    expect(viewerChangesBetween(viewer, { ...viewer, name: '새 방' })).toEqual({
      before: { name: '온기 방' },
      after: { name: '새 방' },
    });
  });
});

describe('photos', () => {
  const photos = photosOf({ hotspots: [product, photo('b', 'i1'), photo('c', 'i2')] });

  it('are what the photo hotspots name, by their place', () => {
    expect(photos).toEqual([
      { imageId: 'i1', pointer: '/worldData/hotspots/1/target' },
      { imageId: 'i2', pointer: '/worldData/hotspots/2/target' },
    ]);
  });

  it('that may not be used are each named', () => {
    expect(() => assertUsable(photos, new Set(['i1', 'i2']))).not.toThrow();
    const error = errorOf(() => assertUsable(photos, new Set(['i1'])));
    expect(error.code).toBe('viewer.image-unusable');
    expect(error.errors?.map(({ pointer }) => pointer)).toEqual(['/worldData/hotspots/2/target']);
  });
});

describe('the words of a search', () => {
  it.each([
    [undefined, []],
    ['', []],
    ['  ', []],
    [' 온기  방 온기 ', ['온기', '방']],
    [
      Array.from({ length: 12 }, (_, place) => `w${place}`).join(' '),
      Array.from({ length: 10 }, (_, place) => `w${place}`),
    ],
  ])('of %j are %j', (typed, words) => {
    expect(wordsOf(typed)).toEqual(words);
  });
});
