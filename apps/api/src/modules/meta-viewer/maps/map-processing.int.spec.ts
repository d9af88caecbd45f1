import { mkdir, readdir, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type ManagedViewer, managedViewer, type ManagedViewerMap, type MapLink } from '@virtualcafe/contracts';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { eventually } from '../../../../test/eventually.js';
import { type SignedInUser, startTestApp, type TestApp } from '../../../../test/app.js';
import { createCafe, createRegion, type MadeCafe } from '../../../../test/cafe-scene.js';
import { triangleGlb } from '../../../../test/glb-factory.js';
import { hostileGlbs } from '../../../../test/hostile-glbs.js';
import { cafeGlb } from '../../../../test/cafe-glb.js';
import { linksTo } from '../../../../test/map-scene.js';
import { TusClient } from '../../../../test/tus-client.js';
import { createViewer, type MadeViewer } from '../../../../test/viewer-scene.js';
import { MapStorage } from '../../../platform/storage/map-storage.js';
import { MapCollectionService } from './map-collection.service.js';
import { MapProcessingJob } from './map-processing.job.js';
import { createIo } from './processing/gltf-io.js';
import { MapWorkshop } from './processing/map-workshop.js';

let app: TestApp;
let owner: SignedInUser;
let cafe: MadeCafe;
let viewer: MadeViewer;

beforeAll(async () => {
  app = await startTestApp();
  const admin = await app.signIn('ADMIN');
  owner = await app.signIn('BUSINESS');
  const region = await createRegion(app, admin.token, '서울특별시', 'SPECIAL_CITY');
  cafe = await createCafe(app, owner.token, region.id);
});
afterAll(() => app?.stop());

beforeEach(async () => {
  viewer = await createViewer(app, owner.token, cafe.id);
});

const read = async (): Promise<ManagedViewer> =>
  (await app.call<ManagedViewer>('GET', `/api/v1/me/viewers/${viewer.code}`, { token: owner.token })).body;

async function upload(bytes: Buffer, type: 'RENDER' | 'COLLIDER' = 'RENDER'): Promise<string> {
  const plan = { viewer: viewer.code, type, sizeBytes: bytes.byteLength };
  const response = await new TusClient(app, owner.token).create(plan, bytes);
  return response.headers.get('upload-map-id') ?? `none: ${response.status}`;
}

/** The map once its work is over. */
const settled = (mapId: string): Promise<ManagedViewerMap> =>
  vi.waitFor(
    async () => {
      const map = (await read()).maps.find(({ id }) => id === mapId);
      if (map === undefined || map.status === 'PROCESSING') throw new Error(`still ${JSON.stringify(map?.progress)}`);
      return map;
    },
    { timeout: 300_000, interval: 100 },
  );

const fetchFile = async (url: string): Promise<Uint8Array> =>
  new Uint8Array(await (await fetch(`${app.url}${url}`)).arrayBuffer());

describe('an uploaded RENDER map', () => {
  it('becomes versions for desktops and phones, and a collider, which open the room', async () => {
    const mapId = await upload(await cafeGlb({ isDraco: true }));
    const map = await settled(mapId);
    expect(managedViewer.parse(await read())).toEqual(await read());
    expect(map).toMatchObject({ status: 'READY', isDraco: true, source: 'UPLOAD', progress: null });
    expect(map.variants.map(({ variant }) => variant)).toEqual(['ORIGINAL', 'DESKTOP', 'MOBILE']);
    expectBudgets(map);
    const collider = (await read()).maps.find(({ type }) => type === 'COLLIDER');
    expect(collider).toMatchObject({ status: 'READY', source: 'DERIVED', sourceMapId: mapId, version: 1 });

    const body = { renderMapId: mapId, colliderMapId: collider?.id };
    const path = `/api/v1/viewers/${viewer.code}/maps/activate`;
    expect((await app.call('POST', path, { token: owner.token, body })).status).toBe(200);
    await expectWhatVisitorsGet(await linksTo(app, viewer.code, 'AAAAbbbbCCCCdddd'));
  });

  function expectBudgets({ report }: ManagedViewerMap): void {
    const { original, desktop, mobile } = report?.budget ?? { original: null, desktop: null, mobile: null };
    expect(desktop?.triangles).toBe(original?.triangles);
    expect(mobile?.triangles).toBeLessThan(desktop?.triangles ?? 0);
    expect(desktop?.textureBytes).toBe(Math.ceil((2048 * 2048 * 16) / 3));
    expect(mobile?.textureBytes).toBe(Math.ceil((1024 * 1024 * 16) / 3));
  }

  async function expectWhatVisitorsGet(links: MapLink[]): Promise<void> {
    expect(links.map(({ type, variant }) => [type, variant])).toEqual([
      ['RENDER', 'DESKTOP'],
      ['RENDER', 'MOBILE'],
      ['COLLIDER', 'DESKTOP'],
    ]);
    const io = await createIo();
    const shown = await io.readBinary(await fetchFile(links[0]?.url ?? ''));
    const extensions = shown
      .getRoot()
      .listExtensionsUsed()
      .map(({ extensionName }) => extensionName);
    expect(extensions).toContain('EXT_meshopt_compression');
    expect(extensions).not.toContain('KHR_draco_mesh_compression');
    expect(
      shown
        .getRoot()
        .listTextures()
        .map((texture) => texture.getMimeType()),
    ).toEqual(['image/webp']);

    const solid = (await io.readBinary(await fetchFile(links[2]?.url ?? ''))).getRoot();
    expect(solid.listExtensionsUsed()).toEqual([]);
    expect(solid.listMeshes().map((mesh) => mesh.getName())).toEqual(['Collider', 'OuterCollider']);
    const position = solid.listMeshes()[0]?.listPrimitives()[0]?.getAttribute('POSITION');
    expect(position?.getArray()).toBeInstanceOf(Float32Array);
    // Three instances of the table, 5 m apart, and the floor of 20 m.
    expect(position?.getMax([0, 0, 0])[0]).toBeCloseTo(10, 1);
    expect(position?.getMax([0, 0, 0])[1]).toBeCloseTo(1, 1);
    expect([solid.listMaterials().length, solid.listTextures().length]).toEqual([0, 0]);
  }

  it('says how far the work on it is', async () => {
    const workshop = app.app.get(MapWorkshop, { strict: false });
    let goOn: () => void = () => undefined;
    const held = vi.spyOn(workshop, 'make').mockImplementation(async (_, { onProgress }) => {
      onProgress({ stage: 'converting', done: 0.5 });
      await new Promise<void>((resolve) => (goOn = resolve));
      return { kind: 'refused', findings: [] };
    });
    const mapId = await upload(triangleGlb('slow'));
    await eventually(async () => expect((await read()).maps[0]?.progress).toEqual({ stage: 'converting', done: 0.5 }));
    goOn();
    await settled(mapId);
    held.mockRestore();
  });

  it('that an earlier attempt has worked on is left as it is', async () => {
    const mapId = await upload(triangleGlb('twice'));
    const before = await settled(mapId);
    const job = app.app.get(MapProcessingJob, { strict: false });
    const run = { jobId: 'x', attempt: 2, signal: new AbortController().signal, report: () => Promise.resolve() };
    await job.run({ mapId }, run);
    expect((await read()).maps).toHaveLength(2);
    expect(await settled(mapId)).toEqual(before);
  });

  it('that could not be worked on is refused', async () => {
    const workshop = app.app.get(MapWorkshop, { strict: false });
    const broken = vi.spyOn(workshop, 'make').mockRejectedValue(new Error('broken'));
    const mapId = await upload(triangleGlb('hopeless'));
    await app.database.query(`UPDATE "BackgroundJob" SET "maxAttempts" = 1 WHERE "dedupeKey" = $1`, [mapId]);
    await app.app.get(MapProcessingJob, { strict: false }).giveUp({ mapId });
    broken.mockRestore();
    expect((await settled(mapId)).report?.findings.map(({ code }) => code)).toEqual(['map.unreadable']);
  });
});

describe('an uploaded COLLIDER map', () => {
  it('is cleaned, without another derived from it', async () => {
    const mapId = await upload(await cafeGlb({ isDraco: false }), 'COLLIDER');
    const map = await settled(mapId);
    expect(map).toMatchObject({ type: 'COLLIDER', status: 'READY', source: 'UPLOAD' });
    expect(map.variants.map(({ variant }) => variant)).toEqual(['ORIGINAL', 'DESKTOP']);
    expect((await read()).maps).toHaveLength(1);
  });
});

describe('a hostile file', () => {
  const workedOn = new Set([
    'map.length-differs',
    'map.not-glb',
    'map.external-uri',
    'map.too-many-nodes',
    'map.too-much-data',
    'map.data-beyond-file',
    'map.node-cycle',
    'map.invalid',
    'map.json-too-large',
    'map.texture-too-large',
    'map.too-deep',
    'map.unreadable',
  ]);

  it('is refused with its own finding, each of them, while the server answers', async () => {
    const before = process.memoryUsage().rss;
    // A dozen of them, each in a process of its own; all are tried on the check itself (`check-structure.spec.ts`).
    const all = new Map(hostileGlbs.map((make) => make()).map((glb) => [glb.code, glb]));
    const dozen = [...all.values()].filter(({ code }) => workedOn.has(code));
    expect(dozen).toHaveLength(12);
    for (const { name, code, bytes } of dozen) {
      const map = await settled(await upload(bytes));
      expect([map.status, map.report?.findings[0]?.code], name).toEqual(['REFUSED', code]);
      expect((await app.call('GET', '/api/health/ready')).status).toBe(200);
    }
    expect(process.memoryUsage().rss - before).toBeLessThan(200 * 1024 * 1024);
  });

  it('that needs too much memory or time is refused', async () => {
    const [storage, order] = [app.app.get(MapStorage, { strict: false }), await cafeGlb({ isDraco: false })];
    const path = storage.pathOf(await storage.put(order, '.glb'));
    const limits = [
      [{ MAP_MEMORY_MB: 20, MAP_TIME_LIMIT_MS: 600_000, MAP_NICENESS: 0 }, 'map.too-heavy'],
      [{ MAP_MEMORY_MB: 2048, MAP_TIME_LIMIT_MS: 30, MAP_NICENESS: 19 }, 'map.too-slow'],
    ] as const;
    for (const [config, code] of limits) {
      const folder = await storage.makeScratchFolder();
      const outcome = await new MapWorkshop(config).make(
        { type: 'RENDER', path, folder },
        { signal: new AbortController().signal, onProgress: () => undefined },
      );
      expect(outcome).toMatchObject({ kind: 'refused', findings: [{ code }] });
    }
  });
});

describe('what nobody needs', () => {
  const collect = () => app.app.get(MapCollectionService, { strict: false }).collect();

  it('is collected after a day: uploads left alone, and files that no map names', async () => {
    const storage = app.app.get(MapStorage, { strict: false });
    const used = await upload(triangleGlb('used'));
    await settled(used);
    const [name, young] = [
      await storage.put(triangleGlb('unnamed'), '.glb'),
      await storage.put(triangleGlb('young'), '.glb'),
    ];
    const twoDaysAgo = new Date(Date.now() - 2 * 86_400_000);
    for await (const file of storage.list()) {
      if (file.name !== young) await utimes(storage.pathOf(file.name), twoDaysAgo, twoDaysAgo);
    }
    const left = await new TusClient(app, owner.token).begin({ viewer: viewer.code, type: 'RENDER', sizeBytes: 100 });
    await app.database.query(`UPDATE "UploadSession" SET "expiresAt" = now() - interval '1 s' WHERE id = $1`, [
      left.split('/').at(-1),
    ]);
    const uploads = join(storage.root, '.uploads');
    await mkdir(uploads, { recursive: true });
    await writeFile(join(uploads, '019a0000-0000-7000-8000-000000000000'), 'nobody’s');
    const figures = await collect();
    expect(figures.uploads).toBe(1);
    expect(figures.files).toBeGreaterThanOrEqual(1);
    expect(await readdir(uploads)).toEqual([]);
    expect(await storage.modifiedAt(name)).toBeUndefined();
    expect(await storage.modifiedAt(young)).toBeDefined();
    expect((await settled(used)).status).toBe('READY');
    const named = await app.database.query<{ fileName: string }>('SELECT "fileName" FROM "MetaViewerMapFile"');
    for (const { fileName } of named) expect(await storage.modifiedAt(fileName), fileName).toBeDefined();
  });
});
