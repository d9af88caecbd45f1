import { maxImageBytes } from '@virtualcafe/contracts';
import { describe, expect, it } from 'vitest';
import { refusalOf } from './image-file-rules.js';

const file = (name: string, type: string, size = 1000) => ({ name, type, size });

describe('refusalOf', () => {
  it('takes photos', () => {
    expect(refusalOf(file('카페.jpg', 'image/jpeg'))).toBeNull();
    expect(refusalOf(file('cafe.webp', 'image/webp', maxImageBytes))).toBeNull();
  });

  it('leaves a file without a type to the server', () => {
    expect(refusalOf(file('cafe', ''))).toBeNull();
  });

  it.each([
    ['IMG_0001.HEIC', '', 'heic'],
    ['photo', 'image/heif', 'heic'],
    ['logo.svg', 'image/svg+xml', 'type'],
    ['menu.pdf', 'application/pdf', 'type'],
  ])('refuses %s (%s) as %s', (name, type, refusal) => {
    expect(refusalOf(file(name, type))).toBe(refusal);
  });

  it('refuses what is empty or too large', () => {
    expect(refusalOf(file('a.png', 'image/png', 0))).toBe('empty');
    expect(refusalOf(file('a.png', 'image/png', maxImageBytes + 1))).toBe('size');
  });
});
