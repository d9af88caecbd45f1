import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { ContentFolder } from './content-folder.js';
import { storageConfig, type StorageConfig } from './storage.config.js';

const storedName = /^[0-9a-f]{2}\/[0-9a-f]{64}(?:\.thumb)?\.webp$/;

/** Whether `name` is one that `MediaStorage.put` gives. */
export const isStoredName = (name: string): boolean => storedName.test(name);

/** Media on a disk: what everybody may fetch. */
@Injectable()
export class MediaStorage extends ContentFolder<'.webp' | '.thumb.webp'> implements OnModuleInit {
  constructor(@Inject(storageConfig.token) config: Pick<StorageConfig, 'MEDIA_DIR'>) {
    super(config.MEDIA_DIR, storedName, 'media');
  }

  onModuleInit(): Promise<void> {
    return this.prepare();
  }
}
