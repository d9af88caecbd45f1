/** A message with its place in the room's talk: numbers rise by one, without a gap. */
export interface Numbered<Message> {
  readonly sequence: number;
  readonly message: Message;
}

/** The newest messages of a room, in order. Who numbers them is not its business. */
export class ChatLog<Message> {
  private kept: Numbered<Message>[] = [];

  constructor(private readonly keepCount = 200) {}

  /** The number of the newest message; 0 before the first. */
  get lastSequence(): number {
    return this.kept.at(-1)?.sequence ?? 0;
  }

  /** Takes the next message; false, and nothing taken, when it is known already. After a gap only what comes then is kept. */
  put(message: Numbered<Message>): boolean {
    const last = this.lastSequence;
    if (message.sequence <= last) return false;
    if (last !== 0 && message.sequence !== last + 1) this.kept = [];
    this.kept.push(message);
    if (this.kept.length > this.keepCount) this.kept.shift();
    return true;
  }

  /** The message of this number, if it is still kept. */
  find(sequence: number): Message | undefined {
    return this.kept.find((each) => each.sequence === sequence)?.message;
  }

  /**
   * What came after `sequence`, oldest first. `isComplete` is false when older ones are gone that should be among them, or
   * when `sequence` is of a talk that this is not (it is ahead of ours): the reader then begins anew with what is given.
   */
  since(sequence: number): { messages: Numbered<Message>[]; isComplete: boolean } {
    const last = this.lastSequence;
    const oldest = this.kept[0]?.sequence ?? 1;
    const isComplete = sequence <= last && sequence >= oldest - 1;
    const from = sequence > last ? 0 : sequence;
    return { messages: this.kept.filter((each) => each.sequence > from), isComplete };
  }
}
