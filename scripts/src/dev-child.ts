import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

/** How long a child may take to end once it was told to. */
const END_LIMIT_MS = 8_000;

/** Starts a program beside this file as a child with a channel; it ends when the channel closes, so also when we die. */
export function forkBeside(name: string, env: NodeJS.ProcessEnv): ChildProcess {
  return fork(fileURLToPath(new URL(`./${name}`, import.meta.url)), {
    env,
    execArgv: ['--enable-source-maps'],
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  });
}

/** Tells a child to end and waits until it has. */
export async function endChild(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  if (child.connected) child.disconnect();
  const force = setTimeout(() => child.kill('SIGKILL'), END_LIMIT_MS);
  await ended;
  clearTimeout(force);
}

/** Runs a child and replaces it on demand; requests that come while it is being replaced become one. */
export class ReplaceableChild {
  #child: ChildProcess | undefined;
  #replacing: Promise<void> | undefined;
  #isWantedAgain = false;
  #isClosed = false;

  constructor(private readonly start: () => ChildProcess) {}

  replace(): Promise<void> {
    if (this.#replacing !== undefined) {
      this.#isWantedAgain = true;
      return this.#replacing;
    }
    this.#replacing = this.#replaceUntilCurrent().finally(() => (this.#replacing = undefined));
    return this.#replacing;
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    await this.#replacing;
    if (this.#child !== undefined) await endChild(this.#child);
  }

  async #replaceUntilCurrent(): Promise<void> {
    do {
      this.#isWantedAgain = false;
      if (this.#child !== undefined) await endChild(this.#child);
      if (!this.#isClosed) this.#child = this.start();
    } while (this.#isWantedAgain);
  }
}
