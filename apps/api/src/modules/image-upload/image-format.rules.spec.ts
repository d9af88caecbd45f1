import { describe, expect, it } from 'vitest';
import { imageFormats, sample } from '../../../test/image-factory.js';
import { formatHeadBytes, hasMoreScansThan, imageFormatOf } from './image-format.rules.js';

const ftyp = (major: string, ...compatible: string[]): Buffer => {
  const size = 16 + compatible.length * 4;
  return Buffer.from(`\0\0\0${String.fromCharCode(size)}ftyp${major}\0\0\0\0${compatible.join('')}`, 'latin1');
};

describe('imageFormatOf', () => {
  it.each(imageFormats)('knows a %s by its beginning', async (format) => {
    const bytes = await sample(format, 16, 16);
    expect(imageFormatOf(bytes.subarray(0, formatHeadBytes))).toBe(format);
  });

  it.each<[string, Buffer | string]>([
    ['nothing', ''],
    ['text', 'hello'],
    ['SVG', '<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>'],
    ['HTML', '<!doctype html>'],
    ['PDF', '%PDF-1.7'],
    ['BMP', 'BM\0\0\0\0'],
    ['TIFF', 'II*\0'],
    ['JPEG XL', Buffer.from([0xff, 0x0a])],
    ['two bytes of a JPEG', Buffer.from([0xff, 0xd8])],
    ['half a PNG signature', Buffer.from([0x89, 0x50, 0x4e, 0x47])],
    ['GIF of another version', 'GIF88a'],
    ['a RIFF that is sound', 'RIFF\0\0\0\0WAVE'],
    ['HEIC', ftyp('heic', 'mif1', 'heic')],
    ['MP4', ftyp('isom', 'isom', 'avc1')],
    ['an AVIF brand beyond its box', Buffer.concat([ftyp('mif1'), Buffer.from('avif')])],
    ['an AVIF brand as the version', Buffer.from('\0\0\0\x10ftypmif1avif', 'latin1')],
  ])('does not take %s', (_, bytes) => {
    expect(imageFormatOf(Buffer.from(bytes))).toBeUndefined();
  });

  it('takes an AVIF that names itself as compatible only', () => {
    expect(imageFormatOf(ftyp('mif1', 'miaf', 'avif'))).toBe('avif');
    expect(imageFormatOf(ftyp('avis', 'avif'))).toBe('avif');
  });
});

describe('hasMoreScansThan', () => {
  const scans = (count: number): Buffer => Buffer.from(`ffd8${'ffda0000ff00da'.repeat(count)}ffd9`, 'hex');

  it('counts beginnings of scans, and nothing else', () => {
    expect(hasMoreScansThan(scans(3), 3)).toBe(false);
    expect(hasMoreScansThan(scans(4), 3)).toBe(true);
    expect(hasMoreScansThan(Buffer.alloc(0), 0)).toBe(false);
  });
});
