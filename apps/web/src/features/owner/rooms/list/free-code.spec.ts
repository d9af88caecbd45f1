import { viewerCode } from '@virtualcafe/contracts';
import { describe, expect, it } from 'vitest';
import { freeCode } from './free-code.js';

describe('freeCode', () => {
  it('is the wanted one where it is free', () => {
    expect(freeCode('soop', ['other'])).toBe('soop');
  });

  it('counts on from what is taken', () => {
    expect(freeCode('soop', ['soop', 'soop-2'])).toBe('soop-3');
  });

  it('stays a code that the API takes', () => {
    const long = `${'a'.repeat(37)}-bc`;
    const code = freeCode(long, [long]);
    expect(viewerCode.safeParse(code).success).toBe(true);
    expect(code).toBe(`${'a'.repeat(37)}-2`);
  });
});
