import { randomUUID } from 'node:crypto';
import { access, mkdir, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Image } from '@virtualcafe/contracts';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { type SignedInUser, startTestApp, type TestApp } from '../../../test/app.js';
import { freezeClock, type FrozenClock } from '../../../test/frozen-clock.js';
import { sample } from '../../../test/image-factory.js';
import { MediaStorage } from '../../platform/storage/media-storage.js';
import { ImageCollectionService } from './image-collection.service.js';
import { ImageUploadRepository } from './image-upload.repository.js';
import { ImageUploadService } from './image-upload.service.js';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;

let app: TestApp;
let owner: SignedInUser;
let collection: ImageCollectionService;
let uploads: ImageUploadService;
let clock: FrozenClock;
let seed = 0;

beforeAll(async () => {
  app = await startTestApp();
  owner = await app.signIn('BUSINESS');
  collection = app.app.get(ImageCollectionService);
  uploads = app.app.get(ImageUploadService);
});

afterAll(() => app.stop());

beforeEach(async () => {
  clock = freezeClock(app);
});

afterEach(() => {
  vi.restoreAllMocks();
});

/** A picture nobody kept before. */
const newPicture = (): Promise<Buffer> => sample('png', 60, 40, (seed += 1));

const keep = async (bytes?: Buffer): Promise<Image> =>
  uploads.importImage({ kind: 'system', name: 'test' }, bytes ?? (await newPicture()), owner.id);

const pathOf = (url: string): string => join(app.mediaFolder, url.replace('/media/', ''));

const isThere = async (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  );

const hasFiles = async ({ url, thumbnailUrl }: Image): Promise<boolean[]> =>
  Promise.all([isThere(pathOf(url)), isThere(pathOf(thumbnailUrl))]);

const hasRow = async ({ id }: Image): Promise<boolean> =>
  (await app.database.query('SELECT 1 FROM "Image" WHERE id = $1', [id])).length === 1;

/** A stored file that no row names, last put `ageMs` ago. */
async function strayFile(ageMs: number): Promise<string> {
  const hash = `${randomUUID()}${randomUUID()}`.replaceAll('-', '');
  const path = join(app.mediaFolder, hash.slice(0, 2), `${hash}.webp`);
  await mkdir(join(app.mediaFolder, hash.slice(0, 2)), { recursive: true });
  await writeFile(path, 'stray');
  const putAt = new Date(Date.now() - ageMs);
  await utimes(path, putAt, putAt);
  return path;
}

describe('an image that nothing uses', () => {
  it('stays for a day, then goes with its files', async () => {
    const image = await keep();
    // Minutes, not seconds: a file's own time is when it was written, which a busy machine does late.
    clock.advance(24 * hourMs - 10 * minuteMs);
    await collection.collect();
    expect([await hasRow(image), ...(await hasFiles(image))]).toEqual([true, true, true]);
    clock.advance(20 * minuteMs);
    expect(await collection.collect()).toEqual({ images: 1, files: 2 });
    expect([await hasRow(image), ...(await hasFiles(image))]).toEqual([false, false, false]);
    const log = await app.database.query('SELECT * FROM "TransactionLog" WHERE "resourceId" = $1 AND action = $2', [
      image.id,
      'image.collect',
    ]);
    expect(log).toMatchObject([{ actorKind: 'SYSTEM', resourceType: 'image' }]);
  });

  it('leaves a file that another row names', async () => {
    const bytes = await newPicture();
    const older = await keep(bytes);
    clock.advance(12 * hourMs);
    const younger = await keep(bytes);
    clock.advance(13 * hourMs);
    expect((await collection.collect()).images).toBe(1);
    expect([await hasRow(older), await hasRow(younger), ...(await hasFiles(younger))]).toEqual([
      false,
      true,
      true,
      true,
    ]);
  });

  it('goes in batches, however many there are', async () => {
    const image = await keep();
    await app.database.query(
      `INSERT INTO "Image" (id, "contentHash", "fileName", "thumbnailName", width, height, "sizeBytes", "mimeType", thumbhash, "createdAt")
       SELECT gen_random_uuid(), "contentHash", "fileName", "thumbnailName", width, height, "sizeBytes", "mimeType", thumbhash, "createdAt"
       FROM "Image", generate_series(1, 250) WHERE id = $1`,
      [image.id],
    );
    clock.advance(25 * hourMs);
    expect((await collection.collect()).images).toBeGreaterThanOrEqual(251);
    expect(await hasFiles(image)).toEqual([false, false]);
  });
});

describe('an image in use', () => {
  const uses: Record<string, (imageId: string) => Promise<unknown>> = {
    CafeImage: async (imageId) =>
      app.database.query(
        `INSERT INTO "CafeImage" (id, "cafeId", "set", "imageId", priority) VALUES ($1, $2, 'REAL', $3, 0)`,
        [randomUUID(), await insertCafe(), imageId],
      ),
    CafeVirtualLink: async (imageId) =>
      app.database.query(
        `INSERT INTO "CafeVirtualLink" (id, "cafeId", type, name, url, "thumbnailId") VALUES ($1, $2, 'OTHER', 'x', 'https://x.example', $3)`,
        [randomUUID(), await insertCafe(), imageId],
      ),
    BoardImage: async (imageId) => {
      const boardId = randomUUID();
      await insertWithDefaults('Board', { id: boardId, authorId: owner.id });
      return insertWithDefaults('BoardImage', { id: randomUUID(), boardId, imageId });
    },
    ProductImage: async (imageId) => {
      const [categoryId, productId] = [randomUUID(), randomUUID()];
      await insertWithDefaults('ProductCategory', { id: categoryId });
      await insertWithDefaults('Product', { id: productId, cafeId: await insertCafe(), categoryId });
      return insertWithDefaults('ProductImage', { id: randomUUID(), productId, imageId });
    },
    MetaViewerImage: async (imageId) => {
      const viewerId = randomUUID();
      await insertWithDefaults('MetaViewerInfo', { id: viewerId, cafeId: await insertCafe() });
      return insertWithDefaults('MetaViewerImage', { viewerId, imageId });
    },
    CouponCampaign: (imageId) => insertWithDefaults('CouponCampaign', { id: randomUUID(), imageId }),
  };

  it('covers every table that refers to images', async () => {
    const tables = await app.database.query<{ table: string }>(
      `SELECT DISTINCT conrelid::regclass::text AS table FROM pg_constraint
       WHERE contype = 'f' AND confrelid = '"Image"'::regclass`,
    );
    expect(tables.map(({ table }) => table.replaceAll('"', '')).toSorted()).toEqual(Object.keys(uses).toSorted());
  });

  it.each(Object.keys(uses))('by %s stays', async (table) => {
    const image = await keep();
    await uses[table]?.(image.id);
    clock.advance(48 * hourMs);
    await collection.collect();
    expect([await hasRow(image), ...(await hasFiles(image))]).toEqual([true, true, true]);
  });

  async function insertCafe(): Promise<string> {
    const [regionId, cafeId] = [randomUUID(), randomUUID()];
    await insertWithDefaults('Region', { id: regionId, name: regionId.slice(0, 8) });
    await insertWithDefaults('CafeInfo', { id: cafeId, code: cafeId, regionId });
    return cafeId;
  }

  /** Inserts a row with something plausible in each column that must hold a value. */
  async function insertWithDefaults(table: string, given: Record<string, unknown>): Promise<void> {
    const required = await app.database.query<{ column_name: string; udt_name: string }>(
      `SELECT column_name, udt_name FROM information_schema.columns
       WHERE table_name = $1 AND table_schema = 'public' AND is_nullable = 'NO' AND column_default IS NULL`,
      [table],
    );
    const columns = new Map<string, unknown>(Object.entries(given));
    for (const { column_name: column, udt_name: type } of required)
      if (!columns.has(column)) columns.set(column, await plausible(type));
    const names = [...columns.keys()].map((name) => `"${name}"`).join(', ');
    const places = [...columns.keys()].map((_, index) => `$${index + 1}`).join(', ');
    await app.database.query(`INSERT INTO "${table}" (${names}) VALUES (${places})`, [...columns.values()]);
  }

  async function plausible(type: string): Promise<unknown> {
    if (/^(?:int|float|numeric)/.test(type)) return 1;
    if (/^(?:varchar|bpchar|text)$/.test(type)) return randomUUID().slice(0, 12);
    if (/^(?:timestamptz|date)$/.test(type)) return new Date();
    if (type.startsWith('json')) return '{}';
    const [first] = await app.database.query<{ label: string }>(
      'SELECT enumlabel AS label FROM pg_enum WHERE enumtypid = $1::regtype ORDER BY enumsortorder LIMIT 1',
      [`"${type}"`],
    );
    return first?.label;
  }
});

describe('a file that no row names', () => {
  it('stays for a day, then goes; what is not ours is left alone', async () => {
    const [young, old] = [await strayFile(23 * hourMs), await strayFile(25 * hourMs)];
    const foreign = join(app.mediaFolder, 'README.txt');
    await writeFile(foreign, 'an operator left this');
    await utimes(foreign, new Date(0), new Date(0));
    await collection.collect();
    expect([await isThere(young), await isThere(old), await isThere(foreign)]).toEqual([true, false, true]);
  });

  it('is what a failed row leaves behind, and nothing else', async () => {
    const repository = app.app.get(ImageUploadRepository);
    const failure = vi.spyOn(repository, 'insert').mockRejectedValueOnce(new Error('no row for you'));
    const bytes = await newPicture();
    await expect(keep(bytes)).rejects.toThrow('no row');
    failure.mockRestore();
    const kept = await keep(bytes);
    expect(await hasFiles(kept)).toEqual([true, true]);
  });

  it('goes when it is many', async () => {
    const strays = await Promise.all(Array.from({ length: 230 }, () => strayFile(25 * hourMs)));
    expect((await collection.collect()).files).toBeGreaterThanOrEqual(230);
    expect(await Promise.all(strays.map(isThere))).not.toContain(true);
  });
});

describe('collecting while others upload', () => {
  it('does not lose a file that is put again at the moment of its removal', async () => {
    const storage = app.app.get(MediaStorage);
    const bytes = await newPicture();
    const first = await keep(bytes);
    await app.database.query('DELETE FROM "Image" WHERE id = $1', [first.id]);
    const longAgo = new Date(Date.now() - 48 * hourMs);
    for (const url of [first.url, first.thumbnailUrl]) await utimes(pathOf(url), longAgo, longAgo);
    // Waits out here, so that it does not run inside the collector's transaction.
    let decided = (): void => undefined;
    const uploading = new Promise<void>((resolve) => (decided = resolve)).then(() => keep(bytes));
    const remove = storage.remove.bind(storage);
    // The collector has decided; now the same picture is sent again, before the file is gone.
    vi.spyOn(storage, 'remove').mockImplementation(async (name) => {
      decided();
      await new Promise((resolve) => setTimeout(resolve, 500));
      await remove(name);
    });
    await collection.collect();
    const again = await uploading;
    expect(again.url).toBe(first.url);
    expect(await hasFiles(first)).toEqual([true, true]);
  });

  it('keeps rows and files together under many uploads of the same pictures', async () => {
    const pictures = await Promise.all(Array.from({ length: 4 }, newPicture));
    const longAgo = new Date(Date.now() - 48 * hourMs);
    const collectors = new AbortController();
    const collecting = (async () => {
      while (!collectors.signal.aborted) await Promise.all([collection.collect(), collection.collect()]);
    })();
    for (let round = 0; round < 15; round += 1) {
      const kept = await Promise.all(pictures.map((bytes) => keep(bytes)));
      for (const image of kept) expect(await hasFiles(image)).toEqual([true, true]);
      await app.database.query('DELETE FROM "Image" WHERE id = ANY($1::uuid[])', [kept.map(({ id }) => id)]);
      for (const { url, thumbnailUrl } of kept)
        for (const each of [url, thumbnailUrl]) await utimes(pathOf(each), longAgo, longAgo).catch(() => undefined);
    }
    collectors.abort();
    await collecting;
  });

  it('does not take an image from who is attaching it', async () => {
    const image = await keep();
    clock.advance(25 * hourMs);
    const [region, cafe] = [randomUUID(), randomUUID()];
    await app.database.query(`INSERT INTO "Region" (id, name, type) VALUES ($1, $2, 'CITY')`, [region, region]);
    await app.database.query(
      `INSERT INTO "CafeInfo" (id, code, name, "regionId", address, latitude, longitude) VALUES ($1::uuid, $1::text, 'x', $2, 'x', 0, 0)`,
      [cafe, region],
    );
    // Within the block the row is placed, and its image held, half a second before the transaction ends.
    const attaching = app.database.query(
      `DO $$ BEGIN
         INSERT INTO "CafeImage" (id, "cafeId", "set", "imageId", priority)
           VALUES ('${randomUUID()}', '${cafe}', 'REAL', '${image.id}', 0);
         PERFORM pg_sleep(0.5);
       END $$`,
    );
    await new Promise((resolve) => setTimeout(resolve, 100));
    await collection.collect();
    await attaching;
    expect([await hasRow(image), ...(await hasFiles(image))]).toEqual([true, true, true]);
  });
});
