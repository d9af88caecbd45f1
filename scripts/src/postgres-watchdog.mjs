import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

import { processStartTime } from './boot/process-table.mjs';

/**
 * Ends a temporary PostgreSQL when the process that started it is gone, however it went: its end of our stdin closes
 * even after kill -9. Plain JavaScript, because tests run from the TypeScript sources and this runs without them.
 *
 * Usage: node postgres-watchdog.mjs FOLDER, where FOLDER/data is the server's data directory. All of FOLDER is removed.
 */

const [, , folder] = process.argv;
if (folder === undefined) throw new Error('usage: node postgres-watchdog.mjs FOLDER');

/** A server that still starts writes its pid after we looked: so look again until nothing is left. */
const LIMIT_MS = 30_000;
const POLL_MS = 50;
/** After this an immediate shutdown has hung. */
const PATIENCE_MS = 5_000;

process.stdin.resume();
process.stdin.once('close', () => void cleanUp(folder));

/** @param {string} dir */
async function cleanUp(dir) {
  const started = Date.now();
  while (existsSync(dir) && Date.now() - started < LIMIT_MS) {
    const pid = serverPid(dir);
    if (pid === null) removeQuietly(dir);
    else signal(pid, Date.now() - started > PATIENCE_MS ? 'SIGKILL' : 'SIGQUIT');
    await delay(POLL_MS);
  }
}

/**
 * @param {string} dir
 * @returns {number | null}
 */
function serverPid(dir) {
  try {
    const pid = Number(readFileSync(join(dir, 'data', 'postmaster.pid'), 'utf8').split('\n')[0]);
    return processStartTime(pid) === null ? null : pid;
  } catch {
    // No such file: no server, or not yet.
    return null;
  }
}

/** @param {string} dir */
function removeQuietly(dir) {
  try {
    rmSync(dir, { recursive: true, force: true });
  } catch {
    // An initdb is still writing there; it ends when its files go. The next round tries again.
  }
}

/**
 * @param {number} pid
 * @param {NodeJS.Signals} name
 */
function signal(pid, name) {
  try {
    process.kill(pid, name);
  } catch {
    // It ended in this moment.
  }
}
