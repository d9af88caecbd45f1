import { decodeFrame, readTransform, type RoomEvents, type Transform, transformBytes } from '@virtualcafe/contracts';
import type { Page } from '@playwright/test';

interface Moved {
  /** Of the machine's clock, the same in every page. */
  readonly atMs: number;
  readonly transform: Transform;
}

/** What passed over a page's connections, as the page itself saw it. */
interface Passed {
  readonly atMs: number;
  readonly isSent: boolean;
  /** Text, or the bytes of a binary message. */
  readonly data: string | readonly number[];
}

interface WatchedWindow extends Window {
  passed: Passed[];
  /** Pictures drawn until now. */
  drawn: number;
}

const eventMark = '42';

/** Runs in the page, before its own scripts. */
const watchPage = (): void => {
  const watched = window as unknown as WatchedWindow;
  watched.passed = [];
  watched.drawn = 0;
  const note = (isSent: boolean, data: unknown): void => {
    const atMs = performance.timeOrigin + performance.now();
    if (typeof data === 'string') watched.passed.push({ atMs, isSent, data });
    else if (data instanceof ArrayBuffer) watched.passed.push({ atMs, isSent, data: [...new Uint8Array(data)] });
    else if (ArrayBuffer.isView(data))
      note(isSent, data.buffer.slice(data.byteOffset, data.byteOffset + data.byteLength));
  };
  window.WebSocket = class extends WebSocket {
    constructor(...given: ConstructorParameters<typeof WebSocket>) {
      super(...given);
      this.addEventListener('message', ({ data }) => note(false, data));
    }

    override send(data: Parameters<WebSocket['send']>[0]): void {
      note(true, data);
      super.send(data);
    }
  };
  const count = (): void => {
    watched.drawn += 1;
    requestAnimationFrame(count);
  };
  requestAnimationFrame(count);
};

/** What a page's connection to a room carries, both ways. */
export class RoomWatch {
  private welcome: RoomEvents['welcome'] | undefined;
  /** Own moves, as they were sent. */
  readonly sent: Moved[] = [];
  private readonly received = new Map<number, Moved[]>();

  private constructor(private readonly page: Page) {}

  /** Before the page is opened. */
  static async of(page: Page): Promise<RoomWatch> {
    await page.addInitScript(watchPage);
    return new RoomWatch(page);
  }

  /** Takes in what has passed since the last time. */
  async update(): Promise<void> {
    const passed = await this.page.evaluate(() => (window as unknown as WatchedWindow).passed.splice(0));
    for (const each of passed) {
      if (each.isSent) this.takeSent(each);
      else this.takeReceived(each);
    }
  }

  /** Pictures the page has drawn since it was opened. */
  drawn(): Promise<number> {
    return this.page.evaluate(() => (window as unknown as WatchedWindow).drawn);
  }

  /** How this page was told that somebody moved, in order. */
  movesOf(id: number): readonly Moved[] {
    return this.received.get(id) ?? [];
  }

  /** @throws Error before the welcome. */
  get known(): RoomEvents['welcome'] {
    if (this.welcome === undefined) throw new Error('Not welcomed yet');
    return this.welcome;
  }

  /** Where one is, as was told last. @throws Error before that. */
  get place(): Transform {
    const last = this.sent.at(-1);
    if (last === undefined) throw new Error('Nothing was sent yet');
    return last.transform;
  }

  /** Milliseconds from another page's sending of moves to their receipt here, the shortest first. */
  delaysOf(id: number, sent: readonly Moved[]): number[] {
    const received = new Map(this.movesOf(id).map(({ atMs, transform }) => [transform.clock, atMs]));
    return sent
      .flatMap(({ atMs, transform }) => {
        const receivedAtMs = received.get(transform.clock);
        return receivedAtMs === undefined ? [] : [receivedAtMs - atMs];
      })
      .toSorted((a, b) => a - b);
  }

  private get scale(): number {
    return this.welcome?.scale ?? 1;
  }

  private takeSent({ atMs, data }: Passed): void {
    if (typeof data === 'string' || data.length !== transformBytes) return;
    const view = new DataView(Uint8Array.from(data).buffer);
    this.sent.push({ atMs, transform: readTransform(view, 0, this.scale) });
  }

  private takeReceived({ atMs, data }: Passed): void {
    if (typeof data === 'string') {
      if (!data.startsWith(eventMark)) return;
      const [event, given] = JSON.parse(data.slice(eventMark.length)) as [string, unknown];
      if (event === 'welcome') this.welcome = given as RoomEvents['welcome'];
      return;
    }
    const frame = decodeFrame(Uint8Array.from(data), this.scale);
    if (frame.kind === 'left') return;
    for (const { id, transform } of frame.entries) this.received.set(id, [...this.movesOf(id), { atMs, transform }]);
  }
}
