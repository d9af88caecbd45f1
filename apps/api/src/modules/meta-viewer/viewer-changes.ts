import { Inject, Injectable } from '@nestjs/common';
import { RESPONSE_CACHE, type ResponseCache } from '../../platform/cache/response-cache.js';
import { Database } from '../../platform/database/database.js';
import { MESSAGE_BUS, type MessageBus } from '../../platform/messages/message-bus.js';
import { viewerChangeTags } from './viewer-cache-tags.js';
import { ViewersRepository } from './viewers.repository.js';

/** The channel of `MessageBus` on which a room's change is told: JSON, `{ "code": … }`. */
export const viewerChangedChannel = 'viewer-changed';

/** Tells whoever keeps something of a room that it is another one now. */
@Injectable()
export class ViewerChanges {
  constructor(
    private readonly viewers: ViewersRepository,
    private readonly database: Database,
    @Inject(RESPONSE_CACHE) private readonly cache: ResponseCache,
    @Inject(MESSAGE_BUS) private readonly messages: MessageBus,
  ) {}

  /** Once the transaction in progress has committed. */
  async announce(code: string): Promise<void> {
    const tags = viewerChangeTags(code, await this.viewers.findCafeCode(code));
    await this.database.afterCommit(async () => {
      await this.cache.invalidate(tags);
      this.messages.publish(viewerChangedChannel, JSON.stringify({ code }));
    });
  }
}
