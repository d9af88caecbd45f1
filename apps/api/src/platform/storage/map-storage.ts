import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { ContentFolder } from './content-folder.js';
import { storageConfig, type StorageConfig } from './storage.config.js';

const storedName = /^[0-9a-f]{2}\/[0-9a-f]{64}\.glb$/;

/** The rooms' models on a disk: nobody fetches them but through the server. */
@Injectable()
export class MapStorage extends ContentFolder<'.glb'> implements OnModuleInit {
  constructor(@Inject(storageConfig.token) { MAPS_DIR, MEDIA_DIR }: StorageConfig) {
    super(MAPS_DIR ?? `${MEDIA_DIR.replace(/\/+$/, '')}-maps`, storedName, 'map');
  }

  onModuleInit(): Promise<void> {
    return this.prepare();
  }
}
