import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { ConfigError, defineConfigSection, parseConfig, sectionOf } from './config-section.js';
import { flag, list, secret, whole } from './variable-types.js';

const section = defineConfigSection(
  'sample',
  z.object({
    SAMPLE_COUNT: whole(1, 10).default(3).describe('A number.'),
    SAMPLE_SECRET: secret.describe('A secret.'),
    SAMPLE_FLAG: flag.default(false).describe('A flag.'),
    SAMPLE_LIST: list.default([]).describe('A list.'),
  }),
);
const goodSecret = 'vN8xQ2mL5kJ7hG4fD1sA9pO6iU3yT0rE';

describe('parseConfig', () => {
  it('parses variables and fills in defaults', () => {
    const config = parseConfig([section], {
      SAMPLE_SECRET: goodSecret,
      SAMPLE_FLAG: 'yes',
      SAMPLE_LIST: ' a, ,b ',
      SAMPLE_COUNT: '',
    });
    expect(sectionOf(config, section)).toEqual({
      SAMPLE_COUNT: 3,
      SAMPLE_SECRET: goodSecret,
      SAMPLE_FLAG: true,
      SAMPLE_LIST: ['a', 'b'],
    });
  });

  it('names every fault at once and none of the values', () => {
    const parse = () =>
      parseConfig([section], { SAMPLE_COUNT: '11', SAMPLE_SECRET: 'short-hunter2', SAMPLE_FLAG: 'maybe' });
    expect(parse).toThrow(ConfigError);
    try {
      parse();
    } catch (error) {
      const { message } = error as ConfigError;
      for (const name of ['SAMPLE_COUNT', 'SAMPLE_SECRET', 'SAMPLE_FLAG']) expect(message).toContain(name);
      expect(message).not.toContain('hunter2');
    }
  });

  it.each(['x'.repeat(64), 'please-change-me-please-change-me-now', 'secret-key-secret-key-secret-key-secret-key'])(
    'refuses the default-looking secret %s',
    (value) => {
      expect(() => parseConfig([section], { SAMPLE_SECRET: value })).toThrow(/SAMPLE_SECRET/);
    },
  );

  it('reads a variable from a file, as Docker secrets come', () => {
    const file = join(mkdtempSync(join(tmpdir(), 'config-')), 'secret');
    writeFileSync(file, `${goodSecret}\n`);
    const config = parseConfig([section], { SAMPLE_SECRET_FILE: file });
    expect(sectionOf(config, section).SAMPLE_SECRET).toBe(goodSecret);
  });

  it('refuses a variable given twice, and a file that cannot be read', () => {
    expect(() => parseConfig([section], { SAMPLE_SECRET: goodSecret, SAMPLE_SECRET_FILE: '/x' })).toThrow(/not both/);
    expect(() => parseConfig([section], { SAMPLE_SECRET_FILE: '/nowhere/secret' })).toThrow(/cannot read .*ENOENT/);
  });
});
