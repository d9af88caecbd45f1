import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { fingerprint } from './fingerprint.mjs';
import { runCommand } from './run-command.mjs';
import { explainingWrites } from './user-facing-error.mjs';

/**
 * One entry of `packages` in a package-lock.json (lockfileVersion 3).
 * @typedef {{ version?: string, link?: boolean, optional?: boolean, os?: string[], cpu?: string[], libc?: string[] }} LockedPackage
 */

/** In node_modules, so that it goes with it; npm ci deletes both before it begins. */
const STAMP = 'node_modules/.virtualcafe-install';

/**
 * Whether node_modules holds what package-lock.json asks for, on this system.
 * @param {string} root
 * @returns {boolean}
 */
export function isInstalled(root) {
  if (readOrEmpty(join(root, STAMP)) === stampFor(root)) return true;
  // Somebody ran npm himself: npm writes down what it has installed.
  if (!matchesInstalledRecord(root)) return false;
  writeFileSync(join(root, STAMP), stampFor(root));
  return true;
}

/**
 * Installs exactly what package-lock.json says.
 * @param {string} root
 * @param {{ signal?: AbortSignal }} options
 * @returns {Promise<void>}
 */
export async function install(root, options) {
  await explainingWrites(root, async () => {
    // What builds us are devDependencies: they are needed also when NODE_ENV=production would leave them out.
    const args = ['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'];
    const npm = process.env['npm_execpath'];
    if (npm !== undefined && /npm-cli\.[cm]?js$/.test(npm)) {
      await runCommand(process.execPath, [npm, ...args], { cwd: root, signal: options.signal });
    } else {
      // On Windows npm is a command file, which only a shell can run.
      await runCommand('npm', args, { cwd: root, signal: options.signal, shell: process.platform === 'win32' });
    }
    writeFileSync(join(root, STAMP), stampFor(root));
  });
}

/** @param {string} root */
function stampFor(root) {
  return fingerprint(root, ['package-lock.json'], [process.platform, process.arch]);
}

/** @param {string} root */
function matchesInstalledRecord(root) {
  const recordFile = join(root, 'node_modules/.package-lock.json');
  if (!existsSync(recordFile)) return false;
  const installed = readPackages(recordFile);
  return Object.entries(readPackages(join(root, 'package-lock.json')))
    .filter(([path, { link }]) => path.includes('node_modules/') && link !== true)
    .every(([path, wanted]) => {
      const found = installed[path];
      return found === undefined ? mayBeAbsent(wanted) : found.version === wanted.version;
    });
}

/**
 * Packages for other systems are in the lock file and not installed. So are, marked optional as well, what only those need.
 * @param {LockedPackage} wanted
 */
function mayBeAbsent({ optional, os, cpu, libc }) {
  if (optional !== true) return false;
  const isForUs = os?.includes(process.platform) === true && cpu?.includes(process.arch) === true;
  return !isForUs || libc !== undefined;
}

/**
 * @param {string} file
 * @returns {Record<string, LockedPackage>}
 */
function readPackages(file) {
  return JSON.parse(readFileSync(file, 'utf8')).packages ?? {};
}

/** @param {string} file */
function readOrEmpty(file) {
  return existsSync(file) ? readFileSync(file, 'utf8') : '';
}
