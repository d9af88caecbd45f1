import { randomUUID } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Image, Session } from '@virtualcafe/contracts';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { testEnvironment } from '../../../test/app.js';
import { createTestDatabase, type TestDatabase } from '../../../test/database.js';
import { blankPng, gifOfFrames, imageForm, sample, svg } from '../../../test/image-factory.js';
import { beginUpload } from '../../../test/raw-upload.js';
import { type ServerProcess, startServerProcess } from '../../../test/server-process.js';
import { newPerson } from '../../../test/session-client.js';

const megabyte = 1024 * 1024;

let database: TestDatabase;
let mediaFolder: string;
let server: ServerProcess;

beforeAll(async () => {
  database = await createTestDatabase();
  mediaFolder = join(inject('scratchFolder'), `media-${randomUUID()}`);
  await start();
});

afterAll(async () => {
  await server.stop();
  await database.drop();
});

async function start(): Promise<void> {
  server = await startServerProcess(testEnvironment(database.url, mediaFolder));
}

async function signUp(): Promise<string> {
  const response = await fetch(`${server.url}/api/v1/auth/signup`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(newPerson()),
  });
  return ((await response.json()) as Session).accessToken;
}

async function upload(token: string, bytes: Buffer): Promise<{ status: number; body: Image }> {
  const response = await fetch(`${server.url}/api/v1/images`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}` },
    body: imageForm(bytes),
  });
  return { status: response.status, body: (await response.json()) as Image };
}

/** Names of all files below the media folder, `.incoming` too. */
async function filesOnDisk(): Promise<string[]> {
  const entries = await readdir(mediaFolder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name).slice(mediaFolder.length + 1));
}

describe('a server killed while it takes uploads', () => {
  it('leaves nothing half-done for the next one', async () => {
    const pictures = await Promise.all(Array.from({ length: 12 }, (_, seed) => sample('jpeg', 1200, 900, 500 + seed)));
    for (const killAfterMs of [200, 800]) {
      const token = await signUp();
      const halves = await Promise.all(
        Array.from({ length: 5 }, () => beginUpload(server.url, { token, contentLength: 8 * megabyte })),
      );
      await Promise.all(halves.map(({ send }) => send(Buffer.alloc(megabyte))));
      const uploads = pictures.map((bytes) => upload(token, bytes).catch(() => undefined));
      await sleep(killAfterMs);
      await server.kill();
      await Promise.all(uploads);
      for (const { socket } of halves) socket.destroy();

      await start();
      const files = await filesOnDisk();
      expect(files.filter((file) => !/^[0-9a-f]{2}\/[0-9a-f]{64}(?:\.thumb)?\.webp$/.test(file))).toEqual([]);
      const rows = await database.query<{ fileName: string; thumbnailName: string }>('SELECT * FROM "Image"');
      for (const { fileName, thumbnailName } of rows)
        expect(files).toEqual(expect.arrayContaining([fileName, thumbnailName]));
      const unlogged = await database.query(
        `SELECT 1 FROM "Image" i WHERE NOT EXISTS (SELECT 1 FROM "TransactionLog" l WHERE l."resourceId" = i.id::text)`,
      );
      expect(unlogged).toEqual([]);
    }
    const { status, body } = await upload(await signUp(), await sample('png', 60, 60));
    expect(status).toBe(201);
    expect((await fetch(`${server.url}${body.url}`)).status).toBe(200);
  });
});

describe('the memory of a server', () => {
  it('grows little under hostile files, however many are sent', async () => {
    const token = await signUp();
    const hostile = [
      blankPng(16_000, 16_000),
      gifOfFrames(10_000),
      Buffer.from(svg),
      Buffer.concat([Buffer.from('GIF89a'), Buffer.alloc(9 * megabyte, 0x20)]),
      Buffer.alloc(10 * megabyte, 0xff),
      (await sample('jpeg', 3000, 2000)).subarray(0, 100_000),
    ];
    await upload(token, await sample('jpeg', 1200, 900));
    const before = await server.residentBytes();
    let most = before;
    const watch = setInterval(() => {
      void server.residentBytes().then((bytes) => (most = Math.max(most, bytes)));
    }, 50);
    try {
      for (let round = 0; round < 3; round += 1) {
        const answers = await Promise.all(hostile.flatMap((bytes) => [1, 2, 3].map(() => upload(token, bytes))));
        expect(answers.filter(({ status }) => status < 400 || status >= 500)).toEqual([]);
      }
    } finally {
      clearInterval(watch);
    }
    expect(most - before).toBeLessThan(200 * megabyte);
  });
});
