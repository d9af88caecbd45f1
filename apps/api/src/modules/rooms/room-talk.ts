import type { RoomEvents } from '@virtualcafe/contracts';
import { ChatLog, type Numbered, tidyChatText, type WordFilter } from '@virtualcafe/world';
import type { Logger } from 'pino';
import { AppError } from '../../platform/errors/app-error.js';
import type { RoomMember } from './room-member.js';
import type { Said, SharedRoom } from './shared/room-sharing.js';

/** What is said in a room, numbered for all processes. */
export class RoomTalk {
  private readonly log = new ChatLog<Said>();
  private isCatchingUp = false;

  /** @param tell Called for each message, in order. */
  constructor(
    private readonly shared: SharedRoom,
    private readonly words: WordFilter,
    private readonly tell: (message: RoomEvents['chat']) => void,
    private readonly logger: Logger,
  ) {}

  /** Takes what was said before this process had the room open. @throws AppError `service.unavailable`. */
  async load(): Promise<void> {
    for (const message of await this.shared.recentTalk()) this.put(message);
  }

  since(sequence: number): RoomEvents['welcome']['chat'] {
    const { messages, isComplete } = this.log.since(sequence);
    return { messages: messages.map(flat), isComplete };
  }

  find(sequence: number): Said | undefined {
    return this.log.find(sequence);
  }

  /**
   * Says something to everybody; the same `nonce` again is the same message.
   * @returns the message's number.
   * @throws AppError `rate.limited`, `room.message-refused`, `room.muted`, `service.unavailable`.
   */
  async say(member: RoomMember, text: string, nonce: string | undefined, nowMs: number): Promise<number> {
    const { key, nickname, isMuted } = member.participant;
    const known = nonce === undefined ? undefined : this.findByNonce(key, nonce);
    if (known !== undefined) return known;
    const tidy = tidyChatText(text);
    if (tidy === null) throw new AppError('room.message-refused');
    if (isMuted) throw new AppError('room.muted');
    if (!member.chatAllowance.take(nowMs)) throw new AppError('rate.limited', { retryAfterSeconds: 2 });
    const said = { key, nickname, text: this.words.mask(tidy), atMs: nowMs };
    return this.shared.say(nonce === undefined ? said : { ...said, nonce }, nowMs);
  }

  /** Takes a message that some process has numbered. After a gap all that is kept is read anew. */
  hear(message: Numbered<Said>): void {
    const last = this.log.lastSequence;
    if (last === 0 || message.sequence <= last + 1) this.put(message);
    else this.catchUp();
  }

  /** The number of the last message, as all know it. */
  hearOf(sequence: number): void {
    if (sequence > this.log.lastSequence) this.catchUp();
  }

  /** Messages may be lost on the way while Redis is away. */
  private catchUp(): void {
    if (this.isCatchingUp) return;
    this.isCatchingUp = true;
    this.load().then(
      () => (this.isCatchingUp = false),
      (error: unknown) => {
        // The next message tries again.
        this.isCatchingUp = false;
        this.logger.warn({ err: error }, 'Messages of a room could not be read');
      },
    );
  }

  private put(message: Numbered<Said>): void {
    if (this.log.put(message)) this.tell(flat(message));
  }

  private findByNonce(key: string, nonce: string): number | undefined {
    return this.log.since(0).messages.find(({ message }) => message.key === key && message.nonce === nonce)?.sequence;
  }
}

const flat = ({ sequence, message }: Numbered<Said>): RoomEvents['chat'] => ({ sequence, ...message });
