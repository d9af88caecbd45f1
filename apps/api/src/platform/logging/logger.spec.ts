import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createLogSink } from './logger.js';

const folder = () => mkdtempSync(join(tmpdir(), 'logs-'));

const linesIn = (directory: string): Record<string, unknown>[] =>
  readdirSync(directory)
    .filter((name) => name.endsWith('.log'))
    .flatMap((name) => readFileSync(join(directory, name), 'utf8').trim().split('\n'))
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Record<string, unknown>);

describe('the log file', () => {
  it('holds JSON lines with ISO time and level, and no secret', async () => {
    const directory = folder();
    const { logger, close } = await createLogSink({
      NODE_ENV: 'production',
      LOG_CONSOLE_LEVEL: 'silent',
      LOG_DIR: directory,
    });
    logger.info(
      { body: { password: 'hunter2', nested: { accessToken: 'abc' } }, cookie: 'vc_refresh=1', cafe: '카페' },
      'said',
    );
    logger.debug('not in production');
    await close();
    const [line, ...others] = linesIn(directory);
    expect(others).toEqual([]);
    expect(line).toMatchObject({
      level: 'info',
      msg: 'said',
      cafe: '카페',
      cookie: '[redacted]',
      service: 'virtualcafe-api',
    });
    expect(line?.time).toMatch(/^\d{4}-\d\d-\d\dT.*Z$/);
    expect(JSON.stringify(line)).not.toMatch(/hunter2|abc/);
  });

  it('has the last lines of a process that ends without closing it', async () => {
    const directory = folder();
    const others = new Set(process.listeners('exit'));
    const { logger, close } = await createLogSink({
      NODE_ENV: 'production',
      LOG_CONSOLE_LEVEL: 'silent',
      LOG_DIR: directory,
    });
    const atExit = process.listeners('exit').filter((listener) => !others.has(listener));
    logger.info('last words');
    expect(linesIn(directory)).toEqual([]);
    for (const listener of atExit) listener(1);
    expect(linesIn(directory).map(({ msg }) => msg)).toEqual(['last words']);
    await close();
    expect(process.listeners('exit').filter((listener) => !others.has(listener))).toEqual([]);
  });

  it.each([
    ['development', ['debug', 'info', 'warn', 'error']],
    ['production', ['info', 'warn', 'error']],
    ['test', ['warn', 'error']],
  ] as const)('in %s takes %j', async (environment, levels) => {
    const directory = folder();
    const { logger, close } = await createLogSink({
      NODE_ENV: environment,
      LOG_CONSOLE_LEVEL: 'silent',
      LOG_DIR: directory,
    });
    for (const level of ['trace', 'debug', 'info', 'warn', 'error'] as const) logger[level](level);
    await close();
    expect(linesIn(directory).map(({ level }) => level)).toEqual(levels);
  });
});
