import type { FileHandle } from 'node:fs/promises';

/** A file as a client sent it: on disk under no name, until it is discarded. */
export class ReceivedFile {
  constructor(
    private readonly handle: FileHandle,
    readonly sizeBytes: number,
    /** Aborted when the client has gone. */
    readonly abandoned: AbortSignal,
  ) {}

  /** The first `length` bytes, or all of them. */
  async read(length = this.sizeBytes): Promise<Buffer> {
    const buffer = Buffer.allocUnsafe(Math.min(length, this.sizeBytes));
    let filled = 0;
    while (filled < buffer.byteLength) {
      const { bytesRead } = await this.handle.read(buffer, filled, buffer.byteLength - filled, filled);
      if (bytesRead === 0) throw new Error(`A received file of ${this.sizeBytes} bytes ended at ${filled}`);
      filled += bytesRead;
    }
    return buffer;
  }

  async discard(): Promise<void> {
    await this.handle.close();
  }
}
