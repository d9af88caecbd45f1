import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** Never part of what a build step reads: installed, made by a build, or only run by tests. */
const IGNORED = /^(node_modules|dist|coverage)$|\.spec\.tsx?$|\.tsbuildinfo$/;

/**
 * A hash over the names and contents of files, and of all files below folders. Contents and not times: a checkout sets
 * times anew. Paths that do not exist count as such.
 * @param {string} root
 * @param {readonly string[]} paths Relative to root.
 * @param {readonly string[]} [extra] Other things the result depends on.
 * @returns {string}
 */
export function fingerprint(root, paths, extra = []) {
  const hash = createHash('sha256');
  for (const text of extra) hash.update(`${text}\0`);
  for (const path of paths) addPath(hash, root, path);
  return hash.digest('hex');
}

/**
 * @param {import('node:crypto').Hash} hash
 * @param {string} root
 * @param {string} path
 */
function addPath(hash, root, path) {
  const absolute = join(root, path);
  const stats = statSync(absolute, { throwIfNoEntry: false });
  if (stats === undefined) {
    hash.update(`${path}\0absent\0`);
  } else if (stats.isDirectory()) {
    for (const name of readdirSync(absolute).sort()) {
      if (!IGNORED.test(name)) addPath(hash, root, `${path}/${name}`);
    }
  } else {
    const content = readFileSync(absolute);
    hash.update(`${path}\0${content.length}\0`).update(content);
  }
}
