import { describe, expect, it } from 'vitest';
import { placementView, placeTextOf, pointOf } from './placement-view.js';

const place = (x: number, z: number) => ({ x: String(x), y: '0', z: String(z) });
const wide = { boundsMin: place(-100, -100), boundsMax: place(100, 100) };
const spot = (x: number, z: number) => ({
  id: 'photo-1',
  kind: 'photo' as const,
  target: '',
  ko: '',
  en: '',
  position: place(x, z),
});

describe('placementView', () => {
  it('shows a whole room with a margin', () => {
    const view = placementView({
      hotspots: [],
      spawnPoint: place(0, 3),
      boundsMin: place(-5, -4),
      boundsMax: place(5, 4),
    });
    expect(view).toEqual({ x: -7, z: -6, width: 14, depth: 12 });
  });

  it('shows what lies around the places where the bounds say nothing', () => {
    expect(placementView({ ...wide, hotspots: [spot(10, 0)], spawnPoint: place(0, 0) })).toEqual({
      x: -2,
      z: -4,
      width: 14,
      depth: 8,
    });
  });

  it('minds no place that is just being typed', () => {
    const typing = { ...spot(0, 0), position: { x: '-', y: '1', z: '' } };
    expect(placementView({ ...wide, hotspots: [typing], spawnPoint: place(0, 0) }).width).toBe(8);
    expect(pointOf(typing.position)).toBeNull();
  });
});

describe('placeTextOf', () => {
  it('writes no more than a hand can point at, and no minus zero', () => {
    expect(placeTextOf({ x: -5.278, z: -0.02 })).toEqual({ x: '-5.3', z: '0' });
  });
});
