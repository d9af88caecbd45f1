import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { StarterRoomOrder } from './starter-room-process.js';
import { StarterRoomWorkshop } from './starter-room-workshop.js';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'virtualcafe-photos-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const form: StarterRoomOrder['form'] = {
  width: 7,
  depth: 6,
  height: 3,
  style: 'wood',
  tables: 2,
  counter: 'none',
  plants: 0,
  lights: 2,
  seed: 1,
};

const photo = async (name: string, width: number, height: number): Promise<string> => {
  const path = join(folder, name);
  const blank = sharp({ create: { width, height, channels: 3, background: '#7a5' } });
  await writeFile(path, await blank.webp().toBuffer());
  return path;
};

describe('the workshop of starter rooms', () => {
  it('hangs stored images in a room, also very long and very small ones, and goes on after one it cannot read', async () => {
    const workshop = new StarterRoomWorkshop();
    try {
      const missing = { form, photoPaths: [join(folder, 'gone.webp')] };
      await expect(workshop.make(missing)).rejects.toThrow('gone.webp');
      const photoPaths = [await photo('wide', 2000, 100), await photo('large', 1200, 1600), await photo('dot', 1, 1)];
      const room = await workshop.make({ form, photoPaths });
      expect(room.placed).toMatchObject({ tables: 2, photos: 3 });
      expect(Buffer.from(room.render).subarray(0, 4).toString()).toBe('glTF');
      expect(room.world.hotspots.map(({ imageIndex }) => imageIndex)).toEqual([0, 1, 2]);
    } finally {
      await workshop.close();
    }
  });

  it('says so when its process has ended', async () => {
    const workshop = new StarterRoomWorkshop();
    const made = workshop.make({ form, photoPaths: [] });
    const ended = expect(made).rejects.toThrow('ended before');
    await workshop.close();
    await ended;
  });
});
