import type { Image } from '@virtualcafe/contracts';
import type { FileRefusal } from './image-file-rules.js';

/** One file on its way. `checking`: all of it is sent, the server is looking at it. */
export type Upload = {
  readonly id: number;
  readonly file: File;
  /** The file itself as a picture, as long as it is on the list. */
  readonly previewUrl: string;
  readonly state: 'waiting' | 'sending' | 'checking' | 'failed';
  /** How much has left this device, 0 to 1. */
  readonly sent: number;
  /** Why it was not taken: our own first look at the file, or what sending it threw. */
  readonly failure: { readonly refusal: FileRefusal } | { readonly error: unknown } | null;
};

export type SendFile = (
  file: File,
  options: { signal: AbortSignal; onProgress: (sent: number) => void },
) => Promise<Image>;

type Surroundings = {
  send: SendFile;
  check: (file: File) => FileRefusal | null;
  preview: { make: (file: File) => string; drop: (url: string) => void };
};

/** `order` grows with the order in which the files were chosen: they may arrive in another one. */
export type OnUploaded = (image: Image, order: number) => void;

// Two at once: while the server looks at one, the next is on its way.
const maxAtOnce = 2;

/** Sends files a few at a time and keeps, for each, how far it is and why it failed. */
export class UploadQueue {
  private uploads: readonly Upload[] = [];
  private lastId = 0;
  private readonly listeners = new Set<() => void>();
  private readonly underway = new Map<number, AbortController>();
  private onUploaded: OnUploaded = () => undefined;

  constructor(private readonly surroundings: Surroundings) {}

  readonly getUploads = (): readonly Upload[] => this.uploads;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** Who is given the pictures that have arrived. */
  readonly deliverTo = (onUploaded: OnUploaded): void => {
    this.onUploaded = onUploaded;
  };

  readonly add = (files: readonly File[]): void => {
    this.become([...this.uploads, ...files.map((file) => this.enter(file))]);
    this.sendNext();
  };

  readonly retry = (id: number): void => {
    this.update(id, { state: 'waiting', sent: 0, failure: null });
    this.sendNext();
  };

  /** Takes a file off the list, whatever it is doing. */
  readonly cancel = (id: number): void => {
    this.drop(id);
    this.underway.get(id)?.abort(new DOMException('Cancelled by the person', 'AbortError'));
  };

  readonly cancelAll = (): void => {
    for (const { id } of this.uploads) this.cancel(id);
  };

  private enter(file: File): Upload {
    this.lastId += 1;
    const refusal = this.surroundings.check(file);
    const failure = refusal === null ? null : { refusal };
    const previewUrl = this.surroundings.preview.make(file);
    return { id: this.lastId, file, previewUrl, state: failure === null ? 'waiting' : 'failed', sent: 0, failure };
  }

  private drop(id: number): void {
    const dropped = this.uploads.find((upload) => upload.id === id);
    if (dropped !== undefined) this.surroundings.preview.drop(dropped.previewUrl);
    this.become(this.uploads.filter((upload) => upload.id !== id));
  }

  private sendNext(): void {
    while (this.underway.size < maxAtOnce) {
      const next = this.uploads.find(({ state }) => state === 'waiting');
      if (next === undefined) return;
      void this.send(next);
    }
  }

  private async send({ id, file }: Upload): Promise<void> {
    const abort = new AbortController();
    this.underway.set(id, abort);
    this.update(id, { state: 'sending' });
    const onProgress = (sent: number): void => this.update(id, { sent, state: sent < 1 ? 'sending' : 'checking' });
    try {
      const image = await this.surroundings.send(file, { signal: abort.signal, onProgress });
      if (!abort.signal.aborted) this.finish(id, image);
    } catch (error) {
      // A cancelled file is off the list already: nothing is left to update.
      this.update(id, { state: 'failed', failure: { error } });
    } finally {
      this.underway.delete(id);
      this.sendNext();
    }
  }

  private finish(id: number, image: Image): void {
    this.drop(id);
    this.onUploaded(image, id);
  }

  private update(id: number, change: Partial<Upload>): void {
    this.become(this.uploads.map((upload) => (upload.id === id ? { ...upload, ...change } : upload)));
  }

  private become(uploads: readonly Upload[]): void {
    this.uploads = uploads;
    for (const listener of this.listeners) listener();
  }
}
