import { createHash } from 'node:crypto';
import { constants } from 'node:fs';
import { access, type FileHandle, mkdir, open, opendir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { incomingName, isAbandoned } from './incoming-name.js';
import { storageConfig, type StorageConfig } from './storage.config.js';

/** Names are `<first two of the hash>/<hash><suffix>`: nothing a client said is part of one. */
const storedName = /^[0-9a-f]{2}\/[0-9a-f]{64}(?:\.thumb)?\.webp$/;
const incomingFolder = '.incoming';

export interface StoredFile {
  readonly name: string;
  readonly modifiedAt: Date;
}

/** Whether `name` is one that `MediaStorage.put` gives. */
export const isStoredName = (name: string): boolean => storedName.test(name);

/** Media on a disk. A file appears under its name whole and synced, or not at all. */
@Injectable()
export class MediaStorage implements OnModuleInit {
  readonly root: string;

  constructor(@Inject(storageConfig.token) config: StorageConfig) {
    this.root = resolve(config.MEDIA_DIR);
  }

  async onModuleInit(): Promise<void> {
    await mkdir(this.incoming, { recursive: true });
    await this.removeAbandoned();
  }

  /** Keeps `bytes` under a name made of their SHA-256; the same bytes get the same name and a new time. */
  async put(bytes: Buffer, suffix: '.webp' | '.thumb.webp'): Promise<string> {
    const hash = createHash('sha256').update(bytes).digest('hex');
    const name = `${hash.slice(0, 2)}/${hash}${suffix}`;
    const target = this.pathOf(name);
    const temporary = join(this.incoming, incomingName());
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
      await syncFolder(dirname(target));
    } catch (error) {
      await rm(temporary, { force: true });
      throw error;
    }
    return name;
  }

  /** A nameless file for bytes on their way in: it is gone once closed, and also when the process is killed. */
  async openScratch(): Promise<FileHandle> {
    const path = join(this.incoming, incomingName());
    const file = await open(path, 'wx+');
    try {
      await rm(path);
    } catch (error) {
      await file.close();
      throw error;
    }
    return file;
  }

  /** Removes a file; one that is not there is no error. */
  async remove(name: string): Promise<void> {
    await rm(this.pathOf(name), { force: true });
  }

  /** When the file was last put; undefined when there is none. */
  async modifiedAt(name: string): Promise<Date | undefined> {
    try {
      return (await stat(this.pathOf(name))).mtime;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
      throw error;
    }
  }

  /** Every stored file with the time it was last put. */
  async *list(): AsyncGenerator<StoredFile> {
    for await (const folder of await opendir(this.root)) {
      if (!folder.isDirectory() || !/^[0-9a-f]{2}$/.test(folder.name)) continue;
      for await (const file of await opendir(join(this.root, folder.name))) {
        const name = `${folder.name}/${file.name}`;
        const modifiedAt = isStoredName(name) ? await this.modifiedAt(name) : undefined;
        if (modifiedAt !== undefined) yield { name, modifiedAt };
      }
    }
  }

  /** Removes what killed processes left half-written. */
  async removeAbandoned(): Promise<void> {
    for await (const { name } of await opendir(this.incoming)) {
      if (await this.isAbandoned(name)) await rm(join(this.incoming, name), { force: true, recursive: true });
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
    if (!isStoredName(name)) throw new Error(`Not a stored media name: ${name}`);
    return join(this.root, name);
  }

  private async isAbandoned(name: string): Promise<boolean> {
    try {
      return isAbandoned(name, (await stat(join(this.incoming, name))).mtimeMs, Date.now());
    } catch (error) {
      // Its process finished with it just now.
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return false;
      throw error;
    }
  }
}

/** Makes a rename outlive a loss of power: the entry of a file lies in its folder. */
async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}
