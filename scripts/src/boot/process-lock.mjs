import { randomUUID } from 'node:crypto';
import { existsSync, linkSync, readFileSync, renameSync, unlinkSync, writeFileSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';

import { processStartTime } from './process-table.mjs';

/**
 * A lock between processes: a file that names its holder. Node has no flock; so a holder that died (kill -9, power
 * cut) leaves its file, and whoever comes next sees that the process is gone and takes the lock over.
 *
 * @typedef {{ pid: number, startTime: string | null, purpose: string, token: string }} LockHolder
 */

/** How often a waiting process looks again. */
const POLL_MS = 200;

/**
 * After taking over a dead holder's lock: how long until we trust it is ours. Two processes may find the same dead
 * holder; the later one overwrites the earlier, which sees that when it looks again.
 */
const SETTLE_MS = 150;

export class LockHeldError extends Error {
  /** @param {LockHolder} holder */
  constructor(holder) {
    super(`held by process ${holder.pid} (${holder.purpose})`);
    this.name = 'LockHeldError';
    this.holder = holder;
  }
}

/**
 * Takes the lock, or throws LockHeldError when another living process holds it still after `waitMs`.
 * @param {string} file
 * @param {{ purpose: string, waitMs?: number, onWait?: (holder: LockHolder) => void, signal?: AbortSignal }} options
 * @returns {Promise<{ release(): void }>}
 */
export async function acquireLock(file, options) {
  const mine = {
    pid: process.pid,
    startTime: processStartTime(process.pid),
    purpose: options.purpose,
    token: randomUUID(),
  };
  const deadline = Date.now() + (options.waitMs ?? 0);
  let told = false;
  while (!tryCreate(file, mine)) {
    const holder = lockHolder(file);
    if (holder === null) {
      if (existsSync(file) && (await takeOver(file, mine))) break;
      continue;
    }
    if (Date.now() >= deadline) throw new LockHeldError(holder);
    if (!told) options.onWait?.(holder);
    told = true;
    await delay(POLL_MS, undefined, options.signal === undefined ? {} : { signal: options.signal });
  }
  return { release: () => release(file, mine) };
}

/**
 * Who holds the lock now; null when nobody alive does.
 * @param {string} file
 * @returns {LockHolder | null}
 */
export function lockHolder(file) {
  const holder = readHolder(file);
  if (holder === null) return null;
  const startTime = processStartTime(holder.pid);
  return startTime !== null && startTime === holder.startTime ? holder : null;
}

/**
 * Creates the lock file with its content in one step: nobody ever reads half of it.
 * @param {string} file
 * @param {LockHolder} mine
 * @returns {boolean}
 */
function tryCreate(file, mine) {
  const own = writeOwn(file, mine);
  try {
    linkSync(own, file);
    return true;
  } catch (error) {
    if (hasCode(error, 'EEXIST')) return false;
    throw error;
  } finally {
    unlinkSync(own);
  }
}

/**
 * @param {string} file
 * @param {LockHolder} mine
 * @returns {Promise<boolean>}
 */
async function takeOver(file, mine) {
  renameSync(writeOwn(file, mine), file);
  await delay(SETTLE_MS);
  return readHolder(file)?.token === mine.token;
}

/**
 * @param {string} file
 * @param {LockHolder} mine
 * @returns {string}
 */
function writeOwn(file, mine) {
  const own = `${file}.${mine.token}`;
  writeFileSync(own, JSON.stringify(mine), { mode: 0o644 });
  return own;
}

/**
 * @param {string} file
 * @returns {LockHolder | null}
 */
function readHolder(file) {
  try {
    const holder = JSON.parse(readFileSync(file, 'utf8'));
    return Number.isInteger(holder?.pid) ? holder : null;
  } catch (error) {
    // Gone, or ruined by a power cut: in both cases nobody holds it.
    if (hasCode(error, 'ENOENT') || error instanceof SyntaxError) return null;
    throw error;
  }
}

/**
 * @param {string} file
 * @param {LockHolder} mine
 */
function release(file, mine) {
  if (readHolder(file)?.token === mine.token) unlinkSync(file);
}

/**
 * @param {unknown} error
 * @param {string} code
 * @returns {boolean}
 */
function hasCode(error, code) {
  return error instanceof Error && 'code' in error && error.code === code;
}
