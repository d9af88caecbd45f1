import { Global, Inject, Injectable, Module, type OnApplicationShutdown } from '@nestjs/common';
import type { Logger } from 'pino';
import { LOGGER } from '../logging/logging.module.js';
import { RedisConnection } from '../redis/redis.module.js';
import { LocalMessageBus, MESSAGE_BUS, type MessageBus } from './message-bus.js';
import { RedisMessageBus } from './redis-message-bus.js';

@Injectable()
class MessageBusHolder implements OnApplicationShutdown {
  readonly bus: MessageBus;

  constructor({ client }: RedisConnection, @Inject(LOGGER) logger: Logger) {
    this.bus = client === undefined ? new LocalMessageBus() : new RedisMessageBus(client, logger);
  }

  onApplicationShutdown(): void {
    if (this.bus instanceof RedisMessageBus) this.bus.stop();
  }
}

/** Messages between the processes that share a Redis; without one, within this process. */
@Global()
@Module({
  providers: [
    MessageBusHolder,
    { provide: MESSAGE_BUS, inject: [MessageBusHolder], useFactory: ({ bus }: MessageBusHolder): MessageBus => bus },
  ],
  exports: [MESSAGE_BUS],
})
export class MessagesModule {}
