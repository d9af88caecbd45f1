import { type FileHandle, open } from 'node:fs/promises';
import { Injectable } from '@nestjs/common';
import type { MapFileQuery } from '@virtualcafe/contracts';
import type { Actor } from '../../../access/actor.js';
import { AppError } from '../../../platform/errors/app-error.js';
import { MapStorage } from '../../../platform/storage/map-storage.js';
import { managedScopeOf } from '../../cafes/cafe.rules.js';
import { MapLinks } from './map-links.js';
import { type MapFile, MapVersionsRepository } from './map-versions.repository.js';

/** Hands out the files of maps: to who has a link, and to a room's keepers. */
@Injectable()
export class MapFilesService {
  constructor(
    private readonly maps: MapVersionsRepository,
    private readonly links: MapLinks,
    private readonly storage: MapStorage,
  ) {}

  /**
   * The file that a link or the actor's keeping of the room opens.
   * @throws AppError `map.link-invalid`, `map.link-expired`, `map.not-found`.
   */
  async find(actor: Actor, code: string, fileId: string, query: MapFileQuery): Promise<MapFile> {
    // A signed-in user without a link asks as a keeper.
    const isKeeper = actor.kind === 'user' && query.signature === undefined;
    if (!isKeeper) this.links.assertGood(code, fileId, query);
    const file = await this.maps.findFile(code, fileId, isKeeper ? managedScopeOf(actor) : undefined);
    if (file === null) throw new AppError('map.not-found');
    return file;
  }

  /** Its bytes, to be closed by the caller. @throws AppError `map.not-found` where the file is gone from the disk. */
  async open({ fileName }: MapFile): Promise<FileHandle> {
    try {
      return await open(this.storage.pathOf(fileName), 'r');
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') throw new AppError('map.not-found', { cause: error });
      throw error;
    }
  }
}
