// Takes out of an installed node_modules what no running server reads: Prisma's query compilers for other databases and in the form for
// browsers, OpenTelemetry's builds for bundlers, source maps, type declarations. Usage: node prune-modules.mjs FOLDER

import { readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';

const root = process.argv[2];
if (root === undefined) throw new Error('Say the folder: node prune-modules.mjs node_modules');

const otherDatabase = /^query_(?:compiler|engine)\w*\.(?:cockroachdb|mysql|sqlite|sqlserver)\./;
const unread = /\.(?:d\.[cm]?ts|map)$/;
// For bundlers, and names that are still being tried out.
const otherTelemetry =
  /@opentelemetry\/(?:[\w-]+\/build\/(?:esm|esnext)\/|semantic-conventions\/dist\/(?:experimental_|index-incubating))/;
let freedBytes = 0;

for (const entry of readdirSync(root, { recursive: true, withFileTypes: true })) {
  if (!entry.isFile()) continue;
  const path = join(entry.parentPath, entry.name);
  if (!unread.test(entry.name) && !otherDatabase.test(entry.name) && !otherTelemetry.test(path)) continue;
  // Workspaces are found twice: where they are, and by the link to them.
  freedBytes += statSync(path, { throwIfNoEntry: false })?.size ?? 0;
  rmSync(path, { force: true });
}
console.log(`Freed ${(freedBytes / 1024 / 1024).toFixed(0)} MB of ${root}.`);
