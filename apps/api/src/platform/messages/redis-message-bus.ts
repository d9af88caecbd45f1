import type { Redis } from 'ioredis';
import type { Logger } from 'pino';
import { LocalMessageBus, type MessageBus, type MessageListener, type Subscription } from './message-bus.js';

const prefix = 'bus:';

/** The name that Redis knows a channel by. */
export const redisChannel = (channel: string): string => prefix + channel;

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
    this.redis.publish(redisChannel(channel), bytes).catch(() => {
      // Redis has not taken it: this process at least must know.
      this.local.deliver(channel, bytes);
    });
  }

  subscribe(channel: string, listener: MessageListener): Subscription {
    const local = this.local.subscribe(channel, listener);
    // Again for each listener: Redis answers when it stands, and counts it once.
    const ready = this.subscriber.subscribe(redisChannel(channel)).then(() => undefined);
    ready.catch((error: unknown) => this.warn(error, channel));
    return { ready, end: () => this.end(local, channel) };
  }

  stop(): void {
    this.subscriber.disconnect();
  }

  private end(local: Subscription, channel: string): void {
    local.end();
    if (this.local.hasListeners(channel)) return;
    this.subscriber.unsubscribe(redisChannel(channel)).catch((error: unknown) => this.warn(error, channel));
  }

  private warn(error: unknown, channel: string): void {
    if (this.subscriber.status === 'end') return;
    this.logger.warn({ err: error, channel }, 'Redis did not take a subscription');
  }
}
