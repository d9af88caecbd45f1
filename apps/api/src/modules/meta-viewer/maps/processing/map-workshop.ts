import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { Inject, Injectable } from '@nestjs/common';
import type { MapProgress } from '@virtualcafe/contracts';
import { startWorkerProcess } from '../../../../platform/jobs/worker-process.js';
import { type MapsConfig, mapsConfig } from '../maps.config.js';
import type { MapMessage, MapOrder, MapOutcome } from './map-order.js';
import { refusal, type RefusalCode } from './map-refusal.js';

const program = fileURLToPath(new URL('./map-process.js', import.meta.url));
const lookEveryMs = 100;
const mebibyte = 1024 * 1024;
/** How V8 ends a process whose heap is full. */
const heapIsFull = new Set<NodeJS.Signals | number | null>(['SIGABRT', 'SIGTRAP', 134]);

export interface WorkshopRules {
  readonly signal: AbortSignal;
  readonly onProgress: (progress: MapProgress) => void;
}

/** Has files of strangers worked on, each in a process of its own with limits on memory and time. */
@Injectable()
export class MapWorkshop {
  constructor(@Inject(mapsConfig.token) private readonly config: MapsConfig) {}

  /**
   * A file that goes beyond a limit is refused.
   * @throws when the process ended for another reason, or the signal was aborted.
   */
  async make(order: MapOrder, { signal, onProgress }: WorkshopRules): Promise<MapOutcome> {
    signal.throwIfAborted();
    const child = this.start();
    let outcome: MapOutcome | undefined;
    let overstepped: RefusalCode | undefined;
    const end = (code?: RefusalCode): void => {
      overstepped ??= code;
      child.kill('SIGKILL');
    };
    child.on('message', (message: MapMessage) => {
      if (message.kind === 'progress') onProgress(message.progress);
      else outcome = message;
    });
    const stop = (): void => end();
    signal.addEventListener('abort', stop);
    const clock = setTimeout(() => end('map.too-slow'), this.config.MAP_TIME_LIMIT_MS);
    const scale = setInterval(() => void this.weigh(child, end), lookEveryMs);
    try {
      const ended = once(child, 'exit') as Promise<[number | null, NodeJS.Signals | null]>;
      child.send(order);
      const [code, killedBy] = await ended;
      signal.throwIfAborted();
      if (heapIsFull.has(killedBy) || heapIsFull.has(code)) overstepped ??= 'map.too-heavy';
      if (overstepped !== undefined)
        return { kind: 'refused', findings: [refusal(overstepped, this.limitOf(overstepped))] };
      if (outcome === undefined) throw new Error(`The process that works on maps ended with ${killedBy ?? code}`);
      return outcome;
    } finally {
      clearTimeout(clock);
      clearInterval(scale);
      signal.removeEventListener('abort', stop);
    }
  }

  private start(): ChildProcess {
    return startWorkerProcess(program, {
      heapMb: this.config.MAP_MEMORY_MB,
      niceness: this.config.MAP_NICENESS,
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    });
  }

  private limitOf(code: RefusalCode): string {
    return code === 'map.too-slow'
      ? `The work on it took longer than ${Math.round(this.config.MAP_TIME_LIMIT_MS / 1000)} s`
      : `The work on it needs more than ${this.config.MAP_MEMORY_MB} MB of memory`;
  }

  // Where there is no /proc, the heap's own limit must do.
  private async weigh(child: ChildProcess, end: (code: RefusalCode) => void): Promise<void> {
    const resident = await residentBytesOf(child.pid);
    if (resident > this.config.MAP_MEMORY_MB * mebibyte) end('map.too-heavy');
  }
}

async function residentBytesOf(pid: number | undefined): Promise<number> {
  try {
    const status = await readFile(`/proc/${pid}/status`, 'utf8');
    return Number(/^VmRSS:\s+(\d+) kB$/m.exec(status)?.[1] ?? 0) * 1024;
  } catch {
    // It has ended, or this is no Linux.
    return 0;
  }
}
