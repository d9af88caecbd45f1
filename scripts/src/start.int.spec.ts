import {
  chmodSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';

import { eventually, isRunning } from '../test/launcher-process.js';
import { StartProcess } from '../test/start-process.js';
import { knownDataDir } from './postgres-placement.js';
import { findFreePort } from './postgres-ports.js';

// Without the demo, which the journeys in the browser begin with: what is tested here is the start itself. All runs but one
// use the same data, one after the other, as a person's do.
describe('npm start', () => {
  let folder: string;
  let dataDir: string;
  let port: number;
  const started: StartProcess[] = [];

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'virtualcafe-start-'));
    chmodSync(folder, 0o755);
    dataDir = join(folder, 'data');
    port = await findFreePort();
  });
  afterEach(async () => {
    for (const run of started.splice(0)) {
      run.signal('SIGTERM');
      await run.exitCode();
    }
  });
  afterAll(() => {
    if (postgresDir() !== join(dataDir, 'postgres')) rmSync(dirname(postgresDir()), { recursive: true, force: true });
    rmSync(folder, { recursive: true, force: true });
  });

  /** Elsewhere than in the data folder when only root can read this checkout: see postgres-placement.int.spec.ts. */
  const postgresDir = (): string => knownDataDir(join(dataDir, 'postgres'));
  const start = (environment: NodeJS.ProcessEnv = {}, nodeArguments: readonly string[] = []): StartProcess => {
    const defaults = { NODE_ENV: 'production', DATA_DIR: dataDir, PORT: String(port) };
    const run = new StartProcess({ ...defaults, ...environment }, nodeArguments);
    started.push(run);
    return run;
  };
  const startReady = async (): Promise<StartProcess> => {
    const run = start();
    await run.ready();
    return run;
  };
  const postgresPid = (): number => Number(readFileSync(join(postgresDir(), 'postmaster.pid'), 'utf8').split('\n')[0]);
  /** The one line with which a start gives up. */
  const refusal = async (run: StartProcess): Promise<string> => {
    expect(await run.exitCode()).toBe(1);
    expect(run.stderr.trimEnd().split('\n')).toHaveLength(1);
    return run.stderr;
  };

  it('serves, alone in its folder, and stops all of it', async () => {
    const run = await startReady();
    const ready = await fetch(`http://localhost:${port}/api/health/ready`);
    expect({ status: ready.status, body: await ready.json() }).toMatchObject({ status: 200, body: { status: 'ok' } });
    const page = await fetch(`http://localhost:${port}/`);
    expect(page.headers.get('content-type')).toMatch(/^text\/html/);
    expect(run.stdout).toContain(`http://localhost:${port}`);
    // The demo is not where NODE_ENV is production, so neither are its logins.
    expect(run.stdout).not.toContain('visitor');
    expect(statSync(join(dataDir, 'secrets.json')).mode & 0o777).toBe(0o600);

    // Another one beside it is refused: for the port, and for the folder.
    expect(await refusal(start())).toMatch(`Port ${port} is in use`);
    expect(await refusal(start({ PORT: String(await findFreePort()) }))).toMatch('already running from this folder');

    const pid = postgresPid();
    run.signal('SIGTERM');
    expect(await run.exitCode()).toBe(0);
    expect(isRunning(pid)).toBe(false);
    expect(run.stderr).toBe('');
  });

  it('takes one Ctrl-C, also when npm passes on a second', async () => {
    const run = await startReady();
    const pid = postgresPid();
    run.signal('SIGINT');
    run.signal('SIGINT');
    expect(await run.exitCode()).toBe(0);
    expect(isRunning(pid)).toBe(false);
  });

  it('starts after kill -9, with the secrets of before', async () => {
    const first = await startReady();
    const secrets = readFileSync(join(dataDir, 'secrets.json'), 'utf8');
    const pid = postgresPid();
    first.signal('SIGKILL');
    expect(await first.exitCode()).toBeNull();

    const second = await startReady();
    expect(postgresPid()).toBe(pid);
    expect(readFileSync(join(dataDir, 'secrets.json'), 'utf8')).toBe(secrets);
    second.signal('SIGTERM');
    expect(await second.exitCode()).toBe(0);
    expect(isRunning(pid)).toBe(false);
  });

  it('ends with 1 when its database is killed', async () => {
    const run = await startReady();
    process.kill(postgresPid(), 'SIGKILL');
    expect(await run.exitCode()).toBe(1);
    expect(run.stderr).toContain('PostgreSQL has ended');
  });

  it('says in one line, without the password, that DATABASE_URL is wrong', async () => {
    const nobody = await findFreePort();
    const said = await refusal(start({ DATABASE_URL: `postgresql://cafe:hidden-word@127.0.0.1:${nobody}/cafe` }));
    expect(said).toMatch(`nothing listens at 127.0.0.1:${nobody}`);
    expect(said).not.toContain('hidden-word');
  });

  it('says in one line that it cannot write', async () => {
    const file = join(folder, 'file');
    writeFileSync(file, '');
    expect(await refusal(start({ DATA_DIR: file }))).toMatch(`Cannot write to ${file}: a file is in the way`);
  });

  it('says in one line which Node it needs', async () => {
    const pretended = `data:text/javascript,Object.defineProperty(process.versions,'node',{value:'18.20.4'})`;
    expect(await refusal(start({}, ['--import', pretended]))).toMatch(
      /^VirtualCafe needs Node 20\.19 or newer .*this is Node 18\.20\.4/,
    );
  });

  it('ends in order when it is stopped while the database is being made', async () => {
    const fresh = join(folder, 'fresh');
    const run = start({ DATA_DIR: fresh });
    await eventually(() => run.stdout.includes('Creating the database'));
    run.signal('SIGTERM');
    expect(await run.exitCode()).toBe(0);
    expect(readdirSync(fresh).filter((name) => name.includes('.new-') || name.endsWith('.lock'))).toEqual([]);
    expect(existsSync(join(fresh, 'postgres/postmaster.pid'))).toBe(false);
  });
});
