import type { FileHandle } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Readable } from 'node:stream';
import { maxImageBytes } from '@virtualcafe/contracts';
import multer, { type StorageEngine } from 'multer';
import { AppError } from '../../platform/errors/app-error.js';
import type { MediaStorage } from '../../platform/storage/media-storage.js';
import { multipartError, unknownPart } from './multipart-error.rules.js';
import { ReceivedFile } from './received-file.js';

/** What stands around a file: boundaries and headers. */
const maxFormOverheadBytes = 16 * 1024;
export const maxRequestBytes = maxImageBytes + maxFormOverheadBytes;

// One file and nothing else; a field is let in only so that the refusal can name it.
const limits = {
  fileSize: maxImageBytes,
  files: 1,
  fields: 1,
  parts: 2,
  fieldSize: 1024,
  fieldNameSize: 100,
  headerPairs: 20,
};

type Form = IncomingMessage & { body?: Record<string, unknown> };
type MulterHandler = (request: IncomingMessage, response: ServerResponse, next: (error?: Error) => void) => void;

/**
 * One upload on its way in: Multer reads the form, this is where its bytes go. They go to a nameless file, never to
 * memory; too long, stalled or broken forms end at once, although Multer itself would read them to their end.
 */
export class UploadReception implements StorageEngine {
  private handle: FileHandle | undefined;
  private incoming: Readable | undefined;
  private writing: Promise<number> | undefined;
  private diskError: unknown;
  private settle: (error?: unknown) => void = () => undefined;

  constructor(
    private readonly storage: MediaStorage,
    private readonly stallMs: number,
  ) {}

  /**
   * Reads the file of the form's field `file`.
   * @throws AppError `image.missing`, `image.too-large`, `request.malformed`, `request.invalid`.
   */
  async receive(request: IncomingMessage, response: ServerResponse): Promise<ReceivedFile> {
    try {
      await this.readForm(request, response);
      const sizeBytes = await this.writing;
      if (this.handle === undefined || sizeBytes === undefined) throw new AppError('image.missing');
      if (sizeBytes === 0) throw new AppError('image.missing', { detail: 'The file is empty' });
      assertNoFields(request);
      return new ReceivedFile(this.handle, sizeBytes, clientGone(response));
    } catch (error) {
      await this.abandon();
      request.unpipe();
      request.resume();
      throw error;
    }
  }

  /** For Multer: takes the file's bytes. */
  _handleFile(
    _request: unknown,
    { stream }: { stream: Readable },
    done: (error?: unknown, info?: Partial<Express.Multer.File>) => void,
  ): void {
    this.incoming = stream;
    this.writing = this.write(stream);
    this.writing.then(
      (size) => done(null, { size }),
      (error: unknown) => {
        this.settle(error);
        done(error);
      },
    );
  }

  /** For Multer: nothing to remove, the file has no name. */
  _removeFile(_request: unknown, _file: unknown, done: (error: Error | null) => void): void {
    done(null);
  }

  private readForm(request: IncomingMessage, response: ServerResponse): Promise<void> {
    return new Promise((resolve, reject) => {
      this.settle = (error) => {
        clearTimeout(stalled);
        request.off('data', onData);
        if (error === undefined) resolve();
        else reject(error === this.diskError ? error : asAppError(error as Error));
      };
      const stalled = setTimeout(
        () => this.settle(new AppError('request.malformed', { detail: 'The upload stopped arriving' })),
        this.stallMs,
      );
      let receivedBytes = 0;
      const onData = (chunk: Buffer): void => {
        stalled.refresh();
        receivedBytes += chunk.byteLength;
        if (receivedBytes > maxRequestBytes) this.settle(new AppError('image.too-large'));
      };
      request.on('data', onData);
      const readWithMulter = multer({ storage: this, limits, defParamCharset: 'utf8' }).single(
        'file',
      ) as unknown as MulterHandler;
      readWithMulter(request, response, this.settle);
    });
  }

  private async write(stream: Readable): Promise<number> {
    let sizeBytes = 0;
    stream.once('limit', () => stream.destroy(new AppError('image.too-large')));
    const handle = await this.onDisk(this.storage.openScratch());
    this.handle = handle;
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      await this.onDisk(handle.write(chunk));
      sizeBytes += chunk.byteLength;
    }
    return sizeBytes;
  }

  // The disk's failures are ours, every other one is the sender's.
  private async onDisk<T>(work: Promise<T>): Promise<T> {
    try {
      return await work;
    } catch (error) {
      this.diskError = error;
      throw error;
    }
  }

  private async abandon(): Promise<void> {
    this.incoming?.destroy();
    await this.writing?.catch(() => undefined);
    await this.handle?.close();
  }
}

const asAppError = (error: Error): AppError => (error instanceof AppError ? error : multipartError(error));

function assertNoFields(request: Form): void {
  const [name] = Object.keys(request.body ?? {});
  if (name !== undefined) throw unknownPart('request.invalid', name);
}

function clientGone(response: ServerResponse): AbortSignal {
  const controller = new AbortController();
  response.once('close', () => controller.abort());
  return controller.signal;
}
