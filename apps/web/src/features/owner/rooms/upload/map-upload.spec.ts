import { describe, expect, it } from 'vitest';
import { MapUpload, type TransferEvents } from './map-upload.js';

const file = new File([new Uint8Array(1_000)], 'room.glb');
const target = { viewerCode: 'soop', type: 'RENDER' } as const;

function setUp(refusal: 'type' | null = null) {
  const calls: string[] = [];
  const ways: TransferEvents[] = [];
  let clock = 0;
  const note = (call: string): Promise<void> => {
    calls.push(call);
    return Promise.resolve();
  };
  const upload = new MapUpload({
    lookAt: () => Promise.resolve(refusal),
    open: (_file, _target, events) => {
      ways.push(events);
      const number = ways.length;
      const transfer = {
        start: () => void calls.push(`start ${number}`),
        pause: () => note(`pause ${number}`),
        cancel: () => note(`cancel ${number}`),
      };
      return Promise.resolve({ transfer, isResumed: number > 1 });
    },
    nowMs: () => clock,
  });
  const way = (number: number): TransferEvents => {
    const found = ways[number - 1];
    if (found === undefined) throw new Error(`no transfer ${number} was opened`);
    return found;
  };
  const advance = (milliseconds: number): void => {
    clock += milliseconds;
  };
  return { upload, calls, way, advance };
}

describe('MapUpload', () => {
  it('sends a file and tells how fast', async () => {
    const { upload, calls, way, advance } = setUp();
    await upload.start(file, target);
    way(1).onProgress(0);
    advance(2_000);
    way(1).onProgress(500);
    expect(calls).toEqual(['start 1']);
    expect(upload.getState()).toMatchObject({ phase: 'sending', sentBytes: 500, bytesPerSecond: 250 });
  });

  it('tells once when all is there', async () => {
    const { upload, way } = setUp();
    let told = 0;
    upload.tellWhenSent(() => (told += 1));
    await upload.start(file, target);
    way(1).onSent();
    expect(upload.getState()).toMatchObject({ phase: 'sent', sentBytes: 1_000 });
    expect(told).toBe(1);
  });

  it('sends nothing that a first look refuses', async () => {
    const { upload, calls } = setUp('type');
    await upload.start(file, target);
    expect(upload.getState()).toMatchObject({ phase: 'refused', refusal: 'type', file });
    expect(calls).toEqual([]);
  });

  it('pauses, minds no late progress, and goes on', async () => {
    const { upload, calls, way } = setUp();
    await upload.start(file, target);
    way(1).onProgress(300);
    await upload.pause();
    way(1).onProgress(310);
    expect(upload.getState()).toMatchObject({ phase: 'paused', sentBytes: 300 });
    upload.resume();
    expect(upload.getState().phase).toBe('sending');
    expect(calls).toEqual(['start 1', 'pause 1', 'start 1']);
  });

  it('waits for the connection and goes on by itself', async () => {
    const { upload, way } = setUp();
    await upload.start(file, target);
    way(1).onWaiting();
    expect(upload.getState().phase).toBe('waiting');
    way(1).onProgress(400);
    expect(upload.getState()).toMatchObject({ phase: 'sending', sentBytes: 400 });
  });

  it('goes on after a failure when asked', async () => {
    const { upload, way, calls } = setUp();
    await upload.start(file, target);
    way(1).onFailed(new Error('gone'));
    expect(upload.getState()).toMatchObject({ phase: 'failed', error: new Error('gone') });
    upload.resume();
    expect(upload.getState()).toMatchObject({ phase: 'sending', error: null });
    expect(calls).toEqual(['start 1', 'start 1']);
  });

  it('forgets a cancelled file, whatever is still said of it', async () => {
    const { upload, way, calls } = setUp();
    await upload.start(file, target);
    await upload.cancel();
    way(1).onProgress(900);
    way(1).onSent();
    expect(upload.getState()).toMatchObject({ phase: 'idle', file: null, sentBytes: 0 });
    expect(calls).toEqual(['start 1', 'cancel 1']);
  });

  it('keeps what was sent when the page is left, and goes on from there', async () => {
    const { upload, calls } = setUp();
    await upload.start(file, target);
    await upload.leave();
    await upload.start(file, target);
    expect(calls).toEqual(['start 1', 'pause 1', 'start 2']);
    expect(upload.getState()).toMatchObject({ phase: 'sending', isResumed: true });
  });
});
