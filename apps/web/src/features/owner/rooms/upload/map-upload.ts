import type { ViewerMapType } from '@virtualcafe/contracts';
import type { GlbRefusal } from './glb-first-look.js';
import { TransferSpeed } from './transfer-speed.js';

/**
 * One model on its way. `waiting`: the connection is gone, it goes on by itself. `failed`: it goes on when one asks for
 * it, except where the API has refused it. `sent`: the API has all of it and now works on it.
 */
export type UploadPhase = 'idle' | 'looking' | 'refused' | 'sending' | 'waiting' | 'paused' | 'failed' | 'sent';

export type MapUploadState = {
  readonly phase: UploadPhase;
  readonly file: File | null;
  readonly sentBytes: number;
  readonly bytesPerSecond: number | null;
  /** It goes on from what an earlier attempt has sent. */
  readonly isResumed: boolean;
  readonly refusal: GlbRefusal | null;
  readonly error: unknown;
};

/** The way to the server, on which a file can pause and go on. */
export type Transfer = {
  start(): void;
  /** What the server has stays there. */
  pause(): Promise<void>;
  /** What the server has is thrown away. */
  cancel(): Promise<void>;
};

export type TransferEvents = {
  onProgress: (sentBytes: number) => void;
  onWaiting: () => void;
  onSent: () => void;
  onFailed: (error: unknown) => void;
};

/** Where a file goes: a room's code and what it is to it. */
export type UploadTarget = { readonly viewerCode: string; readonly type: ViewerMapType };

type Surroundings = {
  lookAt: (file: File) => Promise<GlbRefusal | null>;
  open: (
    file: File,
    target: UploadTarget,
    events: TransferEvents,
  ) => Promise<{ transfer: Transfer; isResumed: boolean }>;
  nowMs: () => number;
};

const idle: MapUploadState = {
  phase: 'idle',
  file: null,
  sentBytes: 0,
  bytesPerSecond: null,
  isResumed: false,
  refusal: null,
  error: null,
};

/** Sends one model at a time and tells how far it is. */
export class MapUpload {
  private state = idle;
  private transfer: Transfer | null = null;
  /** Grows with each file, so that what is said of an earlier one is not taken for this one's. */
  private turn = 0;
  private readonly speed = new TransferSpeed();
  private readonly listeners = new Set<() => void>();
  private onSent: () => void = () => undefined;

  constructor(private readonly surroundings: Surroundings) {}

  readonly getState = (): MapUploadState => this.state;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** Who is told when the API has all of a file. */
  readonly tellWhenSent = (onSent: () => void): void => {
    this.onSent = onSent;
  };

  /** Begins to send a file, or goes on with it where an earlier attempt has left it. */
  readonly start = async (file: File, target: UploadTarget): Promise<void> => {
    await this.stop((transfer) => transfer.pause());
    const turn = this.turn;
    this.become({ ...idle, phase: 'looking', file });
    try {
      const refusal = await this.surroundings.lookAt(file);
      if (turn !== this.turn) return;
      if (refusal !== null) return this.become({ ...idle, phase: 'refused', file, refusal });
      await this.send(file, target, turn);
    } catch (error) {
      // The file itself cannot be read any more, or it cannot be asked what was sent before.
      this.update(turn, { phase: 'failed', error });
    }
  };

  readonly pause = async (): Promise<void> => {
    if (this.state.phase !== 'sending' && this.state.phase !== 'waiting') return;
    this.update(this.turn, { phase: 'paused', bytesPerSecond: null });
    await this.transfer?.pause();
  };

  readonly resume = (): void => {
    if (this.transfer === null || (this.state.phase !== 'paused' && this.state.phase !== 'failed')) return;
    this.speed.forget();
    this.update(this.turn, { phase: 'sending', error: null });
    this.transfer.start();
  };

  /** Ends it for good; the server forgets what it has. */
  readonly cancel = async (): Promise<void> => {
    const stopped = this.stop((transfer) => transfer.cancel());
    this.become(idle);
    await stopped;
  };

  /** Leaves the page: what the server has stays for another time. */
  readonly leave = async (): Promise<void> => {
    const stopped = this.stop((transfer) => transfer.pause());
    this.become(idle);
    await stopped;
  };

  private async send(file: File, target: UploadTarget, turn: number): Promise<void> {
    const { transfer, isResumed } = await this.surroundings.open(file, target, {
      onProgress: (sentBytes) => this.noteProgress(turn, sentBytes),
      onWaiting: () => this.update(turn, { phase: 'waiting', bytesPerSecond: null }),
      onSent: () => this.finish(turn),
      onFailed: (error) => this.update(turn, { phase: 'failed', error, bytesPerSecond: null }),
    });
    if (turn !== this.turn) return;
    this.transfer = transfer;
    this.update(turn, { phase: 'sending', isResumed });
    transfer.start();
  }

  private noteProgress(turn: number, sentBytes: number): void {
    // The last bytes may be told of after a pause was asked for.
    if (turn !== this.turn || this.state.phase === 'paused') return;
    this.speed.note(sentBytes, this.surroundings.nowMs());
    this.update(turn, { phase: 'sending', sentBytes, bytesPerSecond: this.speed.bytesPerSecond() });
  }

  private finish(turn: number): void {
    if (turn !== this.turn) return;
    this.transfer = null;
    this.update(turn, { phase: 'sent', sentBytes: this.state.file?.size ?? 0, bytesPerSecond: null });
    this.onSent();
  }

  private async stop(how: (transfer: Transfer) => Promise<void>): Promise<void> {
    this.turn += 1;
    this.speed.forget();
    const { transfer } = this;
    this.transfer = null;
    if (transfer !== null) await how(transfer);
  }

  private update(turn: number, change: Partial<MapUploadState>): void {
    if (turn === this.turn) this.become({ ...this.state, ...change });
  }

  private become(state: MapUploadState): void {
    this.state = state;
    for (const listener of this.listeners) listener();
  }
}
