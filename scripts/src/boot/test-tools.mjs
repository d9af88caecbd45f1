import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

import { runStep } from './progress.mjs';
import { runCommand } from './run-command.mjs';
import { UserFacingError } from './user-facing-error.mjs';

/**
 * A program the tests use that does not come from npm.
 *
 * @typedef {object} TestTool
 * @property {string} name
 * @property {readonly string[]} programs Any of them will do.
 * @property {string} variable Names the program where it is not on the PATH.
 * @property {string} debianPackage
 */

/** @type {readonly TestTool[]} */
const TOOLS = [
  {
    name: 'Chromium',
    programs: ['chromium', 'chromium-browser', 'google-chrome'],
    variable: 'CHROMIUM_PATH',
    debianPackage: 'chromium',
  },
  { name: 'Redis', programs: ['redis-server'], variable: 'REDIS_SERVER_PATH', debianPackage: 'redis-server' },
];

/** What only root's tests use, in networks of their own: on Debian they are installed, elsewhere these tests are left out. */
const ROOTS_TOOLS = [
  { programs: ['ufw'], debianPackage: 'ufw' },
  { programs: ['ip'], debianPackage: 'iproute2' },
  { programs: ['git'], debianPackage: 'git' },
];

/** Without them a Korean page is drawn as boxes; the browser's tests would judge those. */
const KOREAN_FONTS = 'fonts-nanum';

/**
 * Where each tool is, as variables for the tests. On Debian and Ubuntu, as root, what is missing is installed.
 * @param {import('./progress.mjs').Progress} progress
 * @returns {Promise<Record<string, string>>}
 */
export async function findTestTools(progress) {
  const missing = TOOLS.filter((tool) => locate(tool) === undefined);
  if (missing.length > 0 && !canInstall()) throw notFound(missing);
  const absent = ROOTS_TOOLS.filter(({ programs }) => programs.every((program) => onPath(program) === undefined));
  const wanted = canInstall() ? [...missing, ...absent].map(({ debianPackage }) => debianPackage) : [];
  if (wanted.length > 0) await installPackages(missing.length > 0 ? [...wanted, KOREAN_FONTS] : wanted, progress);
  return Object.fromEntries(
    TOOLS.map((tool) => {
      const path = locate(tool);
      if (path === undefined) throw notFound([tool]);
      return [tool.variable, path];
    }),
  );
}

/** @returns {Promise<boolean>} */
export async function hasDockerEngine() {
  try {
    await runCommand('docker', ['info'], { cwd: '/' });
    return true;
  } catch {
    // Not installed, not running, or not ours to ask.
    return false;
  }
}

const canInstall = () => process.getuid?.() === 0 && onPath('apt-get') !== undefined;

/**
 * @param {readonly string[]} packages
 * @param {import('./progress.mjs').Progress} progress
 */
async function installPackages(packages, progress) {
  const options = { cwd: '/', env: { DEBIAN_FRONTEND: 'noninteractive' } };
  await runStep(progress, `Installing ${packages.join(', ')}`, async () => {
    await runCommand('apt-get', ['update', '-q'], options);
    await runCommand('apt-get', ['install', '-qy', '--no-install-recommends', ...packages], options);
  });
}

/** @param {TestTool} tool */
function locate(tool) {
  const named = process.env[tool.variable];
  if (named !== undefined && named !== '') return existsSync(named) ? named : undefined;
  return tool.programs.map(onPath).find((path) => path !== undefined);
}

/** @param {string} program */
function onPath(program) {
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  return folders.map((folder) => join(folder, program)).find((path) => existsSync(path));
}

/** @param {readonly TestTool[]} tools */
function notFound(tools) {
  const wanted = tools.map(({ name, variable }) => `${name} (or set ${variable} to its path)`).join(' and ');
  const packages = tools.map((tool) => tool.debianPackage).join(' ');
  return new UserFacingError(
    `The tests need ${wanted}. On Debian or Ubuntu: sudo apt-get install ${packages} ${KOREAN_FONTS}`,
  );
}
