import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as delay } from 'node:timers/promises';

import { processStartTime } from '../src/boot/process-table.mjs';
import type { ScratchCheckout } from './scratch-checkout.js';

export type LauncherEvent =
  | { event: 'progress'; message: string }
  | { event: 'interrupted' }
  | { event: 'failed'; name: string; message: string }
  | ReadyEvent;

export interface ReadyEvent {
  event: 'ready';
  url: string;
  port: number;
  pid: number;
  dataDir: string;
  adopted: boolean;
}

/** A process that runs test/launcher.mjs. */
export class LauncherProcess {
  readonly events: LauncherEvent[] = [];
  readonly #child: ChildProcess;
  readonly #closed: Promise<unknown>;

  constructor(
    checkout: ScratchCheckout,
    kind: 'local' | 'temporary',
    options: { dataDir?: string; port?: number; settings?: Record<string, string> } = {},
    { uid, environment }: { uid?: number | undefined; environment?: NodeJS.ProcessEnv } = {},
  ) {
    this.#child = spawn(process.execPath, [join(checkout.dir, 'scripts/launcher.mjs'), kind, JSON.stringify(options)], {
      cwd: checkout.dir,
      // A process group of its own, as a shell gives it: what Ctrl-C is sent to.
      detached: true,
      env: { ...process.env, NODE_OPTIONS: '', ...environment },
      stdio: ['ignore', 'pipe', 'inherit'],
      ...(uid === undefined ? {} : { uid, gid: uid }),
    });
    this.#closed = once(this.#child, 'close');
    if (this.#child.stdout !== null) {
      createInterface({ input: this.#child.stdout }).on('line', (line) => {
        this.events.push(JSON.parse(line) as LauncherEvent);
      });
    }
  }

  get pid(): number {
    return this.#child.pid ?? 0;
  }

  /** The running server; rejects when the launcher fails. */
  async ready(): Promise<ReadyEvent> {
    const event = await this.#waitFor((event) => event.event === 'ready' || event.event === 'failed');
    if (event.event !== 'ready') throw new Error(`expected a server, got ${JSON.stringify(event)}`);
    return event;
  }

  /** The error the launcher gave up with; rejects when it does not fail. */
  async failed(): Promise<{ name: string; message: string }> {
    const event = await this.#waitFor((event) => event.event === 'ready' || event.event === 'failed');
    if (event.event !== 'failed') throw new Error(`expected a failure, got ${JSON.stringify(event)}`);
    return event;
  }

  get progress(): string[] {
    return this.events.flatMap((event) => (event.event === 'progress' ? [event.message] : []));
  }

  /** Ends it as the person would; resolves when it is gone, with its exit code. */
  async stop(): Promise<number | null> {
    this.#child.kill('SIGTERM');
    await this.#closed;
    return this.#child.exitCode;
  }

  /** kill -9. */
  async kill(): Promise<void> {
    this.#child.kill('SIGKILL');
    await this.#closed;
  }

  /** What the terminal does at Ctrl-C. */
  async interrupt(): Promise<void> {
    process.kill(-this.pid, 'SIGINT');
    await this.#waitFor((event) => event.event === 'interrupted');
  }

  async #waitFor(isWanted: (event: LauncherEvent) => boolean): Promise<LauncherEvent> {
    await eventually(() => this.events.some(isWanted) || this.#child.exitCode !== null);
    // The last lines may still be in the pipe.
    if (!this.events.some(isWanted)) await this.#closed;
    const event = this.events.find(isWanted);
    if (event === undefined) throw new Error(`the launcher ended: ${JSON.stringify(this.events)}`);
    return event;
  }
}

export function isRunning(pid: number): boolean {
  return processStartTime(pid) !== null;
}

/** Waits until `condition` holds; fails after `limitMs`. */
export async function eventually(condition: () => boolean, limitMs = 30_000): Promise<void> {
  const deadline = Date.now() + limitMs;
  while (!condition()) {
    if (Date.now() > deadline) throw new Error(`did not come true within ${limitMs} ms: ${condition.toString()}`);
    await delay(10);
  }
}
