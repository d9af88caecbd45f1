import { createHash } from 'node:crypto';
import { readdir, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { join } from 'node:path';
import { type ManagedViewer, type MapUpload, mapUpload } from '@virtualcafe/contracts';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { type SignedInUser, startTestApp, type TestApp } from '../../../../test/app.js';
import { createCafe, createRegion, expectProblem, type MadeCafe, unknownId } from '../../../../test/cafe-scene.js';
import { eventually } from '../../../../test/eventually.js';
import { triangleGlb } from '../../../../test/glb-factory.js';
import { TusClient, type TusPlan } from '../../../../test/tus-client.js';
import { createViewer, type MadeViewer } from '../../../../test/viewer-scene.js';
import { AppError } from '../../../platform/errors/app-error.js';
import { MapUploadStore } from './map-upload-store.js';

let app: TestApp;
let admin: SignedInUser;
let owner: SignedInUser;
let stranger: SignedInUser;
let cafe: MadeCafe;
let viewer: MadeViewer;
let client: TusClient;

beforeAll(async () => {
  app = await startTestApp();
  [admin, stranger] = [await app.signIn('ADMIN'), await app.signIn('BUSINESS')];
});
afterAll(() => app?.stop());

beforeEach(async () => {
  // Of each test's own: only so many uploads of one user stay open.
  owner = await app.signIn('BUSINESS');
  const region = await createRegion(app, admin.token, `시 ${owner.loginId}`, 'SPECIAL_CITY');
  cafe = await createCafe(app, owner.token, region.id);
  viewer = await createViewer(app, owner.token, cafe.id);
  client = new TusClient(app, owner.token);
});

const bytes = triangleGlb('uploaded');
const plan = (changes: Partial<TusPlan> = {}): TusPlan => ({
  viewer: viewer.code,
  type: 'RENDER',
  sizeBytes: bytes.byteLength,
  ...changes,
});
const uploadOf = async (path: string) => (await app.call<MapUpload>('GET', path, { token: owner.token })).body;
const mapsOf = async () =>
  (await app.call<ManagedViewer>('GET', `/api/v1/me/viewers/${viewer.code}`, { token: owner.token })).body.maps;
const uploadsFolder = () => join(`${app.mediaFolder}-maps`, '.uploads');

describe('an upload', () => {
  it('becomes a map when its last part has come, byte for byte', async () => {
    const path = await client.begin(plan());
    const first = await client.append(path, 0, bytes.subarray(0, 100));
    expect([first.status, first.headers.get('upload-offset')]).toEqual([204, '100']);
    expect(new Date(first.headers.get('upload-expires') ?? '').getTime()).toBeGreaterThan(Date.now() + 86_000_000);
    const half = await uploadOf(path);
    expect(mapUpload.parse(half)).toEqual(half);
    expect(half).toMatchObject({ status: 'RECEIVING', receivedBytes: 100, mapId: null, fileName: '카페.glb' });
    const told = await client.tell(path);
    expect([told.status, told.headers.get('upload-offset'), told.headers.get('upload-length')]).toEqual([
      200,
      '100',
      String(bytes.byteLength),
    ]);
    expect(told.headers.get('tus-resumable')).toBe('1.0.0');
    const last = await client.append(path, 100, bytes.subarray(100));
    const mapId = last.headers.get('upload-map-id');
    expect([last.status, last.headers.get('upload-offset')]).toEqual([204, String(bytes.byteLength)]);
    expect(await uploadOf(path)).toMatchObject({ status: 'RECEIVED', receivedBytes: bytes.byteLength, mapId });
    expect(await mapsOf()).toContainEqual(expect.objectContaining({ id: mapId, type: 'RENDER', version: 1 }));
    const [file] = await app.database.query<{ contentHash: string }>(
      `SELECT "contentHash" FROM "MetaViewerMapFile" WHERE "mapId" = $1 AND variant = 'ORIGINAL'`,
      [mapId],
    );
    expect(file?.contentHash).toBe(createHash('sha256').update(bytes).digest('hex'));
    expect(await readdir(uploadsFolder())).toEqual([]);
    const logged = await app.database.query(
      'SELECT after FROM "TransactionLog" WHERE action = $1 AND "resourceId" = $2',
      ['viewer.upload-map', viewer.id],
    );
    expect(logged).toHaveLength(1);
  });

  it('may come whole with its creation', async () => {
    const response = await client.create(plan(), bytes);
    expect([response.status, response.headers.get('upload-offset')]).toEqual([201, String(bytes.byteLength)]);
    expect(response.headers.get('upload-map-id')).not.toBeNull();
  });

  it('whose last part came just before the server was killed becomes a map when its client asks', async () => {
    const path = await client.begin(plan());
    // As a killed process leaves it: all bytes on the disk, and nothing else done.
    await writeFile(join(uploadsFolder(), path.split('/').at(-1) ?? ''), bytes);
    const answers = await Promise.all(Array.from({ length: 5 }, () => client.tell(path)));
    const ids = answers.map(({ headers }) => headers.get('upload-map-id'));
    expect(new Set(ids).size).toBe(1);
    expect(ids[0]).not.toBeNull();
    expect(await mapsOf()).toHaveLength(1);
    expectProblem(await client.append(path, bytes.byteLength, bytes), 409, 'map-upload.over');
  });

  it('goes on only where it is', async () => {
    const path = await client.begin(plan());
    await client.append(path, 0, bytes.subarray(0, 10));
    expectProblem(await client.append(path, 0, bytes), 409, 'map-upload.offset-differs');
    expectProblem(await client.append(path, 20, bytes.subarray(20)), 409, 'map-upload.offset-differs');
    expectProblem(await client.append(path, 10, bytes), 413, 'map-upload.too-large');
    expect((await client.tell(path)).headers.get('upload-offset')).toBe('10');
  });

  it('keeps what had come when its client was cut off in the middle of a part', async () => {
    const path = await client.begin(plan());
    const part = request(`${app.url}${path}`, {
      method: 'PATCH',
      headers: {
        authorization: `Bearer ${owner.token}`,
        'tus-resumable': '1.0.0',
        'upload-offset': '0',
        'content-type': 'application/offset+octet-stream',
        'content-length': bytes.byteLength,
      },
    });
    part.on('error', () => undefined);
    part.write(bytes.subarray(0, 50));
    const offset = async () => (await client.tell(path)).headers.get('upload-offset');
    await eventually(async () => expect(await offset()).toBe('50'));
    part.destroy();
    // Until the server has seen the end of it, the upload is held.
    await eventually(async () => expect((await client.append(path, 50, bytes.subarray(50))).status).toBe(204));
    expect(await uploadOf(path)).toMatchObject({ status: 'RECEIVED' });
  });

  it('is cancelled with what has come of it', async () => {
    const path = await client.begin(plan());
    await client.append(path, 0, bytes.subarray(0, 10));
    const cancelled = await client.cancel(path);
    expect(cancelled.status).toBe(204);
    expect(await readdir(uploadsFolder())).not.toContain(path.split('/').at(-1));
    expect((await client.tell(path)).status).toBe(404);
    const whole = await client.create(plan(), bytes);
    expectProblem(await client.cancel(whole.headers.get('location') ?? ''), 409, 'map-upload.over');
  });

  it('is nobody else’s', async () => {
    const path = await client.begin(plan());
    const others = [new TusClient(app, stranger.token), new TusClient(app, admin.token)];
    for (const other of others) {
      expect((await other.tell(path)).status).toBe(404);
      expectProblem(await other.append(path, 0, bytes), 404, 'map-upload.not-found');
      expectProblem(await other.cancel(path), 404, 'map-upload.not-found');
    }
    expectProblem(await new TusClient(app, stranger.token).create(plan()), 404, 'viewer.not-found');
    expectProblem(await new TusClient(app, undefined).create(plan()), 401, 'auth.required');
    expect((await new TusClient(app, undefined).tell(path)).status).toBe(401);
    expectProblem(await client.append(`/api/v1/map-uploads/${unknownId}`, 0, bytes), 404, 'map-upload.not-found');
    expectProblem(await client.append('/api/v1/map-uploads/..%2f..%2fetc', 0, bytes), 400, 'request.invalid');
  });

  it('is nobody’s any more a day after its last part', async () => {
    const path = await client.begin(plan());
    await app.database.query(`UPDATE "UploadSession" SET "expiresAt" = now() - interval '1 s' WHERE id = $1`, [
      path.split('/').at(-1),
    ]);
    expectProblem(await client.append(path, 0, bytes), 404, 'map-upload.not-found');
    expect((await client.tell(path)).status).toBe(404);
  });
});

describe('an upload is not begun', () => {
  it('when it is not as the protocol says', async () => {
    const bad: TusPlan[] = [
      plan({ sizeBytes: 0 }),
      plan({ sizeBytes: '-1' }),
      plan({ sizeBytes: '1e3' }),
      plan({ type: 'PICTURE' }),
      plan({ viewer: '../etc' }),
      plan({ metadata: '' }),
      plan({ metadata: 'viewer' }),
      plan({ metadata: '%%% ###' }),
      plan({ fileName: 'x'.repeat(300) }),
    ];
    for (const each of bad) expectProblem(await client.create(each), 400, 'map-upload.invalid');
    const headers = { 'upload-length': '10', 'upload-metadata': `viewer ${btoa(viewer.code)},type ${btoa('RENDER')}` };
    const unversioned = await app.call('POST', '/api/v1/map-uploads', { token: owner.token, headers });
    expectProblem(unversioned, 400, 'map-upload.invalid');
    const open = await app.database.query(
      `SELECT FROM "UploadSession" WHERE "uploaderId" = $1 AND status = 'RECEIVING'`,
      [owner.id],
    );
    expect(open).toEqual([]);
  });

  it('when it is too large or for an unknown room', async () => {
    expectProblem(await client.create(plan({ sizeBytes: 500 * 1024 * 1024 + 1 })), 413, 'map-upload.too-large');
    expectProblem(await client.create(plan({ viewer: 'no-such-room' })), 404, 'viewer.not-found');
  });

  it('beside more than four others: the one that has waited longest is given up', async () => {
    const paths: string[] = [];
    for (let count = 0; count < 6; count += 1) paths.push(await client.begin(plan()));
    const told = await Promise.all(paths.map((path) => client.tell(path)));
    expect(told.map(({ status }) => status)).toEqual([404, 200, 200, 200, 200, 200]);
  });

  it('when the disk cannot take it', async () => {
    const store = app.app.get(MapUploadStore, { strict: false });
    const full = vi.spyOn(store, 'assertRoom').mockRejectedValue(new AppError('map-upload.no-space'));
    expectProblem(await client.create(plan()), 503, 'map-upload.no-space');
    full.mockRestore();
    await expect(store.assertRoom(Number.MAX_SAFE_INTEGER)).rejects.toMatchObject({ code: 'map-upload.no-space' });
  });

  it('beyond what the disk takes, and what it took is kept', async () => {
    const path = await client.begin(plan());
    const file = join(uploadsFolder(), path.split('/').at(-1) ?? '');
    await rm(file);
    // A device of the system on which every write fails as on a full disk.
    await symlink('/dev/full', file);
    expectProblem(await client.append(path, 0, bytes), 503, 'map-upload.no-space');
    await rm(file);
    await writeFile(file, bytes.subarray(0, 10));
    expect((await client.append(path, 10, bytes.subarray(10))).status).toBe(204);
  });

  it('by other content than the protocol’s', async () => {
    const path = await client.begin(plan());
    const json = await app.call('PATCH', path, { token: owner.token, body: {}, headers: { 'tus-resumable': '1.0.0' } });
    expect(json.status).toBe(400);
    const elsewhere = await fetch(`${app.url}/api/v1/auth/login`, {
      method: 'POST',
      headers: { 'content-type': 'application/offset+octet-stream' },
      body: new Uint8Array(10),
    });
    expect(elsewhere.status).toBe(415);
    expect((await stat(join(uploadsFolder(), path.split('/').at(-1) ?? ''))).size).toBe(0);
  });
});
