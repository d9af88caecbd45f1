import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { Plugin } from 'vite';

const compressBrotli = promisify(brotliCompress);
const compressGzip = promisify(gzip);

// Fonts and images are compressed already; index.html is a template, filled in by the server.
const compressible = /\.(?:js|css|svg|json|wasm|webmanifest)$/;
// Below this a packet is a packet.
const smallestBytes = 1024;

/** Lays a Brotli (`.br`) and a gzip (`.gz`) version beside each built file, so that the server need not compress any. */
export const precompress = (): Plugin => ({
  name: 'virtualcafe:precompress',
  apply: 'build',
  async writeBundle({ dir }, bundle) {
    if (dir === undefined) throw new Error('The build has no output folder');
    const names = Object.keys(bundle).filter((name) => compressible.test(name));
    await Promise.all(names.map((name) => compress(join(dir, name))));
  },
});

async function compress(path: string): Promise<void> {
  const content = await readFile(path);
  if (content.byteLength < smallestBytes) return;
  const params = { [constants.BROTLI_PARAM_SIZE_HINT]: content.byteLength };
  await writeFile(`${path}.br`, await compressBrotli(content, { params }));
  await writeFile(`${path}.gz`, await compressGzip(content, { level: constants.Z_BEST_COMPRESSION }));
}
