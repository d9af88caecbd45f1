import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { isInstalled } from './install.mjs';

const otherSystem = process.platform === 'win32' ? 'linux' : 'win32';

/** What package-lock.json asks for, in all the kinds that npm writes. */
const wanted = {
  '': { name: 'virtualcafe' },
  'packages/contracts': { version: '0.1.0' },
  'node_modules/@virtualcafe/contracts': { link: true },
  'node_modules/plain': { version: '1.0.0' },
  'node_modules/native-here': { version: '2.0.0', optional: true, os: [process.platform], cpu: [process.arch] },
  'node_modules/native-elsewhere': { version: '2.0.0', optional: true, os: [otherSystem], cpu: [process.arch] },
  'node_modules/only-needed-elsewhere': { version: '3.0.0', optional: true },
};

const here = {
  'packages/contracts': { version: '0.1.0' },
  'node_modules/@virtualcafe/contracts': { link: true },
  'node_modules/plain': { version: '1.0.0' },
  'node_modules/native-here': { version: '2.0.0', optional: true },
};

describe('whether everything is installed', () => {
  let root: string;

  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'virtualcafe-install-'));
    writeFileSync(join(root, 'package-lock.json'), JSON.stringify({ packages: wanted }));
  });
  afterEach(() => rmSync(root, { recursive: true }));

  const npmInstalled = (packages: object): void => {
    mkdirSync(join(root, 'node_modules'), { recursive: true });
    writeFileSync(join(root, 'node_modules/.package-lock.json'), JSON.stringify({ packages }));
  };

  it('is no in a fresh checkout', () => {
    expect(isInstalled(root)).toBe(false);
  });

  it('is no when npm was stopped before it was done', () => {
    mkdirSync(join(root, 'node_modules/plain'), { recursive: true });
    expect(isInstalled(root)).toBe(false);
  });

  it('is yes when somebody ran npm himself, and is noted', () => {
    npmInstalled(here);
    expect(isInstalled(root)).toBe(true);
    expect(existsSync(join(root, 'node_modules/.virtualcafe-install'))).toBe(true);
    expect(isInstalled(root)).toBe(true);
  });

  it.each([
    ['another version', { ...here, 'node_modules/plain': { version: '1.0.1' } }],
    ['a package too few', { ...here, 'node_modules/plain': undefined }],
    ['none of the binaries for this system', { ...here, 'node_modules/native-here': undefined }],
  ])('is no with %s', (_what, packages) => {
    npmInstalled(packages);
    expect(isInstalled(root)).toBe(false);
  });

  it('is no again when package-lock.json has changed', () => {
    npmInstalled(here);
    expect(isInstalled(root)).toBe(true);
    const changed = { ...wanted, 'node_modules/new': { version: '1.0.0' } };
    writeFileSync(join(root, 'package-lock.json'), JSON.stringify({ packages: changed }));
    expect(isInstalled(root)).toBe(false);
  });
});
