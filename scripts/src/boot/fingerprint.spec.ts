import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { fingerprint } from './fingerprint.mjs';

describe('the fingerprint of what a build reads', () => {
  let root: string;

  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'virtualcafe-fingerprint-'));
    write('src/main.ts', 'one');
    write('src/deep/part.ts', 'two');
  });
  afterEach(() => rmSync(root, { recursive: true }));

  const write = (path: string, content: string): void => {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), content);
  };
  const ofSource = (extra?: string[]): string => fingerprint(root, ['src', 'config.json'], extra);

  it.each<[string, () => void]>([
    ['a changed file', () => write('src/deep/part.ts', 'too')],
    ['a new file', () => write('src/other.ts', '')],
    ['a file that was not there', () => write('config.json', '{}')],
    ['a renamed file', () => (rmSync(join(root, 'src/main.ts')), write('src/mine.ts', 'one'))],
    [
      'text that moved from one file to the next',
      () => (write('src/deep/part.ts', 'tw'), write('src/main.ts', 'oone')),
    ],
  ])('changes with %s', (_what, change) => {
    const before = ofSource();
    change();
    expect(ofSource()).not.toBe(before);
  });

  it.each<[string, () => void]>([
    ['the time of a file', () => utimesSync(join(root, 'src/main.ts'), 1, 1)],
    ['what was built or installed', () => (write('src/dist/main.js', ''), write('src/node_modules/x/index.js', ''))],
    ['a test', () => write('src/main.spec.ts', '')],
  ])('does not change with %s', (_what, change) => {
    const before = ofSource();
    change();
    expect(ofSource()).toBe(before);
  });

  it('changes with what else the result depends on', () => {
    expect(ofSource(['a'])).not.toBe(ofSource(['b']));
  });
});
