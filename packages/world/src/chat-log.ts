/** A message with its place in the room's talk: numbers rise by one from 1, without a gap. */
export interface Numbered<Message> {
  readonly sequence: number;
  readonly message: Message;
}

/** The newest messages of a room, in order. */
export class ChatLog<Message> {
  private readonly kept: Numbered<Message>[] = [];
  private last = 0;

  constructor(private readonly keepCount = 200) {}

  /** The number of the newest message; 0 before the first. */
  get lastSequence(): number {
    return this.last;
  }

  append(message: Message): Numbered<Message> {
    this.last += 1;
    const numbered = { sequence: this.last, message };
    this.kept.push(numbered);
    if (this.kept.length > this.keepCount) this.kept.shift();
    return numbered;
  }

  /**
   * What came after `sequence`, oldest first. `isComplete` is false when older ones are gone that should be among them, or
   * when `sequence` is of a talk that this is not (it is ahead of ours): the reader then begins anew with what is given.
   */
  since(sequence: number): { messages: Numbered<Message>[]; isComplete: boolean } {
    const oldest = this.kept[0]?.sequence ?? this.last + 1;
    const isComplete = sequence <= this.last && sequence >= oldest - 1;
    const from = sequence > this.last ? 0 : sequence;
    return { messages: this.kept.filter((each) => each.sequence > from), isComplete };
  }
}
