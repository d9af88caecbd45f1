import { describe, expect, it } from 'vitest';
import { isMissingChunk } from './missing-chunk.js';

describe('isMissingChunk', () => {
  it.each([
    'Failed to fetch dynamically imported module: https://cafe.example/assets/home.js',
    'error loading dynamically imported module: https://cafe.example/assets/home.js',
    'Importing a module script failed.',
    'Unable to preload CSS for /assets/home.css',
  ])('knows %j', (message) => {
    expect(isMissingChunk(new TypeError(message))).toBe(true);
  });

  it('leaves other faults alone', () => {
    expect(isMissingChunk(new TypeError('x is not a function'))).toBe(false);
    expect(isMissingChunk('Failed')).toBe(false);
  });
});
