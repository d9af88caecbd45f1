import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Stack } from './stack.js';

/**
 * Lets whoever speaks from this machine say for which address it speaks, as a proxy before the stack does (`FRONT_PROXIES`): so a test can be
 * a crowd, whom the limits for each address leave alone. What it returns takes that back.
 */
export async function trustThisMachine(stack: Stack): Promise<() => Promise<void>> {
  const file = join(stack.checkoutPath, 'deploy/.env');
  const network = await stack.setting('APP_NETWORK');
  const change = async (line: string): Promise<void> => {
    const text = await readFile(file, 'utf8');
    await writeFile(file, text.replace(/^FRONT_PROXIES=.*\n/gm, '') + line);
    await stack.compose('up', '--detach', '--no-deps', '--wait', 'nginx');
  };
  // Docker shows what comes by a published port from here as its network's gateway.
  await change(`FRONT_PROXIES=${network}.1\n`);
  return () => change('');
}

/** An address for each of a crowd: of a net that is kept for examples. */
export const addressOf = (index: number): string => `198.18.${Math.floor(index / 250)}.${(index % 250) + 1}`;
