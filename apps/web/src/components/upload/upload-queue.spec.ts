import type { Image } from '@virtualcafe/contracts';
import { describe, expect, it } from 'vitest';
import { UploadQueue } from './upload-queue.js';

const imageOf = (name: string): Image => ({
  id: name,
  url: '',
  thumbnailUrl: '',
  width: 1,
  height: 1,
  sizeBytes: 1,
  mimeType: 'image/webp',
  thumbhash: '',
});

const fileOf = (name: string) => new File(['x'], name, { type: 'image/png' });

/** A server whose answers come when told to. */
function upload() {
  type Call = { name: string; resolve: () => void; reject: (error: Error) => void; progress: (sent: number) => void };
  const calls: Call[] = [];
  const uploaded: [string, number][] = [];
  const previews = new Set<string>();
  const queue = new UploadQueue({
    send: (file, { signal, onProgress }) =>
      new Promise((resolve, reject) => {
        signal.addEventListener('abort', () => reject(signal.reason as Error));
        calls.push({ name: file.name, resolve: () => resolve(imageOf(file.name)), reject, progress: onProgress });
      }),
    check: (file) => (file.name.endsWith('.pdf') ? 'type' : null),
    preview: {
      make: (file) => {
        previews.add(file.name);
        return file.name;
      },
      drop: (url) => previews.delete(url),
    },
  });
  queue.deliverTo((image, order) => uploaded.push([image.id, order]));
  const states = () => queue.getUploads().map(({ file, state }) => `${file.name} ${state}`);
  const call = (name: string): Call => {
    const found = calls.findLast((each) => each.name === name);
    if (found === undefined) throw new Error(`${name} was not sent`);
    return found;
  };
  return { queue, calls, uploaded, previews, states, call };
}

const settled = () => new Promise((resolve) => setTimeout(resolve));

describe('UploadQueue', () => {
  it('sends two files at once and the next when one is done', async () => {
    const { queue, states, call, uploaded } = upload();
    queue.add([fileOf('a'), fileOf('b'), fileOf('c')]);
    expect(states()).toEqual(['a sending', 'b sending', 'c waiting']);
    call('b').resolve();
    await settled();
    expect(states()).toEqual(['a sending', 'c sending']);
    call('a').resolve();
    call('c').resolve();
    await settled();
    expect(states()).toEqual([]);
    expect(uploaded).toEqual([
      ['b', 2],
      ['a', 1],
      ['c', 3],
    ]);
  });

  it('tells how far a file is', () => {
    const { queue, states, call } = upload();
    queue.add([fileOf('a')]);
    call('a').progress(0.4);
    expect(queue.getUploads()[0]).toMatchObject({ state: 'sending', sent: 0.4 });
    call('a').progress(1);
    expect(states()).toEqual(['a checking']);
  });

  it('does not send what is refused at first sight', () => {
    const { queue, calls } = upload();
    queue.add([fileOf('menu.pdf')]);
    expect(calls).toEqual([]);
    expect(queue.getUploads()[0]).toMatchObject({ state: 'failed', failure: { refusal: 'type' } });
  });

  it('keeps a failed file with its reason, and sends it again when asked', async () => {
    const { queue, states, call, calls } = upload();
    queue.add([fileOf('a')]);
    const error = new Error('down');
    call('a').reject(error);
    await settled();
    expect(queue.getUploads()[0]).toMatchObject({ state: 'failed', failure: { error } });
    queue.retry(1);
    expect(states()).toEqual(['a sending']);
    expect(calls).toHaveLength(2);
  });

  it('cancels a file on its way, and goes on with the others', async () => {
    const { queue, states, uploaded, call } = upload();
    queue.add([fileOf('a'), fileOf('b'), fileOf('c')]);
    queue.cancel(1);
    await settled();
    expect(states()).toEqual(['b sending', 'c sending']);
    call('a').resolve();
    await settled();
    expect(uploaded).toEqual([]);
  });

  it('cancels a file that waits', () => {
    const { queue, states } = upload();
    queue.add([fileOf('a'), fileOf('b'), fileOf('c')]);
    queue.cancel(3);
    expect(states()).toEqual(['a sending', 'b sending']);
  });

  it('keeps a preview only as long as its file is on the list', async () => {
    const { queue, previews, call } = upload();
    queue.add([fileOf('a'), fileOf('b'), fileOf('menu.pdf')]);
    expect([...previews]).toEqual(['a', 'b', 'menu.pdf']);
    call('a').resolve();
    await settled();
    queue.cancel(3);
    expect([...previews]).toEqual(['b']);
    queue.cancelAll();
    expect([...previews]).toEqual([]);
  });
});
