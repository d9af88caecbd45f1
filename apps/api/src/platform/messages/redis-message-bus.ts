import type { Redis } from 'ioredis';
import type { Logger } from 'pino';
import { LocalMessageBus, type MessageBus, type MessageListener } from './message-bus.js';

const prefix = 'bus:';

/** Over Redis's publish and subscribe, with a connection of its own to listen on. */
export class RedisMessageBus implements MessageBus {
  private readonly local = new LocalMessageBus();
  private readonly subscriber: Redis;

  constructor(
    private readonly redis: Redis,
    private readonly logger: Logger,
  ) {
    // Subscriptions outlive a lost connection: they are made anew with the next, and may be asked for before the first.
    this.subscriber = redis.duplicate({
      enableOfflineQueue: true,
      maxRetriesPerRequest: null,
      autoResubscribe: true,
      commandTimeout: undefined,
    });
    this.subscriber.on('messageBuffer', (channel: Buffer, message: Buffer) =>
      this.local.deliver(channel.toString().slice(prefix.length), message),
    );
    // That Redis is away is logged once, by the connection that commands go over.
    this.subscriber.on('error', () => undefined);
  }

  publish(channel: string, message: Uint8Array | string): void {
    const bytes = Buffer.from(message);
    this.redis.publish(prefix + channel, bytes).catch(() => {
      // Redis has not taken it: this process at least must know.
      this.local.deliver(channel, bytes);
    });
  }

  subscribe(channel: string, listener: MessageListener): () => void {
    if (!this.local.hasListeners(channel)) this.listen(channel);
    const end = this.local.subscribe(channel, listener);
    return () => {
      end();
      if (!this.local.hasListeners(channel)) this.unlisten(channel);
    };
  }

  stop(): void {
    this.subscriber.disconnect();
  }

  private listen(channel: string): void {
    this.subscriber.subscribe(prefix + channel).catch((error: unknown) => this.warn(error, channel));
  }

  private unlisten(channel: string): void {
    this.subscriber.unsubscribe(prefix + channel).catch((error: unknown) => this.warn(error, channel));
  }

  private warn(error: unknown, channel: string): void {
    if (this.subscriber.status === 'end') return;
    this.logger.warn({ err: error, channel }, 'Redis did not take a subscription');
  }
}
