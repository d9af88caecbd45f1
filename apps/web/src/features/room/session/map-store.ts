/** Where files of maps are kept between visits, by the SHA-256 of their content. */
export interface MapStore {
  get(contentHash: string): Promise<ArrayBuffer | null>;
  put(contentHash: string, bytes: ArrayBuffer): Promise<void>;
}

const cacheName = 'vc-room-maps-1';
/** Two for each room: a few rooms that one comes back to. */
const keptFiles = 12;

/** Only a name: nothing answers there. */
const keyOf = (contentHash: string): string => `/room-maps/${contentHash}`;

/**
 * The browser's Cache Storage. Where it is missing (no https), forbidden (within another site) or full, nothing is kept and the next visit
 * fetches again.
 */
export const browserMapStore: MapStore = {
  async get(contentHash) {
    try {
      const kept = await (await caches.open(cacheName)).match(keyOf(contentHash));
      return (await kept?.arrayBuffer()) ?? null;
    } catch {
      return null;
    }
  },
  async put(contentHash, bytes) {
    try {
      const cache = await caches.open(cacheName);
      await cache.put(keyOf(contentHash), new Response(bytes, { headers: { 'content-type': 'model/gltf-binary' } }));
      // Keys come in the order in which they were put.
      const oldest = (await cache.keys()).slice(0, -keptFiles);
      await Promise.all(oldest.map((key) => cache.delete(key)));
    } catch {
      // As above: keeping it only saves the next visit's time.
    }
  },
};
