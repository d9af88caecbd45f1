import type { MapLink } from '@virtualcafe/contracts';
import type { MapFiles } from '../../../viewer/room-viewer.types.js';
import type { MapStore } from './map-store.js';

/** The address of a file is good no longer: ask for a new one. */
export class MapLinkExpiredError extends Error {
  override readonly name = 'MapLinkExpiredError';
}

/** What came is not what was to come, or nothing came however often it was asked for. */
export class MapDownloadError extends Error {
  override readonly name = 'MapDownloadError';
}

export interface Downloading {
  readonly store: MapStore;
  readonly fetch: (url: string, init: RequestInit) => Promise<Response>;
  /** Lower-case hex; null where the browser cannot tell (no https). */
  readonly sha256: (bytes: ArrayBuffer) => Promise<string | null>;
  readonly wait: (ms: number) => Promise<void>;
  readonly signal: AbortSignal;
  /** Of both files together. */
  readonly onProgress: (loadedBytes: number, totalBytes: number) => void;
}

const attempts = 4;
const firstWaitMs = 400;

/**
 * Both files of a room, from what is kept or from the server; checked against their hash.
 * @throws MapLinkExpiredError, MapDownloadError, the signal's reason.
 */
export async function fetchMaps(
  { render, collider }: { render: MapLink; collider: MapLink },
  downloading: Downloading,
): Promise<MapFiles> {
  const loaded = [0, 0];
  const totalBytes = render.sizeBytes + collider.sizeBytes;
  const report = (index: 0 | 1) => (bytes: number) => {
    loaded[index] = bytes;
    downloading.onProgress(Math.min(totalBytes, (loaded[0] ?? 0) + (loaded[1] ?? 0)), totalBytes);
  };
  const [renderBytes, colliderBytes] = await Promise.all([
    fetchMap(render, downloading, report(0)),
    fetchMap(collider, downloading, report(1)),
  ]);
  return { render: renderBytes, collider: colliderBytes };
}

async function fetchMap(link: MapLink, downloading: Downloading, onBytes: (bytes: number) => void) {
  const kept = await downloading.store.get(link.contentHash);
  if (kept !== null && (await isWhole(kept, link, downloading))) {
    onBytes(link.sizeBytes);
    return kept;
  }
  const bytes = await download(link, downloading, onBytes);
  if (!(await isWhole(bytes, link, downloading)))
    throw new MapDownloadError(`${link.type} map ${link.mapId}: its content is not what was announced`);
  await downloading.store.put(link.contentHash, bytes);
  return bytes;
}

async function isWhole(bytes: ArrayBuffer, link: MapLink, { sha256 }: Downloading): Promise<boolean> {
  if (bytes.byteLength !== link.sizeBytes) return false;
  const hash = await sha256(bytes);
  return hash === null || hash === link.contentHash;
}

/** Goes on where it was cut off. */
async function download(link: MapLink, downloading: Downloading, onBytes: (bytes: number) => void) {
  const received = new Received(link.sizeBytes);
  let failure: unknown;
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    if (attempt > 0) await downloading.wait(firstWaitMs * 2 ** attempt);
    try {
      await receive(link, received, downloading, onBytes);
      return received.bytes();
    } catch (error) {
      downloading.signal.throwIfAborted();
      if (error instanceof MapLinkExpiredError || error instanceof MapDownloadError) throw error;
      failure = error;
    }
  }
  throw new MapDownloadError(`${link.type} map ${link.mapId}: it could not be fetched`, { cause: failure });
}

const expiredStatuses = new Set([401, 403, 404, 410]);

async function receive(
  link: MapLink,
  received: Received,
  { fetch, signal }: Downloading,
  onBytes: (bytes: number) => void,
): Promise<void> {
  const from = received.sizeBytes;
  const response = await fetch(link.url, { signal, ...(from > 0 && { headers: { range: `bytes=${from}-` } }) });
  if (expiredStatuses.has(response.status)) throw new MapLinkExpiredError(`${link.type} map: ${response.status}`);
  if (!response.ok || response.body === null) throw new Error(`${link.type} map: ${response.status}`);
  // A server that knows no ranges sends all of it again.
  if (from > 0 && response.status !== 206) received.clear();
  const reader = response.body.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    received.add(value);
    onBytes(received.sizeBytes);
  }
  if (received.sizeBytes < link.sizeBytes) throw new Error(`${link.type} map: cut off`);
}

/** What has come of a file. */
class Received {
  private chunks: Uint8Array[] = [];
  sizeBytes = 0;

  constructor(private readonly limitBytes: number) {}

  add(chunk: Uint8Array): void {
    this.sizeBytes += chunk.byteLength;
    if (this.sizeBytes > this.limitBytes) throw new MapDownloadError('A map is longer than was announced');
    this.chunks.push(chunk);
  }

  clear(): void {
    this.chunks = [];
    this.sizeBytes = 0;
  }

  bytes(): ArrayBuffer {
    const whole = new Uint8Array(this.sizeBytes);
    let offset = 0;
    for (const chunk of this.chunks) {
      whole.set(chunk, offset);
      offset += chunk.byteLength;
    }
    return whole.buffer;
  }
}
