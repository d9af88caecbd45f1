// Statements whose text varies after all must not fill every connection's memory.
const maxNames = 200;

/** Names for statements that PostgreSQL shall keep prepared, one for each text. */
export class StatementNames {
  private readonly names = new Map<string, string>();

  /** The same name for the same text; undefined, for a statement that is not kept, when there are too many. */
  nameOf(text: string): string | undefined {
    const known = this.names.get(text);
    if (known !== undefined || this.names.size >= maxNames) return known;
    const name = `kept-${this.names.size}`;
    this.names.set(text, name);
    return name;
  }
}
