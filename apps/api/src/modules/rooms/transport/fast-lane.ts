import { Socket as NetSocket } from 'node:net';
import type { Socket } from 'socket.io';
import { MaskedMessageReader } from './masked-message-reader.js';

type Connection = Socket['conn'];
type Listener = (chunk: Buffer) => void;

/** What we use of the inside of `ws`: see decision 0013. */
interface KnownWebSocket {
  readonly readyState: number;
  readonly _socket: NetSocket;
  readonly _sender: { readonly _state: number };
  readonly _receiver: { readonly _state: number; readonly _bufferedBytes: number; readonly _fragmented: number };
}

const isOpen = 1;
/** Of the sender's states: nothing is being compressed or read, so what is written now goes out now. */
const isIdle = 0;
/** Of the receiver's states: the next byte begins a frame. */
const isBetweenFrames = 0;

export interface FastLaneOptions {
  /** Binary messages of this length are for us, below 126; all others go Socket.IO's way. */
  readonly messageBytes: number;
  /** The bytes are good until it returns. One that came in pieces goes Socket.IO's way. */
  readonly onMessage: (bytes: Uint8Array) => void;
  /** Called once for a WebSocket whose inside is not what we know: it goes Socket.IO's way. */
  readonly onUnknown: () => void;
}

/**
 * The short way for movement: what a client sends is taken from its socket before `ws` and Engine.IO read it, and frames are written to
 * the same socket. Only while the connection is a WebSocket: polling, and a WebSocket that we do not know, go Socket.IO's way.
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
   * Writes a message framed by `frameInPlace`.
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
    this.listen(websocket);
    this.websocket = websocket;
    this.network = websocket._socket;
    this.sender = websocket._sender;
  }

  /** Puts itself before the one listener of the socket, which gets what is not for us. */
  private listen(websocket: KnownWebSocket): void {
    const { _socket: network, _receiver: receiver } = websocket;
    const [theirs] = network.listeners('data') as Listener[];
    if (theirs === undefined) return;
    const { messageBytes, onMessage } = this.options;
    const reader = new MaskedMessageReader(messageBytes, onMessage);
    const isAtBoundary = (): boolean =>
      receiver._state === isBetweenFrames && receiver._bufferedBytes === 0 && receiver._fragmented === 0;
    const onData = (chunk: Buffer): void => {
      const taken = websocket.readyState === isOpen && isAtBoundary() ? reader.read(chunk) : 0;
      if (taken < chunk.byteLength) theirs.call(network, taken === 0 ? chunk : chunk.subarray(taken));
    };
    network.removeListener('data', theirs);
    network.on('data', onData);
    // Theirs takes itself off at the end, and must not be called after that.
    network.prependListener('close', () => network.removeListener('data', onData));
  }
}

/** Whether a WebSocket is `ws`'s with the private fields that we use, and without compression. */
export function isKnown(websocket: unknown): websocket is KnownWebSocket {
  const { _socket, _sender, _receiver, extensions } = websocket as Partial<Record<string, unknown>>;
  if (!(_socket instanceof NetSocket) || _socket.listenerCount('data') !== 1 || extensions !== '') return false;
  const { _state, _bufferedBytes, _fragmented } = fieldsOf(_receiver);
  const isReceiver = [_state, _bufferedBytes, _fragmented].every((field) => typeof field === 'number');
  return isReceiver && fieldsOf(_sender)['_state'] === isIdle;
}

const fieldsOf = (value: unknown): Partial<Record<string, unknown>> => value ?? {};
