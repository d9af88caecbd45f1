import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { isStoredName, MediaStorage } from './media-storage.js';

let folder: string;
let storage: MediaStorage;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'virtualcafe-media-'));
  storage = new MediaStorage({ MEDIA_DIR: folder });
  await storage.onModuleInit();
});

afterEach(() => rm(folder, { recursive: true, force: true }));

const incoming = (): Promise<string[]> => readdir(join(folder, '.incoming'));
const longAgo = new Date('2026-01-01');

describe('put', () => {
  it('names a file by its content', async () => {
    const name = await storage.put(Buffer.from('hello'), '.webp');
    expect(name).toBe('2c/2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824.webp');
    expect(await readFile(join(folder, name), 'utf8')).toBe('hello');
    expect(isStoredName(name)).toBe(true);
    expect(await incoming()).toEqual([]);
  });

  it('gives the same bytes the same name and a new time, and mends what was damaged', async () => {
    const name = await storage.put(Buffer.from('hello'), '.thumb.webp');
    await writeFile(join(folder, name), 'hel');
    await utimes(join(folder, name), longAgo, longAgo);
    expect(await storage.put(Buffer.from('hello'), '.thumb.webp')).toBe(name);
    expect(await readFile(join(folder, name), 'utf8')).toBe('hello');
    expect((await storage.modifiedAt(name))?.getTime()).toBeGreaterThan(longAgo.getTime());
  });

  it('lets fifty put the same at once', async () => {
    const bytes = Buffer.alloc(100_000, 7);
    const names = await Promise.all(Array.from({ length: 50 }, () => storage.put(bytes, '.webp')));
    expect(new Set(names).size).toBe(1);
    expect((await readFile(join(folder, names[0] ?? ''))).equals(bytes)).toBe(true);
    expect(await incoming()).toEqual([]);
  });

  it('leaves nothing behind when it fails', async () => {
    // A file where the folder of the hash would be.
    await writeFile(join(folder, '2c'), '');
    await expect(storage.put(Buffer.from('hello'), '.webp')).rejects.toThrow('EEXIST');
    expect(await incoming()).toEqual([]);
  });
});

describe('a scratch file', () => {
  it('takes bytes and gives them back, and nobody finds it', async () => {
    const scratch = await storage.openScratch();
    await scratch.write('some bytes');
    expect(await incoming()).toEqual([]);
    const { bytesRead, buffer } = await scratch.read(Buffer.alloc(20), 0, 20, 0);
    expect(buffer.toString('utf8', 0, bytesRead)).toBe('some bytes');
    await scratch.close();
  });
});

describe('list, modifiedAt and remove', () => {
  it('know stored files and nothing else', async () => {
    const name = await storage.put(Buffer.from('hello'), '.webp');
    await writeFile(join(folder, '2c', 'notes.txt'), 'x');
    await writeFile(join(folder, 'README'), 'x');
    await writeFile(join(folder, '.incoming', 'half'), 'x');
    const found = [];
    for await (const file of storage.list()) found.push(file.name);
    expect(found).toEqual([name]);
    await storage.remove(name);
    await storage.remove(name);
    expect(await storage.modifiedAt(name)).toBeUndefined();
  });

  it.each(['../x', '2c/x.webp', '', 'README', '2c/../README', `2c/${'0'.repeat(64)}.png`, '.incoming/half'])(
    'refuse the name %j',
    async (name) => {
      await expect(storage.remove(name)).rejects.toThrow('Not a stored media name');
    },
  );
});

describe('half-written files', () => {
  const host = hostname().replaceAll(/[^\w-]/g, '-');

  /** Leaves a file as a process would that was killed while it wrote. */
  async function leaveHalf(owner: string, at = new Date()): Promise<string> {
    const name = `${owner}.some-run.${Math.random()}`;
    await writeFile(join(folder, '.incoming', name), 'half');
    await utimes(join(folder, '.incoming', name), at, at);
    return name;
  }

  async function killedProcessId(): Promise<number> {
    const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']);
    await once(child, 'spawn');
    child.kill('SIGKILL');
    await once(child, 'exit');
    return child.pid ?? 0;
  }

  it('of a killed process are gone with the next start, those of a running one stay', async () => {
    const running = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']);
    await once(running, 'spawn');
    try {
      await leaveHalf(`${host}.${await killedProcessId()}`);
      const live = await leaveHalf(`${host}.${running.pid}`);
      await storage.onModuleInit();
      expect(await incoming()).toEqual([live]);
    } finally {
      running.kill('SIGKILL');
    }
  });

  it('of an earlier process with our id, as in a container that was restarted, are gone', async () => {
    await leaveHalf(`${host}.${process.pid}`);
    await storage.onModuleInit();
    expect(await incoming()).toEqual([]);
  });

  it('of another host are gone once nothing can still be writing them', async () => {
    const young = await leaveHalf('elsewhere.1');
    await leaveHalf('elsewhere.2', longAgo);
    await leaveHalf('no-such-form', longAgo);
    await storage.onModuleInit();
    expect(await incoming()).toEqual([young]);
  });

  it('of this very process stay', async () => {
    const scratch = await storage.openScratch();
    const putting = storage.put(Buffer.alloc(2_000_000), '.webp');
    await storage.removeAbandoned();
    await scratch.close();
    const name = await putting;
    expect((await stat(join(folder, name))).size).toBe(2_000_000);
  });
});
