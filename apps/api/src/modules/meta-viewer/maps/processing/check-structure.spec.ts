import { mkdtemp, open, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { triangleGlb } from '../../../../../test/glb-factory.js';
import { hostileGlbs } from '../../../../../test/hostile-glbs.js';
import { checkStructure } from './check-structure.js';
import { readGlb } from './glb-file.js';
import { MapRefusal } from './map-refusal.js';

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'virtualcafe-glb-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function check(bytes: Buffer): ReturnType<typeof checkStructure> {
  const path = join(folder, 'a.glb');
  await writeFile(path, bytes);
  const file = await open(path, 'r');
  try {
    return await checkStructure(await readGlb(file));
  } finally {
    await file.close();
  }
}

describe('the check of the structure', () => {
  it('counts what a sound file draws', async () => {
    expect(await check(triangleGlb())).toEqual({
      isDraco: false,
      budget: { triangles: 1, drawCalls: 1, textures: 0, textureBytes: 0, nodes: 1, materials: 0 },
    });
  });

  // Those are for the parsers behind it: the structure itself is sound.
  const later = new Set(['map.invalid', 'map.unreadable']);

  it.each(hostileGlbs.map((make) => make()).map((glb) => [glb.name, glb] as const))(
    'of %s',
    async (_, { code, bytes }) => {
      const found = await check(bytes).then(
        () => 'sound',
        (error: unknown) => (error instanceof MapRefusal ? error.code : error),
      );
      expect(found).toBe(later.has(code) ? 'sound' : code);
    },
  );

  it('of any cut or changed file ends with a refusal or a budget, never otherwise', async () => {
    const bytes = triangleGlb();
    for (let at = 0; at < bytes.byteLength; at += 3) {
      const flipped = Buffer.from(bytes);
      flipped[at] = (flipped[at] ?? 0) ^ 0x55;
      for (const each of [bytes.subarray(0, at), flipped]) {
        const outcome = await check(each).catch((error: unknown) => error);
        expect(outcome instanceof MapRefusal || 'budget' in (outcome as object), String(outcome)).toBe(true);
      }
    }
  });
});
