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

/** @typedef {Counts & { failures: readonly string[] }} Report failures: names of what failed. */

/**
 * Runs every test: unit, integration and web by Vitest, then the journeys in a browser by Playwright, then, if asked for, the whole stack on
 * a Docker Engine. Their reports go to the terminal as they come.
 * @param {string} root
 * @param {Record<string, string>} environment Where the tools are.
 * @param {{ stack: boolean }} options
 * @returns {Promise<Counts & { isGreen: boolean }>}
 */
export async function runTests(root, environment, options) {
  const reports = join(root, '.cache', 'test-reports');
  rmSync(reports, { recursive: true, force: true });
  mkdirSync(reports, { recursive: true });
  const vitestReport = join(reports, 'vitest.json');
  const playwrightReport = join(reports, 'playwright.json');

  const stackReport = join(reports, 'stack.json');

  const codes = [
    await runVitest(root, [], vitestReport, environment),
    await run(root, ['node_modules/@playwright/test/cli.js', 'test', '--config', 'e2e/playwright.config.ts'], {
      ...environment,
      PLAYWRIGHT_JSON_OUTPUT_NAME: playwrightReport,
    }),
  ];
  if (options.stack)
    codes.push(await runVitest(root, ['--config', 'stack/vitest.config.ts'], stackReport, environment));

  const counts = [vitestCounts(vitestReport), playwrightCounts(playwrightReport)];
  if (options.stack) counts.push(vitestCounts(stackReport));
  // Once more at the end: between hundreds of lines they are not found.
  for (const name of counts.flatMap(({ failures }) => failures))
    console.log(`Failed: ${name.replaceAll(`${root}/`, '')}`);
  /** @param {keyof Counts} key */
  const sum = (key) => counts.reduce((total, each) => total + each[key], 0);
  const total = { passed: sum('passed'), failed: sum('failed'), skipped: sum('skipped') };
  // A runner that ended badly without a failed test (it could not start, say) is a failure too.
  const isGreen = codes.every((code) => code === 0) && total.failed === 0 && total.passed > 0;
  if (!isGreen && total.failed === 0) console.log(`Failed: the runners ended with ${codes.join(', ')}`);
  return { ...total, failed: isGreen ? 0 : Math.max(1, total.failed), isGreen };
}

/**
 * @param {string} root
 * @param {readonly string[]} args
 * @param {string} report
 * @param {Record<string, string>} environment
 */
const runVitest = (root, args, report, environment) =>
  run(
    root,
    [
      'node_modules/vitest/vitest.mjs',
      'run',
      ...args,
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${report}`,
    ],
    environment,
  );

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

/** @param {string} runner @returns {Report} */
const noReport = (runner) => ({ passed: 0, failed: 1, skipped: 0, failures: [`${runner} left no report`] });

/**
 * @param {string} file
 * @returns {Report}
 */
function vitestCounts(file) {
  if (!existsSync(file)) return noReport('Vitest');
  const report = JSON.parse(readFileSync(file, 'utf8'));
  /** @type {{ name: string, status: string, message: string, assertionResults: { fullName: string, status: string }[] }[]} */
  const files = report.testResults;
  const failures = files
    .filter(({ status }) => status === 'failed')
    .flatMap(({ name, message, assertionResults }) => {
      const tests = assertionResults.filter(({ status }) => status === 'failed');
      return tests.length === 0 ? [`${name}: ${message}`] : tests.map(({ fullName }) => `${name}: ${fullName}`);
    });
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests,
    skipped: report.numPendingTests + report.numTodoTests,
    failures,
  };
}

/**
 * @typedef {object} Suite
 * @property {readonly Suite[]} [suites]
 * @property {readonly { title: string, file: string, line: number, ok: boolean }[]} specs
 */

/**
 * @param {string} file
 * @returns {Report}
 */
function playwrightCounts(file) {
  if (!existsSync(file)) return noReport('Playwright');
  const { stats, suites } = JSON.parse(readFileSync(file, 'utf8'));
  return {
    passed: stats.expected,
    failed: stats.unexpected + stats.flaky,
    skipped: stats.skipped,
    failures: suites.flatMap(failedSpecs),
  };
}

/**
 * @param {Suite} suite
 * @returns {string[]}
 */
function failedSpecs({ suites = [], specs }) {
  const own = specs.filter(({ ok }) => !ok).map(({ file, line, title }) => `${file}:${line}: ${title}`);
  return [...own, ...suites.flatMap(failedSpecs)];
}
