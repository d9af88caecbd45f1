type Surroundings<T> = {
  /** Sends one value; the promise ends when the server has answered. */
  send: (value: T) => Promise<void>;
  /** `wanted` is what was wanted last, to be offered for another attempt. */
  onFailure: (error: unknown, wanted: T) => void;
};

/**
 * Saves a value that may change faster than the server answers: one call at a time, and of what came in meanwhile only
 * the latest. So the server's last word is always the person's last wish, in whatever order the network delivers.
 */
export class LatestSaver<T> {
  private wanted: T | null = null;
  private next: { readonly value: T } | null = null;
  private isSending = false;
  private readonly listeners = new Set<() => void>();

  constructor(private readonly surroundings: Surroundings<T>) {}

  /** What is on its way or waiting; null when everything is saved, or given up after a failure. */
  readonly getWanted = (): T | null => this.wanted;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** Ends when nothing is left to send. Never throws: failures go to `onFailure`. */
  async save(value: T): Promise<void> {
    this.next = { value };
    this.want(value);
    if (this.isSending) return;
    this.isSending = true;
    await this.sendAll();
  }

  private async sendAll(): Promise<void> {
    while (this.next !== null) {
      const { value } = this.next;
      this.next = null;
      try {
        await this.surroundings.send(value);
      } catch (error) {
        this.giveUp(error, value);
        return;
      }
    }
    this.isSending = false;
    this.want(null);
  }

  private giveUp(error: unknown, failed: T): void {
    // A later wish is built on the one that failed: it would fail the same way, or save half of what was meant.
    const { value } = this.next ?? { value: failed };
    this.next = null;
    this.isSending = false;
    this.want(null);
    this.surroundings.onFailure(error, value);
  }

  private want(value: T | null): void {
    this.wanted = value;
    for (const listener of this.listeners) listener();
  }
}
