import { createHash } from 'node:crypto';
import { gunzipSync } from 'node:zlib';
import type { ManagedViewer, StarterRoomRequest } from '@virtualcafe/contracts';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { CafeScene } from './cafe-scene.js';
import { type Answer, HttpsClient } from './https-client.js';
import { Stack } from './stack.js';
import { until } from './until.js';

const place = inject('place');
const stack = new Stack(place);
const { rootCertificate } = inject('installation');
const client = new HttpsClient(place, rootCertificate);
const get = (path: string, headers: Record<string, string> = {}): Promise<Answer> =>
  client.call('GET', path, { headers });
const getPacked = (path: string, headers: Record<string, string> = {}): Promise<Answer> =>
  get(path, { 'accept-encoding': 'gzip, deflate, br', ...headers });
const sha256 = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');

let scene: CafeScene;

beforeAll(async () => {
  scene = await CafeScene.make(stack, rootCertificate);
  // A list that is worth it.
  for (let made = 0; made < 5; made += 1) {
    const { method, path, headers, body } = scene.newCafe(`${scene.cafeCode}-${made}`);
    const answer = await client.call(method, path, { headers: headers ?? {}, body: body ?? '' });
    expect(answer.status).toBe(201);
  }
});

afterAll(() => {
  scene.close();
  client.close();
});

/** Both are the same, and whoever keeps them can tell them apart. */
function expectPacked(packed: Answer, plain: Answer): void {
  expect([packed.status, plain.status]).toEqual([200, 200]);
  expect([packed.headers['content-encoding'], plain.headers['content-encoding']]).toEqual(['gzip', undefined]);
  expect(gunzipSync(packed.body).equals(plain.body)).toBe(true);
  expect(packed.body.length).toBeLessThan(plain.body.length);
  for (const { headers } of [packed, plain]) expect(headers.vary).toMatch(/(^|, )Accept-Encoding(,|$)/i);
  expect(packed.headers['content-type']).toBe(plain.headers['content-type']);
}

describe('what the server answers', () => {
  it.each(['/api/v1/cafes', '/api/docs/swagger-ui.css', '/'])('%s comes compressed to who takes that', async (path) => {
    const [packed, plain] = [
      await getPacked(path, scene.authorization),
      await get(path, { ...scene.authorization, 'accept-encoding': 'identity' }),
    ];
    expectPacked(packed, plain);
    const { etag } = packed.headers;
    // Not byte by byte what it would be otherwise.
    if (etag !== undefined) expect(etag).toMatch(/^W\//);
  });

  it('is answered with 304 to who has it compressed', async () => {
    const { headers } = await getPacked('/api/v1/cafes');
    const again = await getPacked('/api/v1/cafes', { 'if-none-match': headers.etag ?? '' });
    expect([again.status, again.body.length]).toEqual([304, 0]);
  });

  it('comes from what is kept as each takes it', async () => {
    const asked = [getPacked, get, getPacked, get, get, getPacked];
    const answers: Answer[] = [];
    for (const ask of asked) answers.push(await ask('/api/v1/cafes?pageSize=50'));
    expect(answers.map(({ headers }) => headers['content-encoding'])).toEqual(
      asked.map((ask) => (ask === get ? undefined : 'gzip')),
    );
    const texts = answers.map(({ body }, index) => (asked[index] === get ? body : gunzipSync(body)).toString());
    expect(new Set(texts).size).toBe(1);
  });

  it.each(['', 'identity', 'br', 'gzip;q=0', '*;q=0'])('comes as it is to who takes "%s"', async (encodings) => {
    const { status, headers, text } = await get('/api/v1/cafes', { 'accept-encoding': encodings });
    expect([status, headers['content-encoding']]).toEqual([200, undefined]);
    expect(JSON.parse(text)).toHaveProperty('items');
  });

  it('comes as it is where it is small', async () => {
    const { headers, text } = await getPacked('/api/health/live');
    expect(headers['content-encoding']).toBeUndefined();
    expect(JSON.parse(text)).toHaveProperty('status');
  });
});

describe('a built file', () => {
  let asset: string;
  beforeAll(async () => {
    asset = /\/assets\/[^"]+\.js/.exec((await get('/')).text)?.[0] ?? '';
  });

  it('comes as it was compressed when it was built', async () => {
    const [packed, plain] = [await getPacked(asset), await get(asset)];
    expectPacked(packed, plain);
    const file = `/var/lib/virtualcafe/web${asset}`;
    const hashes = await stack.compose('exec', '-T', 'nginx', 'sha256sum', `${file}.gz`, file);
    expect(hashes.match(/^[0-9a-f]{64}/gm)).toEqual([sha256(packed.body), sha256(plain.body)]);
    expect(packed.headers['content-length']).toBe(String(packed.body.length));
  });

  it('has a tag of its own for each of both', async () => {
    const [packed, plain] = [(await getPacked(asset)).headers.etag ?? '', (await get(asset)).headers.etag ?? ''];
    for (const tag of [packed, plain]) expect(tag).toMatch(/^"[^"]+"$/);
    expect(packed).not.toBe(plain);
    const statuses = async (tag: string): Promise<number[]> => [
      (await getPacked(asset, { 'if-none-match': tag })).status,
      (await get(asset, { 'if-none-match': tag })).status,
    ];
    expect([await statuses(packed), await statuses(plain)]).toEqual([
      [304, 200],
      [200, 304],
    ]);
  });
});

describe('the model of a room', () => {
  let path: string;
  let hash: string;
  beforeAll(async () => {
    const [code = ''] = await scene.openRooms(1);
    ({ path, hash } = await furnish(code));
  });
  const asked = (headers: Record<string, string> = {}): Record<string, string> => ({
    ...scene.authorization,
    ...headers,
  });

  it('comes compressed to who takes that', async () => {
    const [packed, plain] = [await getPacked(path, asked()), await get(path, asked())];
    expectPacked(packed, plain);
    expect(packed.headers['content-type']).toBe('model/gltf-binary');
    expect(sha256(plain.body)).toBe(hash);
    expect([packed.headers.etag, plain.headers.etag]).toEqual([`W/"${hash}"`, `"${hash}"`]);
    expect(plain.headers['content-length']).toBe(String(plain.body.length));
  });

  it('is answered with 304 to who has it either way', async () => {
    for (const tag of [`W/"${hash}"`, `"${hash}"`]) {
      const { status, body } = await getPacked(path, asked({ 'if-none-match': tag }));
      expect([tag, status, body.length]).toEqual([tag, 304, 0]);
    }
  });

  it('comes in parts as it is, so that they fit together', async () => {
    const { body: whole } = await get(path, asked());
    const part = (headers: Record<string, string>): Promise<Answer> =>
      getPacked(path, asked({ range: 'bytes=10-29', ...headers }));
    const { status, headers, body } = await part({ 'if-range': `"${hash}"` });
    expect([status, headers['content-encoding']]).toEqual([206, undefined]);
    expect(headers['content-range']).toBe(`bytes 10-29/${whole.length}`);
    expect(body).toEqual(whole.subarray(10, 30));
    // What was begun compressed cannot be gone on with.
    expect((await part({ 'if-range': `W/"${hash}"` })).status).toBe(200);
  });
});

/** Has a small room made and answers where its model is. */
async function furnish(code: string): Promise<{ path: string; hash: string }> {
  const shell = { style: 'wood', width: 7, depth: 6, height: 3 } as const;
  const order: StarterRoomRequest = {
    ...shell,
    tables: 1,
    counter: 'none',
    plants: 0,
    lights: 1,
    imageIds: [],
    seed: 1,
  };
  const headers = { ...scene.authorization, 'content-type': 'application/json' };
  const body = JSON.stringify(order);
  expect((await client.call('POST', `/api/v1/viewers/${code}/starter-room`, { headers, body })).status).toBe(202);
  const file = await until(async () => {
    const { text } = await get(`/api/v1/me/viewers/${code}`, scene.authorization);
    const { maps } = JSON.parse(text) as ManagedViewer;
    // The first pair is that of the scene, which nobody can fetch.
    const made = maps.find(({ type, version, status }) => type === 'RENDER' && version > 1 && status === 'READY');
    return made?.variants.find(({ variant }) => variant === 'DESKTOP');
  });
  const path = `/api/v1/viewers/${code}/map-files/${file.fileId}`;
  const { headers: received } = await client.call('HEAD', path, { headers: scene.authorization });
  return { path, hash: /[0-9a-f]{64}/.exec(received.etag ?? '')?.[0] ?? '' };
}
