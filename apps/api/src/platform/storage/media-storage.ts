import { createHash, randomUUID } from 'node:crypto';
import { constants } from 'node:fs';
import { access, mkdir, open, opendir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { storageConfig, type StorageConfig } from './storage.config.js';

/** Names are `<first two of the hash>/<hash><suffix>`: nothing a client said is part of one. */
const storedName = /^[0-9a-f]{2}\/[0-9a-f]{64}(?:\.thumb)?\.webp$/;
const incomingFolder = '.incoming';

export interface StoredFile {
  readonly name: string;
  readonly modifiedAt: Date;
}

/** Media on a disk. A file appears under its name whole and synced, or not at all. */
@Injectable()
export class MediaStorage implements OnModuleInit {
  readonly root: string;

  constructor(@Inject(storageConfig.token) config: StorageConfig) {
    this.root = config.MEDIA_DIR;
  }

  async onModuleInit(): Promise<void> {
    await mkdir(this.incoming, { recursive: true });
    await this.removeAbandoned();
  }

  /** Keeps `bytes` under a name made of their SHA-256; the same bytes get the same name. */
  async put(bytes: Buffer, suffix: '.webp' | '.thumb.webp'): Promise<string> {
    const hash = createHash('sha256').update(bytes).digest('hex');
    const name = `${hash.slice(0, 2)}/${hash}${suffix}`;
    const target = this.pathOf(name);
    const temporary = join(this.incoming, randomUUID());
    try {
      const file = await open(temporary, 'wx');
      try {
        await file.writeFile(bytes);
        await file.sync();
      } finally {
        await file.close();
      }
      await mkdir(dirname(target), { recursive: true });
      await rename(temporary, target);
    } catch (error) {
      await rm(temporary, { force: true });
      throw error;
    }
    return name;
  }

  /** Removes a file; one that is not there is no error. */
  async remove(name: string): Promise<void> {
    await rm(this.pathOf(name), { force: true });
  }

  /** Every stored file with the time it was last put. */
  async *list(): AsyncGenerator<StoredFile> {
    for await (const folder of await opendir(this.root)) {
      if (!folder.isDirectory() || !/^[0-9a-f]{2}$/.test(folder.name)) continue;
      for await (const file of await opendir(join(this.root, folder.name))) {
        const name = `${folder.name}/${file.name}`;
        if (storedName.test(name)) yield { name, modifiedAt: (await stat(join(this.root, name))).mtime };
      }
    }
  }

  /** @throws when the folder cannot be read and written. */
  async assertUsable(): Promise<void> {
    await access(this.root, constants.R_OK | constants.W_OK);
  }

  private get incoming(): string {
    return join(this.root, incomingFolder);
  }

  private pathOf(name: string): string {
    if (!storedName.test(name)) throw new Error(`Not a stored media name: ${name}`);
    return join(this.root, name);
  }

  // What a killed process left half-written; another live process's files are younger than this.
  private async removeAbandoned(): Promise<void> {
    const youngestAbandoned = Date.now() - 60 * 60 * 1000;
    for await (const file of await opendir(this.incoming)) {
      const path = join(this.incoming, file.name);
      if ((await stat(path)).mtimeMs < youngestAbandoned) await rm(path, { force: true, recursive: true });
    }
  }
}
