import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { acquireLock, lockHolder, LockHeldError } from './process-lock.mjs';

const modulePath = fileURLToPath(new URL('./process-lock.mjs', import.meta.url));

/** Takes the lock, says whether it got it, and holds it until it is ended. */
const CONTENDER = `
  import { acquireLock } from ${JSON.stringify(modulePath)};
  acquireLock(process.argv[1], { purpose: 'contender' }).then(
    () => { console.log('held'); setInterval(() => undefined, 1e6); },
    (error) => console.log(error.name),
  );`;

describe('a lock between processes', () => {
  let dir: string;
  let file: string;
  const children: ChildProcess[] = [];

  beforeEach(() => {
    dir = mkdtempSync(join(tmpdir(), 'virtualcafe-lock-'));
    file = join(dir, 'lock');
  });
  afterEach(() => {
    for (const child of children.splice(0)) child.kill('SIGKILL');
    rmSync(dir, { recursive: true });
  });

  const contend = async (): Promise<{ child: ChildProcess; answer: string }> => {
    const child = spawn(process.execPath, ['--input-type=module', '-e', CONTENDER, file], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    children.push(child);
    const [chunk] = child.stdout === null ? [''] : ((await once(child.stdout, 'data')) as [Buffer]);
    return { child, answer: String(chunk).trim() };
  };

  it('has one holder, who is named to the others', async () => {
    const lock = await acquireLock(file, { purpose: 'first' });
    await expect(acquireLock(file, { purpose: 'second' })).rejects.toThrow(LockHeldError);
    expect(lockHolder(file)).toMatchObject({ pid: process.pid, purpose: 'first' });
    lock.release();
    expect(readdirSync(dir)).toEqual([]);
    (await acquireLock(file, { purpose: 'third' })).release();
  });

  it('waits for a holder who ends in time', async () => {
    const first = await acquireLock(file, { purpose: 'first' });
    const seen: number[] = [];
    const waiting = acquireLock(file, { purpose: 'second', waitMs: 10_000, onWait: ({ pid }) => seen.push(pid) });
    setTimeout(first.release, 300);
    const second = await waiting;
    expect(seen).toEqual([process.pid]);
    second.release();
  });

  it('passes on from a killed process', async () => {
    const { child, answer } = await contend();
    expect(answer).toBe('held');
    child.kill('SIGKILL');
    await once(child, 'exit');
    expect(existsSync(file)).toBe(true);
    (await acquireLock(file, { purpose: 'next' })).release();
  });

  it('passes on when the holder’s pid belongs to a later process', async () => {
    await acquireLock(file, { purpose: 'first' });
    const holder = JSON.parse(readFileSync(file, 'utf8')) as object;
    writeFileSync(file, JSON.stringify({ ...holder, startTime: 'long ago' }));
    expect(lockHolder(file)).toBeNull();
    (await acquireLock(file, { purpose: 'next' })).release();
  });

  it('passes on when a power cut left its file empty', async () => {
    writeFileSync(file, '');
    (await acquireLock(file, { purpose: 'next' })).release();
  });

  it.each([
    { left: 'nothing', content: undefined },
    { left: 'the file of a dead process', content: '{"pid":2147483646,"startTime":"1","token":"t","purpose":"dead"}' },
  ])('goes to one of eight that come at once and find $left', async ({ content }) => {
    if (content !== undefined) writeFileSync(file, content);
    const answers = await Promise.all(Array.from({ length: 8 }, contend));
    expect(answers.map(({ answer }) => answer).sort()).toEqual([
      ...Array.from({ length: 7 }, () => 'LockHeldError'),
      'held',
    ]);
  });
});
