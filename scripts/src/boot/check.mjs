import { runStep } from './progress.mjs';
import { runNode } from './run-command.mjs';

/**
 * One thing `npm run check` looks at before the tests.
 *
 * @typedef {object} Check
 * @property {string} title
 * @property {string} program
 * @property {readonly string[]} args
 */

/** @type {readonly Check[]} */
const CHECKS = [
  // What benchmarks use of the stack's test: lint and their own types read its declarations.
  { title: 'Compile stack', program: 'node_modules/typescript/bin/tsc', args: ['-p', 'stack/tsconfig.json'] },
  {
    title: 'Lint',
    program: 'node_modules/oxlint/bin/oxlint',
    args: ['--type-aware', '--deny-warnings'],
  },
  {
    title: 'Formats',
    program: 'node_modules/prettier/bin/prettier.cjs',
    args: ['--check', '.', '--log-level', 'warn'],
  },
  // The build does not look at types (see build.mjs): all of them are looked at here.
  ...[
    'packages/contracts/tsconfig.test.json',
    'packages/world/tsconfig.test.json',
    // The second leaves what the first covers to its outputs: the scripts, which its tests use, refer to the API.
    'apps/api/tsconfig.json',
    'apps/api/tsconfig.test.json',
    'apps/web/tsconfig.json',
    'scripts/tsconfig.test.json',
    'e2e/tsconfig.json',
    'bench/tsconfig.json',
    'stack/tsconfig.test.json',
  ].map((config) => ({
    title: `Types of ${config}`,
    program: 'node_modules/typescript/bin/tsc',
    args: ['--noEmit', '-p', config],
  })),
  { title: 'Generated reference', program: 'apps/api/dist/cli/generate-reference.js', args: ['--check'] },
];

/**
 * Lint, formats, types and the generated reference; throws at the first that fails.
 * @param {string} root
 * @param {import('./progress.mjs').Progress} progress
 * @returns {Promise<void>}
 */
export async function runChecks(root, progress) {
  for (const { title, program, args } of CHECKS) {
    await runStep(progress, title, () => runNode(program, args, { cwd: root }));
  }
}
