import { Socket as NetSocket } from 'node:net';
import type { Socket } from 'socket.io';

type Connection = Socket['conn'];
type Message = (data: Buffer, isBinary: boolean) => void;

/** What we use of the inside of `ws`: see decision 0013. */
interface KnownWebSocket {
  readonly readyState: number;
  readonly _socket: NetSocket;
  readonly _sender: { readonly _state: number };
  listeners(event: 'message'): Message[];
  removeAllListeners(event: 'message'): void;
  on(event: 'message', listener: Message): void;
}

const isOpen = 1;
/** Of the sender's states: nothing is being compressed or read, so what is written now goes out now. */
const isIdle = 0;

export interface FastLaneOptions {
  /** Whether a binary message is for us; the others go Socket.IO's way. */
  readonly takes: (bytes: Buffer) => boolean;
  readonly onMessage: (bytes: Buffer) => void;
  /** Called once for a WebSocket whose inside is not what we know: it goes Socket.IO's way. */
  readonly onUnknown: () => void;
}

/**
 * The short way for movement: what a client sends is taken before Engine.IO decodes it, and frames are written to its WebSocket's
 * own socket. Only while the connection is a WebSocket: polling, and a WebSocket that we do not know, go Socket.IO's way.
 */
export class FastLane {
  private websocket: KnownWebSocket | undefined;
  /** The WebSocket's own, at hand: they are needed for every frame. */
  private network: NetSocket | undefined;
  private sender: KnownWebSocket['_sender'] | undefined;

  constructor(
    private readonly connection: Connection,
    private readonly options: FastLaneOptions,
  ) {
    this.take(connection.transport);
    // After polling; the transport is the new one by then.
    connection.on('upgrade', () => this.take(connection.transport));
  }

  /** Whether frames can be written here; if not, emit them. */
  get isThere(): boolean {
    return this.websocket !== undefined;
  }

  /** Packets that Engine.IO has not yet handed on: until the last have gone out, or the next poll comes. */
  get heldBack(): number {
    return (this.connection as unknown as { writeBuffer: readonly unknown[] }).writeBuffer.length;
  }

  /** Bytes written and not yet taken by the network. */
  get backlogBytes(): number {
    return this.network?.writableLength ?? 0;
  }

  /**
   * Writes a message framed by `frameBinaryMessage`.
   * @returns false when it cannot be written just now, also when it would overtake what Socket.IO still holds back; it is then dropped.
   */
  write(frame: Buffer): boolean {
    const { websocket, network } = this;
    if (network === undefined || websocket?.readyState !== isOpen || this.sender?._state !== isIdle) return false;
    if (this.heldBack > 0) return false;
    network.write(frame);
    return true;
  }

  private take(transport: Connection['transport']): void {
    if (transport.name !== 'websocket') return;
    const websocket: unknown = (transport as unknown as { socket?: unknown }).socket;
    if (!isKnown(websocket)) {
      this.options.onUnknown();
      return;
    }
    const theirs = websocket.listeners('message');
    websocket.removeAllListeners('message');
    websocket.on('message', (data, isBinary) => {
      if (isBinary && this.options.takes(data)) this.options.onMessage(data);
      else for (const listener of theirs) listener.call(websocket, data, isBinary);
    });
    this.websocket = websocket;
    this.network = websocket._socket;
    this.sender = websocket._sender;
  }
}

/** Whether a WebSocket is `ws`'s with the private fields that we use, and without compression. */
export function isKnown(websocket: unknown): websocket is KnownWebSocket {
  const { _socket, _sender, extensions, listeners } = websocket as Partial<Record<string, unknown>>;
  if (!(_socket instanceof NetSocket) || typeof listeners !== 'function' || extensions !== '') return false;
  return ((_sender ?? {}) as Partial<Record<string, unknown>>)['_state'] === isIdle;
}
