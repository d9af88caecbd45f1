import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Stack } from './stack.js';

/** The first `from` of a file becomes `to`. */
export type Change = readonly [file: string, from: string, to: string];

/** Does something while files of the checkout say something else. */
export async function withChanges<Result>(
  stack: Stack,
  changes: readonly Change[],
  work: () => Promise<Result>,
): Promise<Result> {
  const texts = new Map<string, string>();
  try {
    for (const [file, from, to] of changes) {
      const path = join(stack.checkoutPath, file);
      const text = await readFile(path, 'utf8');
      if (!text.includes(from)) throw new Error(`${file} does not contain "${from}"`);
      texts.set(path, text);
      await writeFile(path, text.replace(from, to));
    }
    return await work();
  } finally {
    for (const [path, text] of texts) await writeFile(path, text);
  }
}

/** Does something while deploy/.env says so. */
export async function withSetting<Result>(
  stack: Stack,
  name: string,
  value: string,
  work: () => Promise<Result>,
): Promise<Result> {
  const file = join(stack.checkoutPath, 'deploy/.env');
  const write = async (line: string): Promise<void> => {
    const text = await readFile(file, 'utf8');
    await writeFile(file, text.replace(new RegExp(`^${name}=.*\\n`, 'gm'), '') + line);
  };
  const before = await stack.setting(name);
  await write(`${name}=${value}\n`);
  try {
    return await work();
  } finally {
    await write(before === '' ? '' : `${name}=${before}\n`);
  }
}
