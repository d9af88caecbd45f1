import { DEMO_CAFES } from './data/cafes.js';
import { type CafeImage, drawCafeImages } from './drawing/cafe-images.js';

/** What the child sends for each café it was asked for by its code: its pictures, then `null`. */
export type DrawnMessage = CafeImage | null;

// A process of its own for drawing: our drawings are SVG, which libvips must never read in the process that takes uploads
// (modules/image-upload blocks it there), and two of them keep two cores busy. Usage: drawing-process.js [RESOLUTION]
const resolution = process.argv[2] === undefined ? undefined : Number(process.argv[2]);

process.on('message', (code: string) => {
  void draw(code).catch((error: unknown) => {
    console.error(error);
    process.exit(1);
  });
});
process.on('disconnect', () => process.exit(0));

async function draw(code: string): Promise<void> {
  const cafe = DEMO_CAFES.find((each) => each.code === code);
  if (cafe === undefined) throw new Error(`The demo has no café ${code}`);
  for await (const image of drawCafeImages(cafe, resolution)) await send(image);
  await send(null);
}

const send = (message: DrawnMessage): Promise<void> =>
  new Promise((resolve, reject) => {
    process.send?.(message, (error: Error | null) => (error === null ? resolve() : reject(error)));
  });
