import { decodeFrame, readTransform, type RoomEvents, type Transform, transformBytes } from '@virtualcafe/contracts';
import type { Page } from '@playwright/test';

interface Moved {
  readonly atMs: number;
  readonly transform: Transform;
}

const eventMark = '42';

/** What a page's connection to a room carries, both ways; times of this process. */
export class RoomWatch {
  welcome: RoomEvents['welcome'] | undefined;
  /** Own moves, as they were sent. */
  readonly sent: Moved[] = [];
  private readonly received = new Map<number, Moved[]>();

  constructor(page: Page) {
    page.on('websocket', (socket) => {
      socket.on('framesent', ({ payload }) => this.takeSent(payload));
      socket.on('framereceived', ({ payload }) => this.takeReceived(payload));
    });
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

  private takeSent(payload: string | Buffer): void {
    if (typeof payload === 'string' || payload.byteLength !== transformBytes) return;
    const view = new DataView(payload.buffer, payload.byteOffset, payload.byteLength);
    this.sent.push({ atMs: performance.now(), transform: readTransform(view, 0, this.scale) });
  }

  private takeReceived(payload: string | Buffer): void {
    if (typeof payload === 'string') {
      if (!payload.startsWith(eventMark)) return;
      const [event, given] = JSON.parse(payload.slice(eventMark.length)) as [string, unknown];
      if (event === 'welcome') this.welcome = given as RoomEvents['welcome'];
      return;
    }
    const frame = decodeFrame(payload, this.scale);
    if (frame.kind === 'left') return;
    for (const { id, transform } of frame.entries)
      this.received.set(id, [...this.movesOf(id), { atMs: performance.now(), transform }]);
  }
}
