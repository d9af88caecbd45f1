import type { ManagedViewerMap, MapBudget } from '@virtualcafe/contracts';
import { describe, expect, it } from 'vitest';
import { lightOf, litFigures, worstLight } from './map-budget-lights.js';

const budget = (change: Partial<MapBudget> = {}): MapBudget => ({
  triangles: 50_000,
  drawCalls: 20,
  textures: 4,
  textureBytes: 10_000_000,
  nodes: 30,
  materials: 5,
  ...change,
});

const map = (
  mobile: MapBudget | null,
  variants: ManagedViewerMap['variants'] = [],
): Pick<ManagedViewerMap, 'report' | 'variants'> => ({
  report: { findings: [], budget: { original: budget({ triangles: 1_900_000 }), desktop: null, mobile } },
  variants,
});

describe('lightOf', () => {
  it.each([
    ['triangles', 150_000, 'good'],
    ['triangles', 150_001, 'fair'],
    ['triangles', 400_001, 'poor'],
    ['drawCalls', 250, 'fair'],
    ['textureBytes', 0, 'good'],
    ['sizeBytes', 40_000_000, 'poor'],
  ] as const)('of %s at %i is %s', (figure, value, light) => {
    expect(lightOf(figure, value)).toBe(light);
  });
});

describe('litFigures', () => {
  it('judges what phones are given', () => {
    const figures = litFigures(
      map(budget({ drawCalls: 120 }), [
        { fileId: 'a', variant: 'ORIGINAL', sizeBytes: 90_000_000 },
        { fileId: 'a', variant: 'MOBILE', sizeBytes: 2_000_000 },
      ]),
    );
    expect(figures.map(({ figure, light }) => [figure, light])).toEqual([
      ['sizeBytes', 'good'],
      ['triangles', 'good'],
      ['drawCalls', 'fair'],
      ['textureBytes', 'good'],
    ]);
    expect(worstLight(figures)).toBe('fair');
  });

  it('falls back to the original where nothing smaller was made', () => {
    expect(worstLight(litFigures(map(null)))).toBe('poor');
  });

  it('says nothing of a map that was not measured', () => {
    expect(litFigures({ report: null, variants: [] })).toEqual([]);
    expect(worstLight([])).toBeNull();
  });
});
