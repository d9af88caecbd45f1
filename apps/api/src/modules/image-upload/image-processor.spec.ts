import sharp, { type Color, type Sharp } from 'sharp';
import { thumbHashToRGBA } from 'thumbhash';
import { describe, expect, it } from 'vitest';
import { damaged, gifOfFrames, imageFormats, picture, sample } from '../../../test/image-factory.js';
import { ImageProcessor, type RenderedImage } from './image-processor.js';

const processor = new ImageProcessor();
const unreadable = { code: 'image.unreadable' };

const solid = (background: Color, width = 60, height = 40) =>
  sharp({ create: { width, height, channels: 3, background } });

/** The colour of one pixel of the stored image, as red, green, blue and, where there is one, alpha. */
async function pixelOf({ full }: RenderedImage, left: number, top: number): Promise<number[]> {
  const pixel = await sharp(full).extract({ left, top, width: 1, height: 1 }).raw().toBuffer();
  return [...pixel];
}

const expectColour = (actual: number[], expected: number[], tolerance = 8): void => {
  expect(actual).toHaveLength(expected.length);
  for (const [index, value] of expected.entries())
    expect(Math.abs((actual[index] ?? -1) - value), `${actual.join()} is not ${expected.join()}`).toBeLessThanOrEqual(
      tolerance,
    );
};

describe('inspect', () => {
  it.each(imageFormats)('reads what a %s says of itself', async (format) => {
    expect(await processor.inspect(await sample(format, 123, 45), format)).toMatchObject({
      format,
      width: 123,
      height: 45,
      frames: 1,
      isProgressive: false,
    });
  });

  it('tells progressive from plain, deep from shallow', async () => {
    const progressive = await picture(64, 64).jpeg({ progressive: true, chromaSubsampling: '4:4:4' }).toBuffer();
    expect(await processor.inspect(progressive, 'jpeg')).toMatchObject({
      isProgressive: true,
      chromaSubsampling: '4:4:4',
    });
    const deep = await picture(64, 64).toColourspace('rgb16').png({ progressive: true }).toBuffer();
    expect(await processor.inspect(deep, 'png')).toMatchObject({ isProgressive: true, bytesPerChannel: 2 });
  });

  it('counts the frames of an animation without decoding them', async () => {
    expect(await processor.inspect(gifOfFrames(10_000), 'gif')).toMatchObject({ frames: 10_000 });
  });

  it('does not take the transparency of an AVIF for a frame', async () => {
    const transparent = await picture(64, 64).ensureAlpha(0.5).avif().toBuffer();
    expect(await processor.inspect(transparent, 'avif')).toMatchObject({ frames: 1, channels: 4 });
  });

  it('refuses a file that is not what it begins as', async () => {
    await expect(processor.inspect(await sample('png', 9, 9), 'jpeg')).rejects.toMatchObject(unreadable);
    await expect(processor.inspect(Buffer.from('GIF89a<svg xmlns="x"/>'), 'gif')).rejects.toMatchObject(unreadable);
  });

  it('refuses a JPEG of very many scans, which would take minutes to decode', async () => {
    const jpeg = await picture(64, 64).jpeg({ progressive: true }).toBuffer();
    const lastScan = jpeg.subarray(jpeg.lastIndexOf(Buffer.from([0xff, 0xda])), -2);
    const bomb = Buffer.concat([jpeg.subarray(0, -2), ...Array.from({ length: 100 }, () => lastScan)]);
    await expect(processor.inspect(bomb, 'jpeg')).rejects.toMatchObject(unreadable);
  });

  it.each(['svg', 'tiff', 'pdf'])('has no reader for %s left', async (kind) => {
    const files = {
      svg: Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>'),
      tiff: await picture(9, 9).tiff().toBuffer(),
      pdf: Buffer.from('%PDF-1.4\n%%EOF'),
    };
    await expect(sharp(files[kind as keyof typeof files]).metadata()).rejects.toThrow('unsupported image format');
  });
});

// Not a judgement of speed: encoding is slow on a busy machine.
describe('render', { timeout: 60_000 }, () => {
  it.each([
    [4096, 1024, 2048, 512, 320, 80],
    [1024, 4096, 512, 2048, 80, 320],
    [2048, 2048, 2048, 2048, 320, 320],
    [320, 200, 320, 200, 320, 200],
    [1, 1, 1, 1, 1, 1],
    [5000, 1, 2048, 1, 320, 1],
  ])('keeps %i × %i as %i × %i with a thumbnail of %i × %i', async (...sides) => {
    const [width, height, fullWidth, fullHeight, thumbnailWidth, thumbnailHeight] = sides;
    const image = await processor.render(await sample('png', width, height));
    const full = { width: fullWidth, height: fullHeight };
    expect(image).toMatchObject(full);
    expect(await sharp(image.full).metadata()).toMatchObject({ format: 'webp', ...full });
    expect(await sharp(image.thumbnail).metadata()).toMatchObject({
      format: 'webp',
      width: thumbnailWidth,
      height: thumbnailHeight,
    });
  });

  it.each([1, 2, 3, 4, 5, 6, 7, 8])('turns orientation %i upright', async (orientation) => {
    // Upright: red at the top left, blue everywhere else.
    const upright = solid('blue', 90, 60).composite([
      { input: await solid('red', 30, 20).png().toBuffer(), left: 0, top: 0 },
    ]);
    const stored = await undo(await upright.png().toBuffer(), orientation);
    const image = await processor.render(
      await sharp(stored).withMetadata({ orientation }).jpeg({ quality: 95 }).toBuffer(),
    );
    expect([image.width, image.height]).toEqual([90, 60]);
    expectColour(await pixelOf(image, 8, 8), [254, 0, 0], 12);
    expectColour(await pixelOf(image, 82, 8), [0, 0, 254], 12);
    expectColour(await pixelOf(image, 8, 52), [0, 0, 254], 12);
  });

  it('makes sRGB of other colour spaces, grey and deep images', async () => {
    const wide = await solid({ r: 200, g: 100, b: 50 }).withIccProfile('p3').png().toBuffer();
    expectColour(await pixelOf(await processor.render(wide), 9, 9), [200, 100, 50]);
    const cmyk = await solid({ r: 200, g: 60, b: 50 }).toColourspace('cmyk').jpeg({ quality: 95 }).toBuffer();
    expect((await sharp(cmyk).metadata()).space).toBe('cmyk');
    expectColour(await pixelOf(await processor.render(cmyk), 9, 9), [200, 60, 50], 30);
    const grey = await solid({ r: 90, g: 90, b: 90 }).greyscale().png().toBuffer();
    expectColour(await pixelOf(await processor.render(grey), 9, 9), [90, 90, 90]);
    const deep = await solid({ r: 20, g: 180, b: 90 }).toColourspace('rgb16').png().toBuffer();
    expectColour(await pixelOf(await processor.render(deep), 9, 9), [20, 180, 90]);
  });

  it('keeps transparency', async () => {
    const transparent = await sharp({
      create: { width: 50, height: 50, channels: 4, background: { r: 255, g: 0, b: 0, alpha: 0.5 } },
    })
      .png()
      .toBuffer();
    const image = await processor.render(transparent);
    expectColour(await pixelOf(image, 9, 9), [255, 0, 0, 128]);
  });

  it('keeps the first frame of an animation', async () => {
    const frames = Buffer.concat([
      await solid('red', 20, 20).raw().toBuffer(),
      await solid('lime', 20, 20).raw().toBuffer(),
    ]);
    const strip = () => sharp(frames, { raw: { width: 20, height: 40, channels: 3, pageHeight: 20 } });
    for (const animation of [await strip().gif().toBuffer(), await strip().webp({ lossless: true }).toBuffer()]) {
      expect((await sharp(animation).metadata()).pages).toBe(2);
      const image = await processor.render(animation);
      expect([image.width, image.height]).toEqual([20, 20]);
      expectColour(await pixelOf(image, 9, 9), [254, 0, 0], 12);
      expect((await sharp(image.full).metadata()).pages).toBeUndefined();
    }
  });

  it('makes a thumbhash that looks like the picture', async () => {
    const { thumbhash } = await processor.render(await solid({ r: 30, g: 160, b: 90 }, 300, 200).png().toBuffer());
    const { w, h, rgba } = thumbHashToRGBA(Buffer.from(thumbhash, 'base64'));
    expect(w / h).toBeCloseTo(1.5, 0);
    expectColour(Array.from(rgba.slice(0, 3)), [30, 160, 90], 20);
    expect(thumbhash.length).toBeLessThanOrEqual(64);
  });

  it('makes the same bytes of the same bytes', async () => {
    const original = await sample('jpeg', 900, 700);
    const [first, second] = [await processor.render(original), await processor.render(original)];
    expect(first.full.equals(second.full) && first.thumbnail.equals(second.thumbnail)).toBe(true);
  });

  it.each(imageFormats)('refuses a %s that is cut short or damaged', async (format) => {
    const whole = await sample(format);
    for (const share of [0.3, 0.9, 0.99])
      await expect(processor.render(whole.subarray(0, whole.length * share))).rejects.toMatchObject(unreadable);
    await expect(processor.render(damaged(whole))).rejects.toMatchObject(unreadable);
  });

  it('takes the slightly wrong JPEGs of some phones, but not damaged ones', async () => {
    const jpeg = await sample('jpeg');
    const wrong = Buffer.from(jpeg);
    const scan = jpeg.indexOf(Buffer.from([0xff, 0xda]));
    // "End of spectral selection" of a sequential scan must be 63.
    wrong[scan + 2 + jpeg.readUInt16BE(scan + 2) - 2] = 0;
    await expect(sharp(wrong).raw().toBuffer()).rejects.toThrow('Invalid SOS parameters');
    expect(await processor.render(wrong)).toMatchObject({ width: 640, height: 480 });
    await expect(processor.render(wrong.subarray(0, wrong.length / 2))).rejects.toMatchObject(unreadable);
  });
});

/** What a camera stores so that `orientation` (EXIF 2.3, tag 0x0112) turns it into `upright` again. */
async function undo(upright: Buffer, orientation: number): Promise<Buffer> {
  const turnedBy: Record<number, (image: Sharp) => Sharp> = {
    1: (image) => image,
    2: (image) => image.flop(),
    3: (image) => image.rotate(180),
    4: (image) => image.flip(),
    5: (image) => image.rotate(270).flop(),
    6: (image) => image.rotate(270),
    7: (image) => image.rotate(90).flop(),
    8: (image) => image.rotate(90),
  };
  const turn = turnedBy[orientation];
  if (turn === undefined) throw new Error(`No such orientation: ${orientation}`);
  return turn(sharp(upright)).png().toBuffer();
}
