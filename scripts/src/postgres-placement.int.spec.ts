import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { ask } from '../test/ask.js';
import { LauncherProcess } from '../test/launcher-process.js';
import { makeScratchCheckout, type ScratchCheckout } from '../test/scratch-checkout.js';
import { isRoot, NOBODY } from '../test/users.js';
import { useLocalPostgres } from './local-postgres.js';

describe('where a local PostgreSQL lives', () => {
  let checkout: ScratchCheckout;

  beforeAll(() => {
    checkout = makeScratchCheckout();
  });
  afterAll(() => checkout.remove());

  it('is shared with a command that runs beside its launcher', async () => {
    const dataDir = checkout.newDataDir();
    const launcher = new LauncherProcess(checkout, 'local', { dataDir });
    const server = await launcher.ready();
    const shared = await useLocalPostgres({ dataDir });
    expect(shared).toMatchObject({ url: server.url, pid: server.pid });
    await shared.stop();
    expect(await ask(server.url, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
    await launcher.stop();
  });

  it('is started by such a command when nobody else has', async () => {
    const dataDir = checkout.newDataDir();
    const own = await useLocalPostgres({ dataDir });
    expect(await ask(own.url, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
    await own.stop();
    await expect(ask(own.url, 'SELECT 1')).rejects.toMatchObject({ code: 'ECONNREFUSED' });
  });

  it('must be a folder', async () => {
    const { message } = await new LauncherProcess(checkout, 'local', {
      dataDir: join(checkout.dir, 'package.json/data'),
    }).failed();
    expect(message).toBe(
      `Cannot write to ${checkout.dir}/package.json: a file is in the way where a folder is needed. Move it away and start again.`,
    );
  });

  // Only root can be another user or meet a folder of somebody else.
  if (isRoot) {
    it('must be writable', async () => {
      const dataDir = checkout.newDataDir();
      const { message } = await new LauncherProcess(checkout, 'local', { dataDir }, { uid: NOBODY }).failed();
      expect(message).toBe(
        `Cannot write to ${dirname(dataDir)}: no permission. Give yourself write access to it, or run as the user who owns it.`,
      );
    });

    it('belongs, also when root starts it, to the user who made it', async () => {
      const theirs = makeScratchCheckout({ uid: NOBODY });
      try {
        const dataDir = theirs.newDataDir();
        const first = new LauncherProcess(theirs, 'local', { dataDir }, { uid: NOBODY });
        await first.ready();
        await first.stop();
        const asRoot = new LauncherProcess(theirs, 'local', { dataDir });
        const { pid } = await asRoot.ready();
        expect(execFileSync('ps', ['-o', 'uid=', '-p', String(pid)], { encoding: 'utf8' }).trim()).toBe(String(NOBODY));
        await asRoot.stop();
        const again = new LauncherProcess(theirs, 'local', { dataDir }, { uid: NOBODY });
        await again.ready();
        await again.stop();
      } finally {
        theirs.remove();
      }
    });

    it('is outside a folder that only root can read, and stays there', async () => {
      const closed = makeScratchCheckout({ mode: 0o700 });
      const dataDir = closed.newDataDir();
      let outside = '';
      try {
        const first = new LauncherProcess(closed, 'local', { dataDir });
        const server = await first.ready();
        outside = dirname(server.dataDir);
        expect(outside).toMatch(/^\/var\/lib\/virtualcafe\/[0-9a-f]{12}$/);
        expect(first.progress).toContainEqual(
          expect.stringContaining(`Only root can read this folder: PostgreSQL runs as`),
        );
        expect(JSON.parse(readFileSync(`${dataDir}.location`, 'utf8'))).toEqual({
          requestedDir: dataDir,
          dataDir: server.dataDir,
        });
        expect(existsSync(dataDir)).toBe(false);
        await ask(server.url, 'CREATE TABLE kept AS SELECT 42 AS n');
        await first.stop();

        const second = new LauncherProcess(closed, 'local', { dataDir });
        const again = await second.ready();
        expect(again.dataDir).toBe(server.dataDir);
        expect(await ask(again.url, 'SELECT n FROM kept')).toEqual([{ n: 42 }]);
        await second.stop();

        const temporary = new LauncherProcess(closed, 'temporary');
        await temporary.ready();
        await temporary.stop();
      } finally {
        closed.remove();
        if (outside !== '') rmSync(outside, { recursive: true });
      }
    });

    it('is a new one when .data was deleted, and its own in a copied checkout', async () => {
      const closed = makeScratchCheckout({ mode: 0o700 });
      const copy = `${closed.dir}-copy`;
      const outside = new Set<string>();
      const startIn = async (dataDir: string): Promise<string> => {
        const launcher = new LauncherProcess(closed, 'local', { dataDir });
        const server = await launcher.ready();
        await launcher.stop();
        outside.add(dirname(server.dataDir));
        return server.dataDir;
      };
      try {
        const dataDir = join(closed.dir, '.data/postgres');
        const original = await startIn(dataDir);
        execFileSync('cp', ['-a', closed.dir, copy]);
        expect(await startIn(join(copy, '.data/postgres'))).not.toBe(original);

        rmSync(dirname(dataDir), { recursive: true });
        mkdirSync(dirname(dataDir));
        expect(await startIn(dataDir)).toBe(join(`${dirname(original)}-2`, 'postgres'));
      } finally {
        closed.remove();
        rmSync(copy, { recursive: true, force: true });
        for (const dir of outside) rmSync(dir, { recursive: true });
      }
    });
  }
});
