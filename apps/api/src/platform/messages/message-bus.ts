import { EventEmitter } from 'node:events';

/** The injection token of `MessageBus`. */
export const MESSAGE_BUS = Symbol('message bus');

export type MessageListener = (message: Buffer) => void;

/**
 * Tells all processes, this one included, at most once each: who is away misses it. For what is right again by itself later, or is
 * looked up when it matters.
 */
export interface MessageBus {
  /** Never fails: while the way to the others is broken, only this process hears. */
  publish(channel: string, message: Uint8Array | string): void;

  /** Messages of one channel come in the order in which a process has published them. */
  subscribe(channel: string, listener: MessageListener): Subscription;
}

export interface Subscription {
  /** Fulfilled when everything published from now on will be heard; rejected when that could not be had. */
  readonly ready: Promise<void>;
  end(): void;
}

/** Within this process. */
export class LocalMessageBus implements MessageBus {
  private readonly events = new EventEmitter().setMaxListeners(0);

  publish(channel: string, message: Uint8Array | string): void {
    const bytes = Buffer.from(message);
    // Later, as from elsewhere: a listener does not run within what the publisher is doing.
    setImmediate(() => this.events.emit(channel, bytes));
  }

  subscribe(channel: string, listener: MessageListener): Subscription {
    this.events.on(channel, listener);
    return { ready: Promise.resolve(), end: () => this.events.off(channel, listener) };
  }

  /** Whether anybody listens. */
  hasListeners(channel: string): boolean {
    return this.events.listenerCount(channel) > 0;
  }

  deliver(channel: string, message: Buffer): void {
    this.events.emit(channel, message);
  }
}
