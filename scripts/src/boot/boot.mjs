import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { build } from './build.mjs';
import { runChecks } from './check.mjs';
import { install, isInstalled } from './install.mjs';
import { acquireLock } from './process-lock.mjs';
import { createProgress, runStep } from './progress.mjs';
import { findTestTools, hasDockerEngine } from './test-tools.mjs';
import { runTests } from './test.mjs';
import { explainingWrites, isUserFacing, UserFacingError } from './user-facing-error.mjs';

/** The checkout: this file is in scripts/src/boot and, compiled, in scripts/dist/boot. */
const ROOT = fileURLToPath(new URL('../../..', import.meta.url)).replace(/[\\/]$/, '');

/** Another start may be installing: as long as a slow line needs. */
const LOCK_WAIT_MS = 15 * 60_000;

const STOP_SIGNALS = /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']);

/**
 * Brings node_modules and the build up to date; false when the person stopped it meanwhile.
 * @param {import('./progress.mjs').Progress} progress
 * @param {{ force?: boolean, web?: boolean }} options
 * @returns {Promise<boolean>}
 */
async function prepare(progress, options) {
  const abort = new AbortController();
  const onSignal = () => abort.abort();
  for (const signal of STOP_SIGNALS) process.on(signal, onSignal);
  try {
    await withBuildLock(progress, abort.signal, async () => {
      if (!isInstalled(ROOT)) await runStep(progress, 'Installing packages', () => install(ROOT, abort));
      await build(ROOT, progress, { ...options, signal: abort.signal });
    });
    return !abort.signal.aborted;
  } catch (error) {
    if (abort.signal.aborted) return false;
    throw error;
  } finally {
    for (const signal of STOP_SIGNALS) process.off(signal, onSignal);
  }
}

/**
 * Two processes must not install or build in one checkout at once.
 * @param {import('./progress.mjs').Progress} progress
 * @param {AbortSignal} signal
 * @param {() => Promise<void>} work
 * @returns {Promise<void>}
 */
async function withBuildLock(progress, signal, work) {
  const cacheDir = join(ROOT, '.cache');
  const lock = await explainingWrites(cacheDir, () => {
    mkdirSync(cacheDir, { recursive: true });
    return acquireLock(join(cacheDir, 'build.lock'), {
      purpose: 'build',
      signal,
      waitMs: LOCK_WAIT_MS,
      onWait: ({ pid }) => progress.note(`Waiting for process ${pid}, which is installing or building in this folder`),
    });
  });
  try {
    await work();
  } finally {
    lock.release();
  }
}

/**
 * Prints an error the way its reader needs it: one line for what a person can do something about, all of it otherwise.
 * @param {unknown} error
 */
function report(error) {
  console.error(isUserFacing(error) ? error.message : error);
  process.exitCode = 1;
}

/** `npm start`: installs, builds, then runs VirtualCafe until it is told to stop. */
export async function start() {
  process.setSourceMapsEnabled(true);
  const progress = createProgress(process.stdout);
  try {
    if (!(await prepare(progress, {}))) return;
    /** @type {typeof import('../launch.js')} */
    const { launch } = await import(new URL('../../dist/launch.js', import.meta.url).href);
    await launch(progress);
  } catch (error) {
    report(error);
  }
}

/** `npm run dev`: the same with hot reload; the site is served from its sources. */
export async function dev() {
  const progress = createProgress(process.stdout);
  try {
    if (!(await prepare(progress, { web: false }))) return;
    /** @type {typeof import('../dev.js')} */
    const { runDev } = await import(new URL('../../dist/dev.js', import.meta.url).href);
    await runDev(progress);
  } catch (error) {
    report(error);
  }
}

/**
 * `npm run db` and `npm run cafe`.
 * @param {readonly string[]} words The command and its arguments.
 */
export async function commandLine([command, ...args]) {
  try {
    if (command !== 'db' && command !== 'cafe')
      throw new UserFacingError('Usage: node scripts/cli.mjs db|cafe ARGUMENTS');
    if (!(await prepare(createProgress(process.stderr), { web: false }))) {
      process.exitCode = 130;
      return;
    }
    /** @type {typeof import('../command-line.js')} */
    const { runCommandLine } = await import(new URL('../../dist/command-line.js', import.meta.url).href);
    process.exitCode = await runCommandLine(command, args);
  } catch (error) {
    report(error);
  }
}

/**
 * `npm run build`.
 * @param {{ force: boolean }} options
 */
export async function buildOnly(options) {
  try {
    if (!(await prepare(createProgress(process.stdout), options))) process.exitCode = 130;
  } catch (error) {
    report(error);
  }
}

/**
 * `npm test` and, with `check`, `npm run check`; with `stack` the whole stack too, where a Docker Engine answers. The last line counts what
 * passed and failed.
 * @param {{ check: boolean, stack: boolean }} options
 */
export async function test(options) {
  const progress = createProgress(process.stdout);
  try {
    const environment = await findTestTools(progress);
    if (!(await prepare(progress, {}))) {
      process.exitCode = 130;
      return;
    }
    if (options.check) await runChecks(ROOT, progress);
    const stack = options.stack && (await hasDockerEngine());
    if (options.stack && !stack) console.log('Left out: the test of the whole stack, as no Docker Engine answers');
    const { passed, failed, skipped, isGreen } = await runTests(ROOT, environment, { stack });
    console.log(`${passed} passed, ${failed} failed${skipped === 0 ? '' : `, ${skipped} skipped`}`);
    if (!isGreen) process.exitCode = 1;
  } catch (error) {
    report(error);
  }
}
