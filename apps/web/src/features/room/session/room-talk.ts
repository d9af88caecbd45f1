import { type ChatLog, withAccepted, withDropped, withFailed, withOutgoing, withRetry, withSent } from './chat-log.js';
import { messageNonce } from './message-nonce.js';
import type { RoomConnection } from './room-connection.js';
import type { RoomStore } from './room-state.js';

/** Sends what one says: shown at once, sent when the room is there, kept when it fails. */
export class RoomTalk {
  constructor(
    private readonly store: RoomStore,
    private readonly connection: () => RoomConnection | null,
  ) {}

  say(text: string): void {
    this.become(withOutgoing(this.log, messageNonce(), text));
    this.flush();
  }

  retry(nonce: string): void {
    this.become(withRetry(this.log, nonce));
    this.flush();
  }

  drop(nonce: string): void {
    this.become(withDropped(this.log, nonce));
  }

  /** Sends what waits, in its order. */
  flush(): void {
    const connection = this.connection();
    if (connection?.isOpen !== true) return;
    for (const { nonce, text, state } of this.log.outgoing)
      if (state === 'waiting') void this.send(connection, nonce, text);
  }

  private async send(connection: RoomConnection, nonce: string, text: string): Promise<void> {
    this.become(withSent(this.log, nonce));
    const answer = await connection.ask('chat', { text, nonce });
    if (answer.ok) this.become(withAccepted(this.log, nonce, answer.sequence));
    // Lost on the way: the next welcome shows whether it was heard, and it goes out again if not.
    else if (answer.code !== 'network.unreachable' || connection.isOpen)
      this.become(withFailed(this.log, nonce, answer.code));
  }

  private get log(): ChatLog {
    return this.store.get().chat;
  }

  private become(chat: ChatLog): void {
    this.store.change({ chat });
  }
}
