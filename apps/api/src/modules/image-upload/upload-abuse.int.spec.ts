import { readdir } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Image, Problem } from '@virtualcafe/contracts';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { type SignedInUser, startTestApp, type TestApp, type TestResponse } from '../../../test/app.js';
import { eventually } from '../../../test/eventually.js';
import { imageForm, sample } from '../../../test/image-factory.js';
import { beginUpload } from '../../../test/raw-upload.js';
import { ImageProcessor } from './image-processor.js';

const megabyte = 1024 * 1024;
const gigabyte = 1024 * megabyte;
const stallMs = 600;

let app: TestApp;
let user: SignedInUser;

beforeAll(async () => {
  app = await startTestApp({ UPLOAD_STALL_MS: String(stallMs) });
  user = await app.signIn('GENERAL');
});

afterAll(() => app.stop());

afterEach(() => {
  vi.restoreAllMocks();
});

const upload = (bytes: Buffer, token = user.token): Promise<TestResponse<Image & Problem>> =>
  app.call<Image & Problem>('POST', '/api/v1/images', { token, form: imageForm(bytes) });

const expectServing = async (): Promise<void> => {
  expect((await upload(await sample('png', 20, 20))).status).toBe(201);
};

const filesOnDisk = async (): Promise<number> =>
  (await readdir(app.mediaFolder, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile()).length;

/** Open files and connections of this process. */
const openHandles = async (): Promise<number> => (await readdir('/dev/fd')).length;

describe('an upload without end', () => {
  it.each<[string, { signedIn: boolean; contentLength?: number }, string]>([
    ['of declared length is refused before it is read', { signedIn: true, contentLength: gigabyte }, '413'],
    ['in chunks is cut off a little beyond the limit', { signedIn: true }, '413'],
    ['of nobody is refused before it is read', { signedIn: false }, '401'],
    ['of nobody, of declared length, too', { signedIn: false, contentLength: gigabyte }, '401'],
  ])('%s', async (_, { signedIn, ...options }, status) => {
    const before = await filesOnDisk();
    const sending = await beginUpload(app.url, { ...options, ...(signedIn ? { token: user.token } : {}) });
    const block = Buffer.alloc(megabyte, 0xff);
    let sentBytes = 0;
    while (!sending.socket.destroyed && sentBytes < gigabyte) {
      await sending.send(block);
      sentBytes += block.byteLength;
    }
    expect(await sending.ended).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `));
    // On a busy machine much passes between two looks; a quarter of what was on its way is far from all.
    expect(sentBytes).toBeLessThan(256 * megabyte);
    expect(await filesOnDisk()).toBe(before);
    await expectServing();
  });
});

describe('an upload that stops arriving', () => {
  it('is given up', async () => {
    const before = await filesOnDisk();
    const sending = await beginUpload(app.url, { token: user.token, contentLength: megabyte });
    await sending.send(Buffer.alloc(1000));
    expect(await sending.ended).toMatch(/^HTTP\/1\.1 400 [^]*The upload stopped arriving/);
    expect(await filesOnDisk()).toBe(before);
  });

  it('is waited for while it still drips', async () => {
    const sending = await beginUpload(app.url, { token: user.token });
    const bytes = await sample('png', 30, 30);
    const part = Math.ceil(bytes.length / 5);
    for (let at = 0; at < bytes.length; at += part) {
      await sending.send(bytes.subarray(at, at + part));
      await sleep(stallMs / 2);
    }
    await sending.send(Buffer.from('\r\n--x--\r\n'));
    sending.socket.write('0\r\n\r\n');
    expect(await sending.answered).toMatch(/^HTTP\/1\.1 201 /);
    sending.socket.destroy();
  });
});

describe('uploads broken off', () => {
  it('leave no file, no open handle and no place taken', async () => {
    await expectServing();
    const [files, handles] = [await filesOnDisk(), await openHandles()];
    for (let round = 0; round < 3; round += 1) {
      const sendings = await Promise.all(
        Array.from({ length: 20 }, () => beginUpload(app.url, { token: user.token, contentLength: 5 * megabyte })),
      );
      await Promise.all(sendings.map(({ send }) => send(Buffer.alloc(300_000))));
      for (const { socket } of sendings) socket.destroy();
    }
    await eventually(async () => expect(await openHandles()).toBeLessThanOrEqual(handles + 20));
    await eventually(async () => expect(await filesOnDisk()).toBe(files));
    await eventually(expectServing);
  });

  it('while they wait for their turn are not decoded any more', async () => {
    const processor = app.app.get(ImageProcessor);
    const render = processor.render.bind(processor);
    let finish = (): void => undefined;
    const held = new Promise<void>((resolve) => (finish = resolve));
    const renders = vi.spyOn(processor, 'render').mockImplementation(async (bytes) => {
      await held;
      return render(bytes);
    });
    const inspects = vi.spyOn(processor, 'inspect');
    const bytes = await sample('png', 25, 25);
    const patient = Array.from({ length: 3 }, () => upload(bytes));
    await eventually(async () => expect(renders).toHaveBeenCalled());
    const leaving = await Promise.all(
      Array.from({ length: 5 }, () => beginUpload(app.url, { token: user.token, contentLength: 10_000 })),
    );
    for (const { send } of leaving) await send(padded(bytes, 10_000));
    await sleep(500);
    for (const { socket } of leaving) socket.destroy();
    await sleep(200);
    finish();
    expect((await Promise.all(patient)).map(({ status }) => status)).toEqual([201, 201, 201]);
    expect(inspects).toHaveBeenCalledTimes(3);
  });
});

/** The rest of a form of `length` bytes whose file is `bytes`. */
function padded(bytes: Buffer, length: number): Buffer {
  const formHead =
    '--x\r\ncontent-disposition: form-data; name="file"; filename="a.jpg"\r\ncontent-type: image/jpeg\r\n\r\n';
  const tail = '\r\n--x--\r\n';
  const filler = Buffer.alloc(length - formHead.length - bytes.length - tail.length);
  return Buffer.concat([bytes, filler, Buffer.from(tail)]);
}

describe('many uploads at once', () => {
  it('thirty of one person are all kept', async () => {
    const pictures = await Promise.all(
      Array.from({ length: 30 }, (_, index) => sample('jpeg', 400, 300, 1000 + index)),
    );
    const answers = await Promise.all(pictures.map((bytes) => upload(bytes)));
    expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 30 }, () => 201));
    expect(new Set(answers.map(({ body }) => body.url)).size).toBe(30);
    for (const { body } of answers) expect((await fetch(`${app.url}${body.url}`)).status).toBe(200);
  });

  it('one person cannot take all the places', async () => {
    const hoarder = await app.signIn('GENERAL');
    const held = await Promise.all(
      Array.from({ length: 40 }, () => beginUpload(app.url, { token: hoarder.token, contentLength: megabyte })),
    );
    const refusals: string[] = [];
    for (const { answered } of held) void answered.then((answer) => refusals.push(answer));
    const dripping = setInterval(() => {
      for (const { send } of held) void send(Buffer.alloc(10));
    }, stallMs / 4);
    try {
      await eventually(async () => expect(refusals).toHaveLength(8));
      const refused = await upload(await sample('png', 20, 20), hoarder.token);
      expect([refused.status, refused.body.code]).toEqual([429, 'rate.limited']);
      expect(refused.headers.get('retry-after')).toBe('5');
      await expectServing();
    } finally {
      clearInterval(dripping);
      for (const { socket } of held) socket.destroy();
    }
    await eventually(async () => expect((await upload(await sample('png', 20, 20), hoarder.token)).status).toBe(201));
  });
});
