import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { CafeImage } from './drawing/cafe-images.js';
import type { DrawnMessage } from './drawing-process.js';

const program = fileURLToPath(new URL('./drawing-process.js', import.meta.url));

/** Draws cafés in a process of its own, one after the other; `close` ends it. */
export class DrawingStudio {
  private readonly child: ChildProcess;
  private readonly ended: Promise<unknown>;

  /** @param resolution Pixels for each unit of a drawing; by default what a café's page shows. */
  constructor(resolution?: number) {
    this.child = fork(program, resolution === undefined ? [] : [String(resolution)], {
      serialization: 'advanced',
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    });
    this.ended = once(this.child, 'exit');
  }

  /** All pictures of the demo's café with this code. */
  async draw(code: string): Promise<CafeImage[]> {
    const images: CafeImage[] = [];
    const finished = new Promise<void>((resolve) => {
      const onMessage = (message: DrawnMessage): void => {
        if (message !== null) {
          images.push({ ...message, jpeg: Buffer.from(message.jpeg) });
          return;
        }
        this.child.off('message', onMessage);
        resolve();
      };
      this.child.on('message', onMessage);
    });
    this.child.send(code);
    const died = this.ended.then(() => {
      throw new Error(`Drawing the demo's café ${code} failed`);
    });
    await Promise.race([finished, died]);
    return images;
  }

  async close(): Promise<void> {
    if (this.child.connected) this.child.disconnect();
    await this.ended;
  }
}
