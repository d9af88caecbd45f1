import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { loadCore } from '../load.js';
import type { DialectName } from './dialects.js';
import type { Measured, Answer, Request } from './player-process.js';
import type { JoinTimes } from './player.js';

const program = fileURLToPath(new URL('player-process.js', import.meta.url));

/** A process full of players, on the load's core. */
export class PlayerHost {
  private readonly child: ChildProcess;
  private waiting: { resolve(answer: Answer): void; reject(error: Error): void } | undefined;

  constructor(dialect: DialectName, port: number, role: 'crowd' | 'observers') {
    this.child = spawn('taskset', ['-c', loadCore, process.execPath, program, dialect, String(port), role], {
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
      // Typed arrays go over as they are.
      serialization: 'advanced',
    });
    this.child.on('message', (answer) => this.waiting?.resolve(answer as Answer));
    this.child.on('exit', () => this.waiting?.reject(new Error('The load generator has ended by itself')));
  }

  /** @throws Error for the first player who is not let in. */
  async join(request: Extract<Request, { kind: 'join' }>): Promise<readonly JoinTimes[]> {
    const answer = await this.ask(request);
    return answer.kind === 'joined' ? answer.times : [];
  }

  async tell(request: Request): Promise<void> {
    await this.ask(request);
  }

  async end(): Promise<Measured> {
    const answer = await this.ask({ kind: 'end' });
    if (answer.kind !== 'measured') throw new Error(`The load generator answered "${answer.kind}"`);
    return answer.measured;
  }

  async stop(): Promise<void> {
    if (this.child.exitCode !== null || this.child.signalCode !== null) return;
    const exited = once(this.child, 'exit');
    // It ends with us, or when we let go of it.
    this.child.disconnect();
    await exited;
  }

  /** One at a time. */
  private async ask(request: Request): Promise<Answer> {
    const answer = await new Promise<Answer>((resolve, reject) => {
      this.waiting = { resolve, reject };
      this.child.send(request, (error) => error !== null && reject(error));
    });
    if (answer.kind === 'failed') throw new Error(answer.why);
    return answer;
  }
}
