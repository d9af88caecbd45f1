import type { MapLink, RoomTicket } from '@virtualcafe/contracts';
import type { MapFiles } from '../../../viewer/room-viewer.types.js';
import { chooseMaps } from './map-choice.js';
import { fetchMaps, MapDownloadError, MapLinkExpiredError } from './map-download.js';
import { browserMapStore } from './map-store.js';
import { sha256 } from './sha256.js';

type Links = RoomTicket['maps'];
type Pair = { readonly render: MapLink; readonly collider: MapLink };

export interface MapSource {
  readonly isLight: () => boolean;
  /** Asks for new addresses; null when nobody can be asked. */
  readonly newLinks: () => Promise<Links | null>;
  readonly onProgress: (loadedBytes: number, totalBytes: number) => void;
  readonly signal: AbortSignal;
}

const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** The files of the room one is in, and which of them are shown. */
export class RoomMaps {
  private shown: string | null = null;

  constructor(private readonly source: MapSource) {}

  /**
   * The files behind these links; new links are asked for when they are good no longer.
   * @throws MapDownloadError, the signal's reason.
   */
  async load(links: Links): Promise<MapFiles> {
    const pair = this.choose(links);
    const files = await this.fetch(pair).catch(async (error: unknown) => {
      const newLinks = error instanceof MapLinkExpiredError ? await this.source.newLinks() : null;
      if (newLinks === null) throw error;
      return this.fetch(this.choose(newLinks));
    });
    this.shown = nameOf(pair);
    return files;
  }

  /** As `load`; null when these are shown already. */
  async loadChanged(links: Links): Promise<MapFiles | null> {
    return nameOf(this.choose(links)) === this.shown ? null : this.load(links);
  }

  private choose(links: Links): Pair {
    const pair = chooseMaps(links, this.source.isLight());
    if (pair === null) throw new MapDownloadError('The room has no pair of maps');
    return pair;
  }

  private fetch(pair: Pair): Promise<MapFiles> {
    const { onProgress, signal } = this.source;
    return fetchMaps(pair, {
      store: browserMapStore,
      fetch: (url, init) => fetch(url, init),
      sha256,
      wait,
      signal,
      onProgress,
    });
  }
}

const nameOf = ({ render, collider }: Pair): string => `${render.contentHash} ${collider.contentHash}`;
