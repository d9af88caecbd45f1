import { describe, expect, it } from 'vitest';
import { drawQr, qrSvg } from './qr-drawing.js';

/** The modules that a path fills, as "column row". */
const filled = (path: string): Set<string> =>
  new Set(Array.from(path.matchAll(/M(\d+) (\d+)h1v1h-1z/g), ([, column, row]) => `${column} ${row}`));

describe('the QR code of a poster', () => {
  const drawing = drawQr('https://cafe.example/r/on-gi');
  const modules = filled(drawing.path);

  it('has a finder pattern in three corners, with a quiet zone of four around all', () => {
    expect((drawing.size - 8 - 17) % 4).toBe(0);
    const far = drawing.size - 4 - 7;
    for (const [left, top] of [
      [4, 4],
      [far, 4],
      [4, far],
    ] as const) {
      expect([modules.has(`${left} ${top}`), modules.has(`${left + 6} ${top + 6}`)]).toEqual([true, true]);
      expect([modules.has(`${left + 1} ${top + 1}`), modules.has(`${left + 3} ${top + 3}`)]).toEqual([false, true]);
    }
    for (const module of modules) {
      const [column = 0, row = 0] = module.split(' ').map(Number);
      expect(Math.min(column, row)).toBeGreaterThanOrEqual(4);
      expect(Math.max(column, row)).toBeLessThan(drawing.size - 4);
    }
  });

  it('differs by the address, and is the same for the same', () => {
    expect(drawQr('https://cafe.example/r/on-gi')).toEqual(drawing);
    expect(drawQr('https://cafe.example/r/on-ga').path).not.toBe(drawing.path);
  });

  it('is a file that draws it', () => {
    expect(qrSvg(drawing)).toContain(`viewBox="0 0 ${drawing.size} ${drawing.size}"`);
    expect(filled(qrSvg(drawing))).toEqual(modules);
  });
});
