import type { MapLink } from '@virtualcafe/contracts';
import { beforeEach, describe, expect, it } from 'vitest';
import { type Downloading, fetchMaps, MapDownloadError, MapLinkExpiredError } from './map-download.js';
import type { MapStore } from './map-store.js';
import { sha256 } from './sha256.js';

const fileOf = (sizeBytes: number, seed: number): Uint8Array<ArrayBuffer> =>
  Uint8Array.from({ length: sizeBytes }, (_, index) => (index * seed) % 251);

const renderFile = fileOf(300_000, 7);
const colliderFile = fileOf(5_000, 11);
const renderHash = (await sha256(renderFile.buffer)) ?? '';
const colliderHash = (await sha256(colliderFile.buffer)) ?? '';

type Answer = (file: Uint8Array<ArrayBuffer>, range: string | null) => Response;

const whole: Answer = (file) => new Response(file);
const status =
  (code: number): Answer =>
  () =>
    new Response(null, { status: code });
/** Sends the first 100,000 bytes, then the connection breaks. */
const cutOff: Answer = (file) => {
  let hasSent = false;
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      if (hasSent) controller.error(new TypeError('network error'));
      else controller.enqueue(file.subarray(0, 100_000));
      hasSent = true;
    },
  });
  return new Response(body);
};
const rest: Answer = (file, range) =>
  new Response(file.subarray(Number(/^bytes=(\d+)-$/.exec(range ?? '')?.[1])), { status: 206 });

/** What is answered to who asks for the render map, in order; afterwards all of it. */
let answers: Answer[];
let askedRanges: (string | null)[];
let kept: Map<string, ArrayBuffer>;

beforeEach(() => {
  answers = [];
  askedRanges = [];
  kept = new Map();
});

function answer(url: string, init: RequestInit): Promise<Response> {
  init.signal?.throwIfAborted();
  if (url !== '/render') return Promise.resolve(whole(colliderFile, null));
  const range = new Headers(init.headers).get('range');
  askedRanges.push(range);
  return Promise.resolve((answers.shift() ?? whole)(renderFile, range));
}

const linkTo = (type: MapLink['type'], file: Uint8Array, fields: Partial<MapLink>): MapLink => ({
  mapId: '0190d9a0-0000-7000-8000-000000000000',
  type,
  version: 1,
  variant: 'DESKTOP',
  url: `/${type.toLowerCase()}`,
  contentHash: type === 'RENDER' ? renderHash : colliderHash,
  sizeBytes: file.byteLength,
  expiresAt: '2030-01-01T00:00:00.000Z',
  ...fields,
});

const links = (fields: Partial<MapLink> = {}) => ({
  render: linkTo('RENDER', renderFile, fields),
  collider: linkTo('COLLIDER', colliderFile, {}),
});

const store: MapStore = {
  get: (hash) => Promise.resolve(kept.get(hash) ?? null),
  put: (hash, bytes) => {
    kept.set(hash, bytes);
    return Promise.resolve();
  },
};

const downloading = (fields: Partial<Downloading> = {}): Downloading => ({
  store,
  fetch: answer,
  sha256,
  wait: () => Promise.resolve(),
  signal: new AbortController().signal,
  onProgress: () => undefined,
  ...fields,
});

const isSame = async (bytes: ArrayBuffer): Promise<boolean> => (await sha256(bytes)) === renderHash;

describe('fetching the maps of a room', () => {
  it('gives both, tells how far it is, and keeps them', async () => {
    const told: [number, number][] = [];
    const files = await fetchMaps(
      links(),
      downloading({ onProgress: (loadedBytes, totalBytes) => void told.push([loadedBytes, totalBytes]) }),
    );
    expect(await isSame(files.render)).toBe(true);
    expect(await sha256(files.collider)).toBe(colliderHash);
    expect(told.at(-1)).toEqual([305_000, 305_000]);
    const loaded = told.map(([bytes]) => bytes);
    expect(loaded).toEqual(loaded.toSorted((a, b) => a - b));
    expect([...kept.keys()].sort()).toEqual([renderHash, colliderHash].sort());
  });

  it('asks nobody for what is kept', async () => {
    await fetchMaps(links(), downloading());
    const nobody = downloading({ fetch: () => Promise.reject(new Error('Somebody was asked')) });
    expect(await isSame((await fetchMaps(links(), nobody)).render)).toBe(true);
  });

  it('fetches anew what was kept and has been damaged', async () => {
    kept.set(renderHash, new ArrayBuffer(renderFile.byteLength));
    expect(await isSame((await fetchMaps(links(), downloading())).render)).toBe(true);
  });

  it('goes on where it was cut off', async () => {
    answers = [cutOff, rest];
    expect(await isSame((await fetchMaps(links(), downloading())).render)).toBe(true);
    expect(askedRanges).toEqual([null, 'bytes=100000-']);
  });

  it('begins anew where the server knows no ranges', async () => {
    answers = [cutOff, whole];
    expect(await isSame((await fetchMaps(links(), downloading())).render)).toBe(true);
  });

  it.each([401, 403, 404])('asks for a new address after a %s', async (code) => {
    answers = [status(code)];
    await expect(fetchMaps(links(), downloading())).rejects.toThrow(MapLinkExpiredError);
  });

  it('takes nothing else than what was announced, and keeps nothing of it', async () => {
    const another = links({ contentHash: colliderHash });
    await expect(fetchMaps(another, downloading())).rejects.toThrow(MapDownloadError);
    answers = [(file) => new Response(new Blob([file, file]))];
    await expect(fetchMaps(links(), downloading())).rejects.toThrow('longer than was announced');
    expect(kept.has(renderHash)).toBe(false);
  });

  it('gives up after some attempts, and says why', async () => {
    answers = Array.from({ length: 4 }, () => status(503));
    const failure = await fetchMaps(links(), downloading()).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(MapDownloadError);
    expect((failure as Error).cause).toMatchObject({ message: 'RENDER map: 503' });
  });

  it('stops when it is told to', async () => {
    const controller = new AbortController();
    answers = [
      (file, range) => {
        controller.abort(new Error('left'));
        return cutOff(file, range);
      },
    ];
    await expect(fetchMaps(links(), downloading({ signal: controller.signal }))).rejects.toThrow('left');
  });
});
