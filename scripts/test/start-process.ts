import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

import { eventually } from './launcher-process.js';

const program = fileURLToPath(new URL('../start.mjs', import.meta.url));

/** How long an up-to-date checkout may take on a busy machine. */
const READY_LIMIT_MS = 120_000;

/** `npm start` as a real process. */
export class StartProcess {
  stdout = '';
  stderr = '';
  readonly #child: ChildProcess;
  readonly #closed: Promise<unknown>;

  constructor(environment: NodeJS.ProcessEnv, nodeArguments: readonly string[] = []) {
    this.#child = spawn(process.execPath, [...nodeArguments, program], {
      env: { PATH: process.env['PATH'], HOME: process.env['HOME'], ...environment },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.#child.stdout?.on('data', (chunk: Buffer) => (this.stdout += chunk.toString('utf8')));
    this.#child.stderr?.on('data', (chunk: Buffer) => (this.stderr += chunk.toString('utf8')));
    this.#closed = once(this.#child, 'close');
  }

  /** Waits until it says that it is open. */
  async ready(): Promise<void> {
    await eventually(
      () => this.stdout.includes('Ctrl-C stops everything') || this.#child.exitCode !== null,
      READY_LIMIT_MS,
    );
    if (this.#child.exitCode !== null) throw new Error(`npm start ended:\n${this.stdout}\n${this.stderr}`);
  }

  signal(name: NodeJS.Signals): void {
    this.#child.kill(name);
  }

  /** Its exit code, once it has ended; null when a signal ended it. */
  async exitCode(): Promise<number | null> {
    await this.#closed;
    return this.#child.exitCode;
  }
}
