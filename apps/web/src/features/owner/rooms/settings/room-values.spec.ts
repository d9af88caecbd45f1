import { defaultWorldData, type ManagedViewer, type WorldData } from '@virtualcafe/contracts';
import { describe, expect, it } from 'vitest';
import { hotspotDraftOf, withHotspotChange, withNewHotspot, withoutHotspot } from './hotspot-drafts.js';
import { changesIn, formPointerOf, isSameIn, roomSchema, valuesOf, type RoomValues } from './room-values.js';

const id = '0198a000-0000-7000-8000-000000000001';
const room = (world: Partial<WorldData> = {}): ManagedViewer => ({
  id,
  code: 'soop',
  name: '숲',
  cafe: { id, code: 'soop', name: '숲' },
  isDisabled: false,
  isOpen: false,
  createdAt: '2026-01-01T00:00:00.000Z',
  updatedAt: '2026-01-01T00:00:00.000Z',
  photos: [],
  maps: [],
  worldData: { ...defaultWorldData, ...world },
});
const photo = {
  id: 'photo-1',
  kind: 'photo' as const,
  target: id,
  label: { ko: '창가', en: '' },
  position: { x: 1.25, y: 1.4, z: -3 },
};

const pointersOf = (values: RoomValues): string[] =>
  (roomSchema.safeParse(values).error?.issues ?? []).map(({ path }) => `/${path.join('/')}`);

describe('valuesOf and roomSchema', () => {
  it('send back what was loaded', () => {
    const world = { ...defaultWorldData, playerRotation: Math.PI / 2, hotspots: [photo] };
    const parsed = roomSchema.parse(valuesOf(room(world)));
    expect(parsed).toEqual({ ...world, name: '숲', isDisabled: false });
  });

  it('show angles in degrees', () => {
    expect(valuesOf(room({ playerRotation: Math.PI / 2 })).playerRotation).toBe('90');
  });

  it('name the fields that are wrong', () => {
    const values: RoomValues = {
      ...valuesOf(room({ hotspots: [photo] })),
      name: '',
      playerSpeed: '빨리',
      worldScale: { x: '1', y: '', z: '1' },
    };
    expect(pointersOf(values).sort()).toEqual(['/name', '/playerSpeed', '/worldScale/y']);
  });

  it('keep the rules between fields', () => {
    expect(pointersOf({ ...valuesOf(room()), playerRadius: '0.9' })).toEqual(['/playerRadius']);
    expect(pointersOf({ ...valuesOf(room()), spawnPoint: { x: '500', y: '0', z: '0' } })).toEqual(['/spawnPoint']);
  });

  it('name what is wrong with a hotspot', () => {
    const hotspots = withNewHotspot([hotspotDraftOf(photo)], 'link', valuesOf(room()).spawnPoint);
    const linked = withHotspotChange(hotspots, 'link-1', { ko: '누리집', target: 'javascript:alert(1)' });
    expect(pointersOf({ ...valuesOf(room()), hotspots: linked })).toEqual(['/hotspots/1/target']);
  });
});

describe('changesIn', () => {
  const parsed = roomSchema.parse(valuesOf(room()));

  it('sends only what was changed, the box as a whole', () => {
    expect(changesIn(parsed, ['name'])).toEqual({ name: '숲' });
    expect(changesIn(parsed, ['boundsMax', 'playerSpeed'])).toEqual({
      worldData: { bounds: defaultWorldData.bounds, playerSpeed: 6 },
    });
    expect(changesIn(parsed, ['isDisabled'])).toEqual({ isDisabled: false });
  });
});

describe('isSameIn', () => {
  it('sees a hotspot that was moved', () => {
    const before = valuesOf(room({ hotspots: [photo] }));
    const moved = withHotspotChange(before.hotspots, 'photo-1', { position: { x: '2', y: '1.4', z: '-3' } });
    expect(isSameIn('hotspots', before, { ...before, hotspots: moved })).toBe(false);
    expect(isSameIn('hotspots', before, valuesOf(room({ hotspots: [photo] })))).toBe(true);
    expect(isSameIn('name', before, { ...before, name: ' 숲 ' })).toBe(true);
  });
});

describe('formPointerOf', () => {
  it.each([
    ['/worldData/hotspots/3/target', '/hotspots/3/target'],
    ['/worldData/bounds/min/x', '/bounds/min/x'],
    ['/name', '/name'],
  ])('of %s is %s', (pointer, inForm) => {
    expect(formPointerOf(pointer)).toBe(inForm);
  });
});

describe('hotspots', () => {
  it('are given ids of their own, also after some were removed', () => {
    const spawn = { x: '0', y: '0', z: '0' };
    const two = withNewHotspot(withNewHotspot([], 'photo', spawn), 'photo', spawn);
    const three = withNewHotspot(withoutHotspot(two, 'photo-1'), 'photo', spawn);
    expect(three.map((draft) => draft.id)).toEqual(['photo-2', 'photo-3']);
  });
});
