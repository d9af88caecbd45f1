import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { request } from 'node:http';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, inject, it, vi } from 'vitest';
import { startTestApp, type TestApp, testEnvironment } from '../../../../test/app.js';
import { createCafe, createRegion } from '../../../../test/cafe-scene.js';
import { glbOf, triangleBinary, triangleJson } from '../../../../test/glb-factory.js';
import { type ServerProcess, startServerProcess } from '../../../../test/server-process.js';
import { TusClient } from '../../../../test/tus-client.js';
import { createViewer } from '../../../../test/viewer-scene.js';

const mebibyte = 1024 * 1024;

let app: TestApp;
let environment: NodeJS.ProcessEnv;

beforeAll(async () => {
  app = await startTestApp();
  environment = testEnvironment(app.database.url, join(inject('scratchFolder'), `media-${randomUUID()}`));
});
afterAll(() => app?.database.drop());

/** A sound file of 100 MB: one triangle, and bytes that no view is of. */
function largeGlb(): Buffer {
  const filler = randomBytes(100 * mebibyte);
  const binary = Buffer.concat([triangleBinary(), filler]);
  return glbOf({ ...triangleJson(), buffers: [{ byteLength: binary.byteLength }] }, binary);
}

/** Sends a part slowly enough for the server to be killed in the middle of it; ends when the connection does. */
async function sendSlowly(url: string, token: string, part: Buffer): Promise<void> {
  const sent = request(url, {
    method: 'PATCH',
    headers: {
      authorization: `Bearer ${token}`,
      'tus-resumable': '1.0.0',
      'upload-offset': '0',
      'content-type': 'application/offset+octet-stream',
      'content-length': part.byteLength,
    },
  });
  const over = new AbortController();
  sent.on('error', () => over.abort()).on('close', () => over.abort());
  for (let start = 0; start < part.byteLength && !over.signal.aborted; start += mebibyte) {
    sent.write(part.subarray(start, start + mebibyte));
    await sleep(10);
  }
  sent.destroy();
}

describe('an upload of 100 MB', () => {
  it('goes on where it was when the server is killed in the middle, and is the same file', async () => {
    const [admin, owner] = [await app.signIn('ADMIN'), await app.signIn('BUSINESS')];
    const region = await createRegion(app, admin.token, '서울특별시', 'SPECIAL_CITY');
    const viewer = await createViewer(app, owner.token, (await createCafe(app, owner.token, region.id)).id);
    // It would take the work on the map from the processes that are killed.
    await app.close();
    const bytes = largeGlb();
    const received = async (server: ServerProcess, path: string): Promise<number> =>
      Number((await new TusClient(server, owner.token).tell(path)).headers.get('upload-offset'));

    const first = await startServerProcess(environment);
    const plan = { viewer: viewer.code, type: 'RENDER', sizeBytes: bytes.byteLength };
    const path = await new TusClient(first, owner.token).begin(plan);
    const sending = sendSlowly(`${first.url}${path}`, owner.token, bytes);
    await vi.waitUntil(async () => (await received(first, path)) > 20 * mebibyte, { timeout: 300_000, interval: 50 });
    await first.kill();
    await sending;

    const second = await startServerProcess(environment);
    const before = await second.residentBytes();
    const offset = await received(second, path);
    expect(offset).toBeGreaterThan(20 * mebibyte);
    expect(offset).toBeLessThan(bytes.byteLength);
    const last = await new TusClient(second, owner.token).append(path, offset, bytes.subarray(offset));
    const mapId = last.headers.get('upload-map-id');
    expect([last.status, mapId === null]).toEqual([204, false]);
    const [file] = await app.database.query<{ contentHash: string; sizeBytes: number }>(
      `SELECT "contentHash", "sizeBytes" FROM "MetaViewerMapFile" WHERE "mapId" = $1 AND variant = 'ORIGINAL'`,
      [mapId],
    );
    expect(file).toEqual({
      contentHash: createHash('sha256').update(bytes).digest('hex'),
      sizeBytes: bytes.byteLength,
    });
    expect((await second.residentBytes()) - before).toBeLessThan(200 * mebibyte);

    // Killed while the map is worked on: the next one begins the work again when the lease has run out.
    await second.kill();
    const third = await startServerProcess(environment);
    await app.database.query(
      `UPDATE "BackgroundJob" SET "lockedUntil" = now() - interval '1 s' WHERE status = 'RUNNING'`,
    );
    const statusOf = async (): Promise<string | undefined> =>
      (await app.database.query<{ status: string }>('SELECT status FROM "MetaViewerMap" WHERE id = $1', [mapId]))[0]
        ?.status;
    await vi.waitUntil(async () => (await statusOf()) === 'READY', { timeout: 300_000, interval: 100 });
    const maps = await app.database.query('SELECT type, source FROM "MetaViewerMap" ORDER BY type');
    expect(maps).toEqual([
      { type: 'RENDER', source: 'UPLOAD' },
      { type: 'COLLIDER', source: 'DERIVED' },
    ]);
    await third.stop();
  });
});
