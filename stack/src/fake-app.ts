import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { once } from 'node:events';
import type { Stack } from './stack.js';

type Mood = 'answers' | 'answers late' | 'is unavailable' | 'hangs' | 'breaks off';

/** Stands in for the server behind nginx, and does as it is told. Each answer is everybody's, and says which it is. */
export class FakeApp {
  mood: Mood = 'answers';
  /** What it was asked, in order. */
  readonly asked: IncomingMessage[] = [];
  /** What it says; with a tag. */
  text = 'first';

  private constructor(
    /** Where the containers of the stack find it. */
    readonly address: string,
    private readonly server: Server,
  ) {}

  static async start(stack: Stack): Promise<FakeApp> {
    const address = `${await stack.setting('APP_NETWORK')}.1`;
    const server = createServer();
    const app = new FakeApp(address, server);
    server.on('request', (asked: IncomingMessage, answer: ServerResponse) => app.answer(asked, answer));
    await app.open(0);
    return app;
  }

  get port(): number {
    return (this.server.address() as AddressInfo).port;
  }

  async open(port: number): Promise<void> {
    this.server.listen(port, this.address);
    await once(this.server, 'listening');
  }

  /** Nobody listens there then. */
  async close(): Promise<void> {
    const closed = once(this.server, 'close');
    this.server.close();
    this.server.closeAllConnections();
    await closed;
  }

  private answer(asked: IncomingMessage, answer: ServerResponse): void {
    this.asked.push(asked);
    if (this.mood === 'hangs') return;
    if (this.mood === 'breaks off') asked.socket.destroy();
    else if (this.mood === 'is unavailable') answer.writeHead(503).end('It is unavailable');
    else if (this.mood === 'answers late') setTimeout(() => this.say(asked, answer), 1500);
    else this.say(asked, answer);
  }

  private say(asked: IncomingMessage, answer: ServerResponse): void {
    const etag = `"${this.text}"`;
    const isKnown = asked.headers['if-none-match'] === etag;
    answer.writeHead(isKnown ? 304 : 200, { 'cache-control': 'public, no-cache', etag });
    answer.end(isKnown ? undefined : this.text);
  }
}
