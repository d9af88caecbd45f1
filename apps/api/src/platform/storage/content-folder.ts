import { createHash } from 'node:crypto';
import { constants } from 'node:fs';
import { access, type FileHandle, link, mkdir, open, opendir, rename, rm, stat, utimes } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { incomingName, isAbandoned } from './incoming-name.js';

const incomingFolder = '.incoming';
const hashedAtOnceBytes = 256 * 1024;

export interface StoredFile {
  readonly name: string;
  readonly modifiedAt: Date;
}

/**
 * A folder on a disk whose files are named by their content: `<first two of the hash>/<hash><suffix>`, SHA-256 in hex, so that nothing a
 * client said is part of a name. A file appears under its name whole and synced, or not at all.
 */
export class ContentFolder<Suffix extends string> {
  readonly root: string;

  constructor(
    root: string,
    /** Matches the names that it gives, and no others. */
    private readonly storedName: RegExp,
    /** For errors. */
    private readonly contentKind: string,
  ) {
    this.root = resolve(root);
  }

  /** Makes the folder where there is none, and clears away what killed processes left in it. */
  async prepare(): Promise<void> {
    await mkdir(this.incoming, { recursive: true });
    await this.removeAbandoned();
  }

  /** Keeps `bytes` under a name made of their SHA-256; the same bytes get the same name and a new time. */
  async put(bytes: Uint8Array, suffix: Suffix): Promise<string> {
    const hash = createHash('sha256').update(bytes).digest('hex');
    return this.appear(hash, suffix, async (temporary) => {
      const file = await open(temporary, 'wx');
      try {
        await file.writeFile(bytes);
        await file.sync();
      } finally {
        await file.close();
      }
    });
  }

  /**
   * Keeps the content of the finished file at `path`, on the same disk, without copying it; `path` stays until its owner removes it.
   * `hash`: its SHA-256 in hex.
   */
  async adopt(path: string, suffix: Suffix, hash: string): Promise<string> {
    return this.appear(hash, suffix, async (temporary) => {
      await syncPath(path);
      await link(path, temporary);
      const now = new Date();
      await utimes(temporary, now, now);
    });
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

  /** A new folder for files on their way in: whoever makes it removes it; that of a killed process is removed by a later start. */
  async makeScratchFolder(): Promise<string> {
    const path = join(this.incoming, incomingName());
    await mkdir(path);
    return path;
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
        const modifiedAt = this.storedName.test(name) ? await this.modifiedAt(name) : undefined;
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

  /** Where the file of this name lies. @throws for a name that is not of its making. */
  pathOf(name: string): string {
    if (!this.storedName.test(name)) throw new Error(`Not a stored ${this.contentKind} name: ${name}`);
    return join(this.root, name);
  }

  private async appear(hash: string, suffix: Suffix, make: (temporary: string) => Promise<void>): Promise<string> {
    const name = `${hash.slice(0, 2)}/${hash}${suffix}`;
    const target = this.pathOf(name);
    const temporary = join(this.incoming, incomingName());
    try {
      await make(temporary);
      await mkdir(dirname(target), { recursive: true });
      await rename(temporary, target);
      // Where both are one file already, a rename does nothing.
      await rm(temporary, { force: true });
      await syncPath(dirname(target));
    } catch (error) {
      await rm(temporary, { force: true });
      throw error;
    }
    return name;
  }

  private get incoming(): string {
    return join(this.root, incomingFolder);
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

/** The hash that a stored name is made of: SHA-256 of the content, hex. */
export const contentHashOf = (name: string): string => name.slice(3, 3 + 64);

/** SHA-256 of a file, hex, a piece at a time: what else there is to do is done in between, and nothing is left to collect. */
export async function hashOfFile(path: string): Promise<string> {
  const hash = createHash('sha256');
  const piece = Buffer.allocUnsafe(hashedAtOnceBytes);
  const file = await open(path, 'r');
  try {
    for (;;) {
      const { bytesRead } = await file.read(piece, 0, piece.byteLength);
      if (bytesRead === 0) return hash.digest('hex');
      hash.update(piece.subarray(0, bytesRead));
    }
  } finally {
    await file.close();
  }
}

/** Makes a file's bytes, or a folder's entries (a rename is one), outlive a loss of power. */
async function syncPath(path: string): Promise<void> {
  const handle = await open(path, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
