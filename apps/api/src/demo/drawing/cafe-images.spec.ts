import { createHash } from 'node:crypto';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { DEMO_CAFES } from '../data/cafes.js';
import { composeShot, drawCafeImages, shotsOf } from './cafe-images.js';
import { develop, developedSize, type Picture } from './kit/finish.js';
import type { Sheet } from './kit/sheet.js';
import { IMAGE_SIZE } from './setting.js';

const drawingOf = ({ far, main, near, mirrored }: Picture): string =>
  [far, main, near].map((sheet) => sheet?.toString() ?? '').join('\n') + String(mirrored);

const hashOf = (data: string | Buffer): string => createHash('sha256').update(data).digest('hex');

const everyShot = DEMO_CAFES.flatMap((cafe) => shotsOf(cafe).map((shot) => ({ cafe, shot })));

/** Ids that a drawing refers to without defining them. */
function danglingIn(sheet: Sheet): string[] {
  const text = sheet.toString();
  const defined = new Set(Array.from(text.matchAll(/id="(d\d+)"/g), ([, id]) => id));
  return Array.from(text.matchAll(/url\(#(d\d+)\)/g), ([, id]) => id ?? '').filter((id) => !defined.has(id));
}

describe('the drawings of the cafés', () => {
  it('are the same each time, no two alike, whole, and free of text and foreign references', () => {
    const hashes = everyShot.map(({ cafe, shot }, index) => {
      const picture = composeShot(cafe, shot);
      const drawing = drawingOf(picture);
      const name = `${cafe.code}/${shot}`;
      // Every ninth is drawn twice: that takes in each kind of picture, and many cafés.
      if (index % 9 === 0) expect(hashOf(drawingOf(composeShot(cafe, shot))), name).toBe(hashOf(drawing));
      expect(/<text|<image|href=|NaN|undefined|Infinity/.exec(drawing), name).toBeNull();
      const { far, main, near } = picture;
      expect(
        [far, main, near].flatMap((sheet) => (sheet === undefined ? [] : danglingIn(sheet))),
        name,
      ).toEqual([]);
      return hashOf(drawing);
    });
    expect(new Set(hashes).size).toBe(everyShot.length);
  }, 300_000);
});

describe('the pictures of a café', () => {
  const [cafe] = DEMO_CAFES;
  if (cafe === undefined) throw new Error('The demo has no cafés');

  it('come in all three sets, at their size, told in both languages', async () => {
    const sets: string[] = [];
    for await (const { set, altKo, altEn, jpeg } of drawCafeImages(cafe)) {
      sets.push(set);
      const { format, width, height, channels } = await sharp(jpeg).metadata();
      expect({ format, width, height, channels }).toEqual({
        format: 'jpeg',
        ...developedSize(IMAGE_SIZE),
        channels: 3,
      });
      expect(altKo).toContain(cafe.name);
      expect(altEn).toContain(cafe.nameEn);
    }
    expect(sets).toEqual(['THUMBNAIL', 'REAL', 'REAL', 'REAL', 'VIRTUAL', 'VIRTUAL']);
  }, 300_000);

  it('are the same to the byte when drawn again', async () => {
    const [first, second] = [await develop(composeShot(cafe, 'front')), await develop(composeShot(cafe, 'front'))];
    expect(hashOf(second)).toBe(hashOf(first));
  }, 300_000);

  it('are full of light and colour: neither blank nor dark', async () => {
    const { channels } = await sharp(await develop(composeShot(cafe, 'room'))).stats();
    for (const { mean, stdev } of channels) {
      expect(mean).toBeGreaterThan(60);
      expect(stdev).toBeGreaterThan(25);
    }
  }, 300_000);
});
