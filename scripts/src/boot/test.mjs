import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/**
 * @typedef {object} Counts
 * @property {number} passed
 * @property {number} failed
 * @property {number} skipped
 */

/**
 * Runs every test: unit, integration and web by Vitest, then the journeys in a browser by Playwright. Their reports go to
 * the terminal as they come.
 * @param {string} root
 * @param {Record<string, string>} environment Where the tools are.
 * @returns {Promise<Counts & { isGreen: boolean }>}
 */
export async function runTests(root, environment) {
  const reports = join(root, '.cache', 'test-reports');
  rmSync(reports, { recursive: true, force: true });
  mkdirSync(reports, { recursive: true });
  const vitestReport = join(reports, 'vitest.json');
  const playwrightReport = join(reports, 'playwright.json');

  const vitest = await run(
    root,
    [
      'node_modules/vitest/vitest.mjs',
      'run',
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${vitestReport}`,
    ],
    environment,
  );
  const playwright = await run(
    root,
    ['node_modules/@playwright/test/cli.js', 'test', '--config', 'e2e/playwright.config.ts'],
    {
      ...environment,
      PLAYWRIGHT_JSON_OUTPUT_NAME: playwrightReport,
    },
  );

  const counts = [vitestCounts(vitestReport), playwrightCounts(playwrightReport)];
  /** @param {keyof Counts} key */
  const sum = (key) => counts.reduce((total, each) => total + each[key], 0);
  const total = { passed: sum('passed'), failed: sum('failed'), skipped: sum('skipped') };
  // A runner that ended badly without a failed test (it could not start, say) is a failure too.
  const isGreen = vitest === 0 && playwright === 0 && total.failed === 0 && total.passed > 0;
  return { ...total, failed: isGreen ? 0 : Math.max(1, total.failed), isGreen };
}

/**
 * @param {string} root
 * @param {readonly string[]} args
 * @param {Record<string, string>} environment
 * @returns {Promise<number>} its exit code
 */
async function run(root, args, environment) {
  const child = spawn(process.execPath, args, { cwd: root, env: { ...process.env, ...environment }, stdio: 'inherit' });
  const [code] = await once(child, 'close');
  return typeof code === 'number' ? code : 1;
}

/**
 * @param {string} file
 * @returns {Counts}
 */
function vitestCounts(file) {
  if (!existsSync(file)) return { passed: 0, failed: 1, skipped: 0 };
  const report = JSON.parse(readFileSync(file, 'utf8'));
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests,
    skipped: report.numPendingTests + report.numTodoTests,
  };
}

/**
 * @param {string} file
 * @returns {Counts}
 */
function playwrightCounts(file) {
  if (!existsSync(file)) return { passed: 0, failed: 1, skipped: 0 };
  const { stats } = JSON.parse(readFileSync(file, 'utf8'));
  return { passed: stats.expected, failed: stats.unexpected + stats.flaky, skipped: stats.skipped };
}
