import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { ask } from '../test/ask.js';
import { eventually, isRunning, LauncherProcess } from '../test/launcher-process.js';
import { makeScratchCheckout, type ScratchCheckout } from '../test/scratch-checkout.js';
import { startTemporaryPostgres } from './temporary-postgres.js';

describe('a temporary PostgreSQL', () => {
  let checkout: ScratchCheckout;

  beforeAll(() => {
    checkout = makeScratchCheckout();
  });
  afterAll(() => checkout.remove());

  it('is fast instead of safe, may create databases, and leaves nothing', async () => {
    const server = await startTemporaryPostgres({ settings: { work_mem: '9MB' } });
    const [settings] = await ask(
      server.url,
      `SELECT current_setting('fsync') AS fsync, current_setting('full_page_writes') AS pages,
              current_setting('work_mem') AS work_mem, current_setting('data_directory') AS dir`,
    );
    expect(settings).toMatchObject({ fsync: 'off', pages: 'off', work_mem: '9MB' });
    await ask(server.url, 'CREATE DATABASE template_of_tests');
    await ask(server.url, 'CREATE DATABASE one_test TEMPLATE template_of_tests');

    await server.stop();
    await server.stop();
    expect(isRunning(server.pid)).toBe(false);
    expect(existsSync(dirname(String(settings?.['dir'])))).toBe(false);
  });

  it('ends with the process that started it, also by kill -9', async () => {
    const launcher = new LauncherProcess(checkout, 'temporary');
    const server = await launcher.ready();
    const [row] = await ask(server.url, `SELECT current_setting('data_directory') AS dir`);
    await launcher.kill();
    await eventually(() => !isRunning(server.pid) && !existsSync(dirname(String(row?.['dir']))));
  });

  it('leaves nothing when its process is killed before the server runs', async () => {
    const folder = join(checkout.dir, 'tmp');
    mkdirSync(folder);
    const launcher = new LauncherProcess(checkout, 'temporary', {}, { environment: { TMPDIR: folder } });
    await eventually(() => launcher.progress.length > 0);
    expect(readdirSync(folder)).toHaveLength(1);
    await launcher.kill();
    await eventually(() => readdirSync(folder).length === 0);
  });
});
