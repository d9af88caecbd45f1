import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { startWorkerProcess } from '../../../platform/jobs/worker-process.js';
import type { StarterRoom } from './generate-starter-room.js';
import type { StarterRoomAnswer, StarterRoomOrder } from './starter-room-process.js';

const program = fileURLToPath(new URL('./starter-room-process.js', import.meta.url));

/** Many times what the largest room takes. */
const longestMs = 120_000;
const heapMb = 768;
const niceness = 10;

/** Makes rooms in a process of its own, one after the other; `close` ends it. */
export class StarterRoomWorkshop {
  private readonly child: ChildProcess;
  private readonly ended: Promise<unknown>;

  /** @param signal Ends it at once when aborted, whatever it is at. */
  constructor(signal?: AbortSignal) {
    this.child = startWorkerProcess(program, {
      heapMb,
      niceness,
      serialization: 'advanced',
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
      killSignal: 'SIGKILL',
      ...(signal === undefined ? {} : { signal }),
    });
    this.ended = once(this.child, 'exit');
  }

  /**
   * One room at a time.
   * @throws when a photo cannot be read, and when the process ended or took too long.
   */
  async make(order: StarterRoomOrder): Promise<StarterRoom> {
    const answered = once(this.child, 'message') as Promise<[StarterRoomAnswer]>;
    const died = this.ended.then(() => {
      throw new Error('The process that makes starter rooms ended before it had made this one');
    });
    const timer = setTimeout(() => this.child.kill('SIGKILL'), longestMs);
    try {
      this.child.send(order);
      const [answer] = await Promise.race([answered, died]);
      if ('error' in answer) throw new Error(`The starter room could not be made: ${answer.error}`);
      return answer.room;
    } finally {
      clearTimeout(timer);
    }
  }

  async close(): Promise<void> {
    if (this.child.connected) this.child.disconnect();
    await this.ended;
  }
}
