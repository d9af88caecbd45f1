import { createHash } from 'node:crypto';
import { WebIO } from '@gltf-transform/core';
import { ALL_EXTENSIONS } from '@gltf-transform/extensions';
import { starterRoomLimits, starterRoomStyles } from '@virtualcafe/contracts';
import fc from 'fast-check';
import { validateBytes } from 'gltf-validator';
import { MeshoptDecoder } from 'meshoptimizer';
import sharp from 'sharp';
import { beforeAll, describe, expect, it } from 'vitest';
import { generateStarterRoom, type StarterRoomImage } from './generate-starter-room.js';
import type { StarterRoomForm } from './starter-room-form.js';
import { anyForm } from '../../../../test/starter-room-forms.js';

const mimeTypes = ['image/webp', 'image/png', 'image/jpeg'] as const;

const imageOf = async (index: number): Promise<StarterRoomImage> => {
  const mimeType = mimeTypes[index % mimeTypes.length] ?? 'image/png';
  const blank = sharp({ create: { width: 64, height: 48, channels: 3, background: { r: index * 20, g: 90, b: 60 } } });
  const bytes = await blank.toFormat(mimeType.slice('image/'.length) as 'webp' | 'png' | 'jpeg').toBuffer();
  return { bytes: new Uint8Array(bytes), mimeType, width: 64, height: 48 };
};

let images: StarterRoomImage[] = [];
beforeAll(async () => {
  images = await Promise.all(Array.from({ length: starterRoomLimits.photos }, (_, index) => imageOf(index)));
});

const usual: StarterRoomForm = {
  width: 10,
  depth: 9,
  height: 3.2,
  style: 'wood',
  tables: 7,
  counter: 'back',
  plants: 6,
  lights: 8,
  photos: [0, 1, 2].map((imageIndex) => ({ imageIndex, width: 64, height: 48 })),
  seed: 7,
};

const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

const errorsOf = async (glb: Uint8Array): Promise<string[]> => {
  const { issues } = await validateBytes(glb, { maxIssues: 20 });
  return issues.messages.filter(({ severity }) => severity <= 1).map(({ code, pointer }) => `${code} ${pointer ?? ''}`);
};

const kilobyte = 1000;

/** The same file with its packed parts unpacked: the validator looks only into those. */
const unpacked = async (glb: Uint8Array): Promise<Uint8Array> => {
  await MeshoptDecoder.ready;
  const io = new WebIO().registerExtensions(ALL_EXTENSIONS).registerDependencies({ 'meshopt.decoder': MeshoptDecoder });
  const document = await io.readBinary(glb);
  document
    .getRoot()
    .listExtensionsUsed()
    .find(({ extensionName }) => extensionName === 'EXT_meshopt_compression')
    ?.dispose();
  return io.writeBinary(document);
};

describe('the starter room', () => {
  it.each(starterRoomStyles)('%s is valid glTF within its budget', async (style) => {
    const room = await generateStarterRoom({ ...usual, style }, images);
    expect(await errorsOf(room.render)).toEqual([]);
    expect(await errorsOf(await unpacked(room.render))).toEqual([]);
    expect(await errorsOf(room.collider)).toEqual([]);
    expect(room.placed).toEqual({ tables: 7, plants: 6, lights: 8, photos: 3 });
    expect(room.budget.triangles).toBeLessThan(90_000);
    expect(room.budget.drawCalls).toBeLessThanOrEqual(20);
    expect(room.render.byteLength).toBeLessThan(550 * kilobyte);
  });

  it('is the same byte for byte from the same form, and another from another seed', async () => {
    const [first, again, other] = await Promise.all([
      generateStarterRoom(usual, images),
      generateStarterRoom(usual, images),
      generateStarterRoom({ ...usual, seed: 8 }, images),
    ]);
    expect(hashOf(again.render)).toBe(hashOf(first.render));
    expect(hashOf(again.collider)).toBe(hashOf(first.collider));
    expect(hashOf(other.render)).not.toBe(hashOf(first.render));
  });

  it('stays within its budgets whatever is asked for', async () => {
    await fc.assert(
      fc.asyncProperty(anyForm, async (form) => {
        const room = await generateStarterRoom(form, images);
        expect(room.budget.triangles).toBeLessThanOrEqual(120_000);
        expect(room.budget.drawCalls).toBeLessThanOrEqual(60);
        expect(room.render.byteLength).toBeLessThan(1000 * kilobyte);
        expect(room.collider.byteLength).toBeLessThan(50_000);
        expect(await errorsOf(room.render)).toEqual([]);
      }),
      { numRuns: 4 },
    );
  });

  it('names the meshes of the collider as the viewer looks for them', async () => {
    const { collider } = await generateStarterRoom(usual, images);
    const document = await new WebIO().registerExtensions(ALL_EXTENSIONS).readBinary(collider);
    const names = document
      .getRoot()
      .listMeshes()
      .map((mesh) => mesh.getName());
    expect(names).toEqual(['Collider', 'OuterCollider']);
  });

  it('tells where one arrives, how far the room goes and where its photographs hang', async () => {
    const { world } = await generateStarterRoom(usual, images);
    expect(world.bounds).toEqual({ min: { x: -5, y: 0, z: -4.5 }, max: { x: 5, y: 3.2, z: 4.5 } });
    expect(world.spawnPoint).toEqual({ x: 0, y: 0, z: 1.62 });
    expect(world.hotspots.map(({ kind, imageIndex }) => `${kind} ${imageIndex}`)).toEqual([
      'photo 0',
      'photo 1',
      'photo 2',
    ]);
  });

  it('refuses a photograph it was not given', async () => {
    await expect(generateStarterRoom(usual, [])).rejects.toThrow(RangeError);
  });
});
