import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { fingerprint } from './fingerprint.mjs';
import { runStep } from './progress.mjs';
import { runNode } from './run-command.mjs';
import { explainingWrites } from './user-facing-error.mjs';

/**
 * A step is skipped while the hash of its inputs is the one of its last success and its outputs are there.
 *
 * @typedef {object} BuildStep
 * @property {'client' | 'server' | 'web'} name
 * @property {string} title
 * @property {readonly string[]} inputs Files and folders, relative to the root.
 * @property {readonly string[]} outputs
 * @property {(root: string, signal: AbortSignal | undefined, isOutputMissing: boolean) => Promise<void>} run
 */

const TSC = 'node_modules/typescript/bin/tsc';
const VITE = 'node_modules/vite/bin/vite.js';

/** @type {BuildStep} */
const CLIENT = {
  name: 'client',
  title: 'Generating the database client',
  inputs: ['apps/api/prisma/schema', 'apps/api/prisma.config.ts', 'scripts/prisma-generate.mjs'],
  outputs: ['apps/api/src/generated/prisma/client.ts'],
  run: (root, signal) => runNode('scripts/prisma-generate.mjs', [], { cwd: root, signal }),
};

/** @type {BuildStep} */
const SERVER = {
  name: 'server',
  title: 'Compiling the server',
  inputs: [
    'tsconfig.base.json',
    'packages',
    ...['src', 'tsconfig.json', 'package.json'].flatMap((name) => [`apps/api/${name}`, `scripts/${name}`]),
  ],
  outputs: ['packages/contracts/dist/index.js', 'apps/api/dist/server.js', 'scripts/dist/launch.js'],
  // Types are the business of `npm run check`: without them what comes out is the same, in less than half the time. Where
  // an output was deleted, the compiler's own notes would still say that nothing is to be done.
  run: (root, signal, isOutputMissing) =>
    runNode(TSC, ['-b', '--noCheck', ...(isOutputMissing ? ['--force'] : []), 'apps/api', 'scripts'], {
      cwd: root,
      signal,
    }),
};

/** @type {BuildStep} */
const WEB = {
  name: 'web',
  title: 'Building the web site',
  inputs: ['packages', 'apps/web'],
  outputs: ['apps/web/dist/index.html'],
  run: (root, signal) =>
    runNode(join(root, VITE), ['build', '--logLevel', 'warn'], {
      cwd: join(root, 'apps/web'),
      signal,
      // Also when we run for development: what is built here is what visitors get.
      env: { NODE_ENV: 'production' },
    }),
};

/**
 * Builds what is stale. The caller holds the build lock.
 * @param {string} root
 * @param {import('./progress.mjs').Progress} progress
 * @param {{ signal?: AbortSignal, force?: boolean, web?: boolean }} [options] force: all; web: false leaves the site out.
 * @returns {Promise<void>}
 */
export async function build(root, progress, options = {}) {
  /** @param {BuildStep} step */
  const bringUpToDate = async (step) => {
    const stampFile = join(root, '.cache', `build-${step.name}`);
    const stamp = fingerprint(root, ['package-lock.json', ...step.inputs], [String(step.run)]);
    const isOutputMissing = !step.outputs.every((output) => existsSync(join(root, output)));
    if (options.force !== true && !isOutputMissing && readStamp(stampFile) === stamp) return;
    await runStep(progress, step.title, () =>
      explainingWrites(root, async () => {
        mkdirSync(join(root, '.cache'), { recursive: true });
        // A step that is cut off half-way must not look done.
        rmSync(stampFile, { force: true });
        await step.run(root, options.signal, isOutputMissing || options.force === true);
        writeFileSync(stampFile, stamp);
      }),
    );
  };
  await bringUpToDate(CLIENT);
  // The site takes the shared packages from their sources: neither of the two waits for the other.
  const rest = [SERVER, ...(options.web === false ? [] : [WEB])].map(bringUpToDate);
  const failed = (await Promise.allSettled(rest)).find((result) => result.status === 'rejected');
  if (failed !== undefined) throw failed.reason;
}

/** @param {string} file */
function readStamp(file) {
  return existsSync(file) ? readFileSync(file, 'utf8') : '';
}
