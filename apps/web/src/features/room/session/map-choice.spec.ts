import type { MapLink } from '@virtualcafe/contracts';
import { describe, expect, it } from 'vitest';
import { chooseMaps, type Surroundings, wantsLightMap } from './map-choice.js';

const desk: Surroundings = {
  savesData: false,
  memoryGb: 8,
  shortScreenSide: 900,
  hasFinePointer: true,
  quality: 'auto',
};

const link = (type: MapLink['type'], variant: MapLink['variant']): MapLink => ({
  mapId: '0190d9a0-0000-7000-8000-000000000000',
  type,
  version: 1,
  variant,
  url: `/${type}-${variant}`,
  contentHash: '00',
  sizeBytes: 1,
  expiresAt: '2030-01-01T00:00:00.000Z',
});

describe('the lighter map', () => {
  it('is for phones, little memory, saved data and who asks for it', () => {
    expect(wantsLightMap(desk)).toBe(false);
    expect(wantsLightMap({ ...desk, hasFinePointer: false, shortScreenSide: 390 })).toBe(true);
    expect(wantsLightMap({ ...desk, hasFinePointer: false, shortScreenSide: 820 })).toBe(false);
    expect(wantsLightMap({ ...desk, memoryGb: 2 })).toBe(true);
    expect(wantsLightMap({ ...desk, memoryGb: null })).toBe(false);
    expect(wantsLightMap({ ...desk, savesData: true })).toBe(true);
    expect(wantsLightMap({ ...desk, quality: 'low' })).toBe(true);
    expect(wantsLightMap({ ...desk, savesData: true, quality: 'high' })).toBe(false);
  });
});

describe('the files of a room', () => {
  const links = [
    link('RENDER', 'MOBILE'),
    link('RENDER', 'DESKTOP'),
    link('COLLIDER', 'DESKTOP'),
    link('RENDER', 'ORIGINAL'),
  ];

  it('are the ones made for the device', () => {
    expect(chooseMaps(links, false)?.render.variant).toBe('DESKTOP');
    expect(chooseMaps(links, true)?.render.variant).toBe('MOBILE');
    expect(chooseMaps(links, true)?.collider.url).toBe('/COLLIDER-DESKTOP');
  });

  it('are what there is when the fitting one is missing', () => {
    expect(chooseMaps([link('RENDER', 'DESKTOP'), link('COLLIDER', 'MOBILE')], true)?.render.variant).toBe('DESKTOP');
  });

  it('are none without both', () => {
    expect(chooseMaps([link('RENDER', 'DESKTOP')], false)).toBeNull();
    expect(chooseMaps([], false)).toBeNull();
  });
});
