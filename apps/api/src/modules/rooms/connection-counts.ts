const mostPerUser = 5;
const mostPerAddress = 50;

/** How many connections each address and each user has in this process. */
export class ConnectionCounts {
  private readonly counts = new Map<string, number>();

  /**
   * Counts a connection of an address (first) and, if there is one, a user.
   * @returns false, and nothing counted, when one of them has as many as they may.
   */
  take(counted: readonly string[]): boolean {
    const isFull = counted.some(
      (key, index) => (this.counts.get(key) ?? 0) >= (index === 0 ? mostPerAddress : mostPerUser),
    );
    if (isFull) return false;
    for (const key of counted) this.counts.set(key, (this.counts.get(key) ?? 0) + 1);
    return true;
  }

  release(counted: readonly string[]): void {
    for (const key of counted) {
      const left = (this.counts.get(key) ?? 0) - 1;
      if (left > 0) this.counts.set(key, left);
      else this.counts.delete(key);
    }
  }
}
