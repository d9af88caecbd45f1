import type { RoomHandshake } from '@virtualcafe/contracts';
import { io } from 'socket.io-client';
import { type SignedInUser, startTestApp, type TestApp } from './app.js';
import { createCafe, createRegion } from './cafe-scene.js';
import { enterRoom, enterWith, type RoomClient, type RoomClientOptions } from './room-client.js';
import { createOpenViewer } from './viewer-scene.js';

/** An application with a café, a room of its own for each test, and the people in it. */
export class RoomScene {
  /** Of the room of this test. */
  code = '';
  private readonly clients: RoomClient[] = [];

  private constructor(
    readonly app: TestApp,
    readonly owner: SignedInUser,
    readonly cafeId: string,
  ) {}

  static async start(overrides: NodeJS.ProcessEnv = {}): Promise<RoomScene> {
    const app = await startTestApp(overrides);
    const admin = await app.signIn('ADMIN');
    const owner = await app.signIn('BUSINESS');
    const region = await createRegion(app, admin.token, '서울특별시', 'SPECIAL_CITY');
    return new RoomScene(app, owner, (await createCafe(app, owner.token, region.id)).id);
  }

  async openRoom(): Promise<void> {
    this.code = (await createOpenViewer(this.app, this.owner.token, this.cafeId)).code;
  }

  async enter(options: RoomClientOptions = {}): Promise<RoomClient> {
    const client = await enterRoom(this.app, this.code, options);
    this.clients.push(client);
    return client;
  }

  async enterWith(handshake: RoomHandshake): Promise<RoomClient> {
    const client = await enterWith(this.app, handshake);
    this.clients.push(client);
    return client;
  }

  /** Why a connection with this handshake is refused. */
  async refusalOf(handshake: object, extraHeaders: Record<string, string> = {}): Promise<unknown> {
    const options = { transports: ['websocket'], reconnection: false, forceNew: true };
    const socket = io(this.app.url, { ...options, auth: handshake, extraHeaders });
    const error = await new Promise<Error & { data?: { code: string } }>((resolve, reject) => {
      socket.once('connect_error', resolve);
      socket.once('connect', () => reject(new Error('It was let in')));
    });
    socket.disconnect();
    return error.data?.code ?? error.message;
  }

  leaveAll(): void {
    for (const client of this.clients.splice(0)) client.socket.disconnect();
  }

  stop(): Promise<void> {
    return this.app.stop();
  }
}
