import type { ChildProcess } from 'node:child_process';
import { watch } from 'node:fs';
import { join } from 'node:path';

import { createServer } from 'vite';

import { runStep, type Progress } from './boot/progress.mjs';
import { runNode } from './boot/run-command.mjs';
import { checkoutDir } from './checkout.js';
import type { CompilerMessage } from './dev-compiler.js';
import { endChild, forkBeside, ReplaceableChild } from './dev-child.js';
import type { ServerMessage } from './dev-server.js';
import { showLog } from './dev-log.js';
import { checkListenAddress, listenAddress, localEnvironment } from './local-environment.js';
import { openDatabase } from './open-database.js';
import { reportError, runUntilStopped, type Run } from './run-until-stopped.js';
import { welcome } from './welcome.js';

const WEB_PORT = 5173;

/** Editors write a file in several steps. */
const SETTLE_MS = 200;

/**
 * `npm run dev` after installing and building: a local database, the API compiled and restarted at every change, the web
 * site from its sources with hot reload, until it is told to stop; then ends the process.
 */
export async function runDev(progress: Progress): Promise<never> {
  return runUntilStopped(progress, openDevelopment);
}

async function openDevelopment(run: Run): Promise<void> {
  const { progress, opened, stop } = run;
  const api = listenAddress(process.env);
  const web = { host: api.host, port: Number(process.env['WEB_PORT'] || WEB_PORT) };
  await checkListenAddress(api);
  await checkListenAddress(web);
  const databaseUrl = await openDatabase(run, process.env);
  stop.signal.throwIfAborted();

  const webUrl = `http://localhost:${web.port}`;
  const environment = await developmentEnvironment(databaseUrl, webUrl);
  let isWelcomed = false;
  const server = startApi(run, environment, ({ hasDemo }) => {
    if (!isWelcomed) console.log(welcome({ url: webUrl, hasDemo }));
    isWelcomed = true;
  });
  opened.push('Stopping the server', () => server.close());
  watchSchema(run);
  await runStep(progress, 'Starting the web site', () => startWeb(run, web, `http://localhost:${api.port}`));
}

async function developmentEnvironment(databaseUrl: string, webUrl: string): Promise<NodeJS.ProcessEnv> {
  const given = { LOG_LEVEL: 'debug', LOG_CONSOLE_LEVEL: 'debug', PUBLIC_URL: webUrl, ...process.env };
  const { WEB_DIR: _servedByVite, ...environment } = await localEnvironment(given, databaseUrl);
  return environment;
}

/** The API, compiled and started anew at every change of its sources. */
function startApi(
  { progress, opened, stop }: Run,
  environment: NodeJS.ProcessEnv,
  onListening: (message: ServerMessage) => void,
): ReplaceableChild {
  const server = new ReplaceableChild(() => {
    const child = forkBeside('dev-server.js', environment);
    const began = performance.now();
    if (child.stdout !== null) showLog(child.stdout);
    child.once('message', (message: ServerMessage) => {
      progress.note(`The server runs (${Math.round(performance.now() - began)} ms)`);
      onListening(message);
    });
    child.once('exit', (code) => {
      if (code !== 0 && !stop.signal.aborted) progress.note('The server has ended; it starts again at the next change');
    });
    return child;
  });
  const compiler = forkBeside('dev-compiler.js', process.env);
  opened.push('Stopping the compiler', () => endChild(compiler));
  compiler.stdout?.pipe(process.stdout);
  compiler.on('message', ({ errorCount }: CompilerMessage) => {
    if (errorCount > 0) progress.note(`Compile errors: ${errorCount}; the server stays as it was`);
    else server.replace().catch(stop.fail);
  });
  failWith(stop, compiler, 'The compiler');
  return server;
}

function failWith(stop: Run['stop'], child: ChildProcess, name: string): void {
  child.once('exit', (code) => {
    if (!stop.signal.aborted) stop.fail(new Error(`${name} has ended (exit code ${code})`));
  });
}

/** A changed schema makes a new database client; the compiler sees that one by itself. */
function watchSchema({ opened, stop }: Run): void {
  let timer: NodeJS.Timeout | undefined;
  const watcher = watch(join(checkoutDir, 'apps/api/prisma/schema'), () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      runNode('scripts/prisma-generate.mjs', [], { cwd: checkoutDir, signal: stop.signal }).catch(reportError);
    }, SETTLE_MS);
  });
  opened.push('Stopping the watch over the schema', () => {
    watcher.close();
    return Promise.resolve();
  });
}

async function startWeb(
  { opened }: Run,
  { host, port }: { host: string; port: number },
  apiOrigin: string,
): Promise<void> {
  // Read by the site's own vite.config.ts, which also serves whoever starts Vite alone.
  process.env['API_ORIGIN'] = apiOrigin;
  const site = await withoutExitListeners(() =>
    createServer({
      root: join(checkoutDir, 'apps/web'),
      server: { host, port, strictPort: true },
      clearScreen: false,
    }),
  );
  await site.listen();
  opened.push('Stopping the web site', () => site.close());
}

/** Vite would end the process by itself at SIGTERM and when stdin ends; here the run does that, everything in order. */
async function withoutExitListeners<T>(start: () => Promise<T>): Promise<T> {
  const sources: { emitter: NodeJS.EventEmitter; event: string }[] = [
    { emitter: process, event: 'SIGTERM' },
    { emitter: process.stdin, event: 'end' },
  ];
  const own = new Set(sources.flatMap(({ emitter, event }) => emitter.listeners(event)));
  const started = await start();
  for (const { emitter, event } of sources) {
    for (const listener of emitter.listeners(event)) {
      if (!own.has(listener)) emitter.off(event, listener as () => void);
    }
  }
  return started;
}
