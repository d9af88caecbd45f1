import type { Progress } from './boot/progress.mjs';
import { runStep } from './boot/progress.mjs';

interface Closer {
  readonly title: string;
  readonly close: () => Promise<void>;
}

/** What a run has opened, closed in reverse. */
export class CloseStack {
  readonly #closers: Closer[] = [];

  push(title: string, close: () => Promise<void>): void {
    this.#closers.push({ title, close });
  }

  /** Closes all of it; a failure is handed to `onFailure` and the rest is closed all the same. */
  async closeAll(progress: Progress, onFailure: (error: unknown) => void): Promise<void> {
    for (let closer = this.#closers.pop(); closer !== undefined; closer = this.#closers.pop()) {
      try {
        await runStep(progress, closer.title, closer.close);
      } catch (error) {
        onFailure(error);
      }
    }
  }
}
