import { execFileSync, spawn } from 'node:child_process';
import { chownSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { dirname, join } from 'node:path';

import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';

import { ask } from '../test/ask.js';
import { eventually, isRunning, LauncherProcess } from '../test/launcher-process.js';
import { makeScratchCheckout, type ScratchCheckout } from '../test/scratch-checkout.js';
import { isRoot, NOBODY } from '../test/users.js';

// Root can try both; an ordinary user only himself.
const users = isRoot ? [{ who: 'root' }, { who: 'an ordinary user', uid: NOBODY }] : [{ who: 'an ordinary user' }];

describe.each<{ who: string; uid?: number }>(users)('a local PostgreSQL as $who', ({ uid }) => {
  let checkout: ScratchCheckout;
  let madeBefore: string;
  const launchers: LauncherProcess[] = [];
  const servers: number[] = [];

  beforeAll(async () => {
    checkout = makeScratchCheckout(uid === undefined ? {} : { uid });
    madeBefore = checkout.newDataDir();
    const { launcher } = await launchReady({ dataDir: madeBefore });
    await launcher.stop();
  });
  afterEach(async () => {
    await Promise.all(launchers.splice(0).map((launcher) => launcher.kill()));
    for (const pid of servers.splice(0).filter(isRunning)) {
      process.kill(pid, 'SIGQUIT');
      await eventually(() => !isRunning(pid));
    }
  });
  afterAll(() => checkout.remove());

  const launch = (options: { dataDir: string; port?: number; settings?: Record<string, string> }): LauncherProcess => {
    const launcher = new LauncherProcess(checkout, 'local', options, { uid });
    launchers.push(launcher);
    return launcher;
  };
  const launchReady = async (options: Parameters<typeof launch>[0]) => {
    const launcher = launch(options);
    const server = await launcher.ready();
    servers.push(server.pid);
    return { launcher, server };
  };

  /** A database that an earlier start has made, for tests that are not about its making. */
  const existingDataDir = (): string => {
    const dataDir = checkout.newDataDir();
    execFileSync('cp', ['-a', madeBefore, dataDir]);
    execFileSync('cp', ['-a', `${madeBefore}.password`, `${dataDir}.password`]);
    return dataDir;
  };

  it('serves Korean text, on this machine only, to whoever has the password', async () => {
    const dataDir = checkout.newDataDir();
    const { server } = await launchReady({ dataDir });

    const answer = await ask(
      server.url,
      `SELECT current_setting('server_encoding') AS encoding, current_setting('data_checksums') AS checksums,
                current_setting('listen_addresses') AS addresses, current_setting('unix_socket_directories') AS sockets,
                '카페' ~ '^\\w+$' AS knows_hangul,
                (SELECT string_agg(x, '' ORDER BY x) FROM unnest(ARRAY['나','가','다']) x) AS in_order`,
    );
    expect(answer).toEqual([
      {
        encoding: 'UTF8',
        checksums: 'on',
        addresses: '127.0.0.1',
        sockets: '',
        knows_hangul: true,
        in_order: '가나다',
      },
    ]);
    await ask(server.url, 'CREATE EXTENSION pg_trgm');
    expect(await ask(server.url, `SELECT cardinality(show_trgm('카페')) AS trigrams`)).toEqual([{ trigrams: 3 }]);

    const stranger = new URL(server.url);
    stranger.password = 'guess';
    await expect(ask(stranger.href, 'SELECT 1')).rejects.toMatchObject({ code: '28P01' });
    expect(statSync(`${dataDir}.password`).mode & 0o777).toBe(0o600);
    expect(readFileSync(`${dataDir}.log`, 'utf8')).not.toContain(new URL(server.url).password);
  });

  it('keeps data and port from one run to the next', async () => {
    const dataDir = existingDataDir();
    const first = await launchReady({ dataDir });
    await ask(first.server.url, 'CREATE TABLE kept AS SELECT 42 AS n');
    expect(await first.launcher.stop()).toBe(0);
    expect(isRunning(first.server.pid)).toBe(false);
    expect(existsSync(join(dataDir, 'postmaster.pid'))).toBe(false);

    const second = await launchReady({ dataDir });
    expect(second.server).toMatchObject({ url: first.server.url, adopted: false });
    expect(await ask(second.server.url, 'SELECT n FROM kept')).toEqual([{ n: 42 }]);
  });

  it('is not reached by Ctrl-C, so that the application can end first', async () => {
    const { launcher, server } = await launchReady({ dataDir: existingDataDir() });
    await launcher.interrupt();
    expect(await ask(server.url, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
    expect(await launcher.stop()).toBe(0);
  });

  it('is adopted when its launcher was killed', async () => {
    const dataDir = existingDataDir();
    const first = await launchReady({ dataDir });
    await first.launcher.kill();
    expect(isRunning(first.server.pid)).toBe(true);

    const second = await launchReady({ dataDir });
    expect(second.server).toMatchObject({ pid: first.server.pid, url: first.server.url, adopted: true });
    expect(await second.launcher.stop()).toBe(0);
    expect(isRunning(first.server.pid)).toBe(false);
  });

  it('is started anew when the one left running has other settings', async () => {
    const dataDir = existingDataDir();
    const first = await launchReady({ dataDir });
    await first.launcher.kill();

    const second = await launchReady({ dataDir, settings: { work_mem: '7MB' } });
    expect(second.server.adopted).toBe(false);
    expect(isRunning(first.server.pid)).toBe(false);
    expect(await ask(second.server.url, 'SHOW work_mem')).toEqual([{ work_mem: '7MB' }]);
  });

  it('recovers when launcher and server were killed', async () => {
    const dataDir = existingDataDir();
    const first = await launchReady({ dataDir });
    await ask(first.server.url, 'CREATE TABLE kept AS SELECT 42 AS n');
    await first.launcher.kill();
    process.kill(first.server.pid, 'SIGKILL');
    await eventually(() => !isRunning(first.server.pid));
    expect(existsSync(join(dataDir, 'postmaster.pid'))).toBe(true);

    const second = await launchReady({ dataDir });
    expect(second.server.adopted).toBe(false);
    expect(await ask(second.server.url, 'SELECT n FROM kept')).toEqual([{ n: 42 }]);
  });

  it('starts when the pid in a left-over postmaster.pid is another program by now', async () => {
    const dataDir = existingDataDir();
    const first = await launchReady({ dataDir });
    const pidFile = join(dataDir, 'postmaster.pid');
    const [, ...rest] = readFileSync(pidFile, 'utf8').split('\n');
    await first.launcher.stop();

    // Of the server's own user: only then does PostgreSQL itself take it for a server.
    const owner = statSync(dataDir).uid;
    const other = spawn('sleep', ['600'], isRoot ? { uid: owner } : {});
    writeFileSync(pidFile, [other.pid, ...rest].join('\n'));
    if (isRoot) chownSync(pidFile, owner, owner);
    try {
      const second = await launchReady({ dataDir });
      expect(second.server.pid).not.toBe(other.pid);
      expect(await second.launcher.stop()).toBe(0);
      expect(isRunning(other.pid ?? 0)).toBe(true);
    } finally {
      other.kill();
    }
  });

  it('belongs to one launcher at a time', async () => {
    const dataDir = existingDataDir();
    const first = await launchReady({ dataDir });
    const refused = await launch({ dataDir }).failed();
    expect(refused.name).toBe('LocalPostgresInUseError');
    expect(refused.message).toContain(`already running from this folder (process ${first.launcher.pid})`);
    expect(await ask(first.server.url, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
  });

  it('is made once when two launchers begin at the same moment', async () => {
    const dataDir = checkout.newDataDir();
    const pair = [launch({ dataDir }), launch({ dataDir })];
    const results = await Promise.allSettled(pair.map((launcher) => launcher.ready()));
    servers.push(...results.flatMap((result) => (result.status === 'fulfilled' ? [result.value.pid] : [])));
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(pair.flatMap(({ events }) => events)).toContainEqual(
      expect.objectContaining({ name: 'LocalPostgresInUseError' }),
    );
  });

  it('begins anew when the first start was killed half-way', async () => {
    const dataDir = checkout.newDataDir();
    const killed = launch({ dataDir });
    const halves = () => readdirSync(dirname(dataDir)).filter((name) => name.includes('.new-'));
    await eventually(() => halves().some((name) => existsSync(join(dirname(dataDir), name, 'data/base'))));
    await killed.kill();
    expect(existsSync(dataDir)).toBe(false);

    const { server } = await launchReady({ dataDir });
    expect(await ask(server.url, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
    expect(halves()).toEqual([]);
  });

  it('makes the missing links of the libraries, two processes at once', async () => {
    const links = checkout.libraryLinks();
    for (const link of links) rmSync(link, { force: true });
    await Promise.all([1, 2].map(() => launchReady({ dataDir: checkout.newDataDir() })));
    expect(links.filter((link) => !existsSync(link))).toEqual([]);
  });

  it('says which data it cannot use', async () => {
    const old = checkout.newDataDir();
    mkdirSync(old);
    writeFileSync(join(old, 'PG_VERSION'), '14\n');
    expect((await launch({ dataDir: old }).failed()).message).toMatch(
      /made by PostgreSQL 14, VirtualCafe brings PostgreSQL 15/,
    );

    const foreign = checkout.newDataDir();
    mkdirSync(foreign);
    writeFileSync(join(foreign, 'holiday.jpg'), '');
    expect((await launch({ dataDir: foreign }).failed()).message).toMatch(/is not a database/);
  });

  it('says that a port is in use', async () => {
    const blocker = createServer().listen(0, '127.0.0.1');
    await eventually(() => blocker.listening);
    const address = blocker.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    try {
      const { message } = await launch({ dataDir: checkout.newDataDir(), port }).failed();
      expect(message).toBe(
        `Port ${port} is in use by another program: PostgreSQL cannot listen there. Choose another port.`,
      );
    } finally {
      blocker.close();
    }
  });
});
