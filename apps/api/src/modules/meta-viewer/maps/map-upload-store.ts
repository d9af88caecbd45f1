import { createWriteStream } from 'node:fs';
import { mkdir, readdir, rm, stat, statfs } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Injectable } from '@nestjs/common';
import { FileStore } from '@tus/file-store';
import { Upload } from '@tus/server';
import { AppError } from '../../../platform/errors/app-error.js';
import { MapStorage } from '../../../platform/storage/map-storage.js';
import { MapUploadsRepository } from './map-uploads.repository.js';

const folderName = '.uploads';
const outOfSpace = new Set(['ENOSPC', 'EDQUOT']);
/** The disk is never filled to the brim by uploads: the versions made of them need room too. */
const spareBytes = 256 * 1024 * 1024;

/**
 * The bytes of uploads on their way in, in the maps' folder, so that a complete one moves without being copied. How much has been
 * received is the file's length, whatever became of the process that wrote it; all else stands in the table.
 */
@Injectable()
export class MapUploadStore extends FileStore {
  constructor(storage: MapStorage, uploads: MapUploadsRepository) {
    super({
      directory: join(storage.root, folderName),
      configstore: {
        get: async (id: string): Promise<Upload | undefined> => {
          const upload = await uploads.findById(id);
          return upload === null ? undefined : new Upload({ id, size: upload.sizeBytes, offset: 0 });
        },
        set: () => Promise.resolve(),
        delete: () => Promise.resolve(),
      },
    });
  }

  /** Appends a part and makes it outlive a loss of power. @throws AppError `map-upload.no-space`. */
  override async write(readable: Readable, id: string, offset: number): Promise<number> {
    const file = createWriteStream(this.pathOf(id), { flags: 'r+', start: offset, flush: true });
    try {
      await pipeline(readable, file);
    } catch (error) {
      if (outOfSpace.has(String((error as NodeJS.ErrnoException).code)))
        throw new AppError('map-upload.no-space', { retryAfterSeconds: 60, cause: error });
      throw error;
    }
    return offset + file.bytesWritten;
  }

  /** @throws AppError `map-upload.no-space` where the disk cannot take so many bytes. */
  async assertRoom(sizeBytes: number): Promise<void> {
    await mkdir(this.directory, { recursive: true });
    const { bavail, bsize } = await statfs(this.directory);
    if (bavail * bsize < sizeBytes + spareBytes) throw new AppError('map-upload.no-space', { retryAfterSeconds: 3600 });
  }

  pathOf(id: string): string {
    return join(this.directory, id);
  }

  /** How many bytes of an upload have been received; null when its file is gone. */
  async receivedBytes(id: string): Promise<number | null> {
    try {
      return (await stat(this.pathOf(id))).size;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
      throw error;
    }
  }

  async discard(id: string): Promise<void> {
    await rm(this.pathOf(id), { force: true });
  }

  /** The ids of all uploads of which there are bytes. */
  async ids(): Promise<string[]> {
    await mkdir(this.directory, { recursive: true });
    return readdir(this.directory);
  }
}
