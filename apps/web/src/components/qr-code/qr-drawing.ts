import { create } from 'qrcode';

/** A QR code as a picture to scale: `path` in units of one module, with the quiet zone of four that scanners need. */
export interface QrDrawing {
  readonly size: number;
  readonly path: string;
}

const quietModules = 4;

/** Level Q: a quarter of it may be creased or stained (ISO/IEC 18004). */
export function drawQr(text: string): QrDrawing {
  const { modules } = create(text, { errorCorrectionLevel: 'Q' });
  const parts: string[] = [];
  for (let row = 0; row < modules.size; row += 1)
    for (let column = 0; column < modules.size; column += 1)
      if (modules.get(row, column) !== 0) parts.push(`M${column + quietModules} ${row + quietModules}h1v1h-1z`);
  return { size: modules.size + 2 * quietModules, path: parts.join('') };
}

/** A file of its own, black on white. */
export const qrSvg = ({ size, path }: QrDrawing): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}" width="1024" height="1024" shape-rendering="crispEdges"><rect width="${size}" height="${size}" fill="#fff"/><path d="${path}" fill="#000"/></svg>`;
