import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import {
  type ErrorCode,
  type Image,
  image as imageSchema,
  maxImageBytes,
  type Problem,
  statusOf,
} from '@virtualcafe/contracts';
import sharp from 'sharp';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type SignedInUser, startTestApp, type TestApp, type TestResponse } from '../../../test/app.js';
import {
  blankPng,
  damaged,
  gifOfFrames,
  imageForm,
  imageFormats,
  phonePhoto,
  sample,
  svg,
} from '../../../test/image-factory.js';
import { ImageUploadService } from './image-upload.service.js';

const unknownId = '0192d3a0-0000-7000-8000-000000000000';

let app: TestApp;
let owner: SignedInUser;

beforeAll(async () => {
  app = await startTestApp();
  owner = await app.signIn('BUSINESS');
});

afterAll(() => app.stop());

const send = (form: FormData, token: string | undefined = owner.token): Promise<TestResponse<Image & Problem>> =>
  app.call<Image & Problem>('POST', '/api/v1/images', { form, token });

const upload = async (bytes: Buffer, name?: string): Promise<Image> => {
  const { status, body } = await send(imageForm(bytes, name));
  expect(status, JSON.stringify(body)).toBe(201);
  return imageSchema.parse(body);
};

const mediaOf = async (url: string): Promise<Buffer> =>
  Buffer.from(await (await fetch(`${app.url}${url}`)).arrayBuffer());

/** Every file below the media folder, half-written ones too. */
const filesOnDisk = async (): Promise<string[]> => {
  const entries = await readdir(app.mediaFolder, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map(({ parentPath, name }) => join(parentPath, name));
};

const rowCount = async (): Promise<number> =>
  (await app.database.query<{ count: number }>('SELECT count(*)::integer AS count FROM "Image"'))[0]?.count ?? -1;

describe('a good photo', () => {
  it('is kept upright, as WebP, with a thumbnail of 320 pixels, and told of as measured', async () => {
    const body = await upload(await phonePhoto(3000, 1500));
    expect(body).toMatchObject({ width: 1024, height: 2048, mimeType: 'image/webp' });
    expect(body.url).toMatch(/^\/media\/[0-9a-f]{2}\/[0-9a-f]{64}\.webp$/);
    expect(body.thumbnailUrl).toMatch(/^\/media\/[0-9a-f]{2}\/[0-9a-f]{64}\.thumb\.webp$/);
    expect(Buffer.from(body.thumbhash, 'base64').length).toBeGreaterThan(5);
    const full = await mediaOf(body.url);
    expect(full.byteLength).toBe(body.sizeBytes);
    expect(await sharp(full).metadata()).toMatchObject({ format: 'webp', width: 1024, height: 2048 });
    const thumbnail = await sharp(await mediaOf(body.thumbnailUrl)).metadata();
    expect(thumbnail).toMatchObject({ format: 'webp', width: 160, height: 320 });
  });

  it('keeps nothing of where and by what it was taken', async () => {
    const original = await phonePhoto(800, 600);
    expect(original.includes('Handphone')).toBe(true);
    const body = await upload(original);
    for (const url of [body.url, body.thumbnailUrl]) {
      const kept = await mediaOf(url);
      const { exif, xmp, icc, iptc, orientation } = await sharp(kept).metadata();
      expect({ exif, xmp, icc, iptc, orientation }).toEqual({});
      expect(kept.includes('Handphone')).toBe(false);
      expect(kept.includes('EXIF')).toBe(false);
    }
  });

  it.each(imageFormats)('may be %s', async (format) => {
    const body = await upload(await sample(format));
    expect(body).toMatchObject({ width: 640, height: 480 });
  });

  it('is not enlarged', async () => {
    const body = await upload(await sample('png', 7, 5));
    expect(body).toMatchObject({ width: 7, height: 5 });
    expect(await sharp(await mediaOf(body.thumbnailUrl)).metadata()).toMatchObject({ width: 7, height: 5 });
  });

  it('has a row and an entry in the log, in one transaction', async () => {
    const body = await upload(await sample('jpeg', 300, 200));
    const rows = await app.database.query('SELECT * FROM "Image" WHERE id = $1', [body.id]);
    expect(rows).toMatchObject([
      { uploaderId: owner.id, width: 300, height: 200, contentHash: /([0-9a-f]{64})\.webp/.exec(body.url)?.[1] },
    ]);
    const log = await app.database.query('SELECT * FROM "TransactionLog" WHERE "resourceId" = $1', [body.id]);
    expect(log).toMatchObject([
      { action: 'image.upload', resourceType: 'image', actorKind: 'USER', actorId: owner.id, after: { width: 300 } },
    ]);
  });

  it.each(['../../x.jpg', '..\\..\\x.jpg', '/etc/passwd', '사진 한 장.jpg', 'x'.repeat(2000), '.htaccess'])(
    'named %j is taken, and its name goes nowhere',
    async (name) => {
      await upload(await sample('jpeg', 64, 64), name);
      const files = await filesOnDisk();
      expect(files.every((file) => /[0-9a-f]{2}\/[0-9a-f]{64}(?:\.thumb)?\.webp$/.test(file))).toBe(true);
      expect(await readdir(join(app.mediaFolder, '..'))).not.toContain('x.jpg');
    },
  );

  it('sent by two people makes two rows and one file', async () => {
    const bytes = await sample('png', 500, 400, 99);
    const other = await app.signIn('GENERAL');
    const before = (await filesOnDisk()).length;
    const [first, second] = await Promise.all([send(imageForm(bytes)), send(imageForm(bytes), other.token)]);
    expect([first.status, second.status]).toEqual([201, 201]);
    expect(first.body.url).toBe(second.body.url);
    expect(first.body.id).not.toBe(second.body.id);
    expect((await filesOnDisk()).length).toBe(before + 2);
  });

  it('can be kept without a request, by the same rules', async () => {
    const service = app.app.get(ImageUploadService);
    const seed = { kind: 'system', name: 'demo' } as const;
    const kept = await service.importImage(seed, await sample('jpeg', 2500, 1000), owner.id);
    expect(kept).toMatchObject({ width: 2048, height: 819 });
    await expect(service.importImage(seed, Buffer.from(svg))).rejects.toMatchObject({
      code: 'image.type-not-accepted',
    });
    expect((await app.call('GET', `/api/v1/images/${kept.id}`, { token: owner.token })).status).toBe(200);
  });
});

describe('what is refused, with nothing left behind', () => {
  let filesBefore: string[];
  let rowsBefore: number;

  beforeEach(async () => {
    filesBefore = await filesOnDisk();
    rowsBefore = await rowCount();
  });

  const expectNothingKept = async (): Promise<void> => {
    expect(await filesOnDisk()).toEqual(filesBefore);
    expect(await rowCount()).toBe(rowsBefore);
  };

  it.each<[string, () => Buffer | string | Promise<Buffer>, ErrorCode]>([
    ['a text file called .jpg', () => 'not an image', 'image.type-not-accepted'],
    ['an SVG', () => svg, 'image.type-not-accepted'],
    ['an SVG that begins as a GIF', () => `GIF89a${svg}`, 'image.unreadable'],
    ['a PDF', () => '%PDF-1.7\n', 'image.type-not-accepted'],
    ['a TIFF', () => sample('png').then((png) => sharp(png).tiff().toBuffer()), 'image.type-not-accepted'],
    ['a PNG of 16000 × 16000', () => blankPng(16_000, 16_000), 'image.too-many-pixels'],
    ['a PNG of one pixel too many', () => blankPng(50_000_001, 1), 'image.too-many-pixels'],
    ['a GIF of 10,000 frames', () => gifOfFrames(10_000), 'image.too-many-frames'],
    ['a GIF of 201 frames', () => gifOfFrames(201), 'image.too-many-frames'],
    ['a JPEG cut short', async () => (await sample('jpeg')).subarray(0, 9_000), 'image.unreadable'],
    ['a file of nothing', () => '', 'image.missing'],
    ['three bytes', () => Buffer.from([0xff, 0xd8, 0xff]), 'image.unreadable'],
    ['10 MB and a byte', () => Buffer.alloc(maxImageBytes + 1, 0xff), 'image.too-large'],
    ['20 MB', () => Buffer.alloc(2 * maxImageBytes), 'image.too-large'],
  ])('%s', async (_, make, code) => {
    const { status, body, headers } = await send(imageForm(await make()));
    expect(body).toMatchObject({ code, status: statusOf(code) });
    expect(status).toBe(statusOf(code));
    expect(headers.get('content-type')).toContain('application/problem+json');
    await expectNothingKept();
  });

  it.each(imageFormats)('a %s cut short or damaged', async (format) => {
    const bytes = await sample(format);
    for (const share of [0.1, 0.7, 0.99]) {
      const { body } = await send(imageForm(bytes.subarray(0, bytes.length * share)));
      expect(body).toMatchObject({ code: 'image.unreadable' });
    }
    expect((await send(imageForm(damaged(bytes)))).body).toMatchObject({ code: 'image.unreadable' });
    await expectNothingKept();
  });

  it('a form that is not as asked for, naming what is wrong', async () => {
    const bytes = await sample('png', 32, 32);
    const wrongField = await send(imageForm(bytes, 'a.png', '사진'));
    expect(wrongField.body).toMatchObject({ code: 'image.missing', errors: [{ pointer: '/사진', in: 'body' }] });
    const extraField = imageForm(bytes);
    extraField.append('uploaderId', unknownId);
    expect((await send(extraField)).body).toMatchObject({
      code: 'request.invalid',
      errors: [{ pointer: '/uploaderId', in: 'body' }],
    });
    const twoFiles = imageForm(bytes);
    twoFiles.append('file', new Blob([bytes]), 'b.png');
    expect((await send(twoFiles)).body).toMatchObject({ code: 'request.malformed' });
    const noFile = new FormData();
    noFile.append('file', 'text');
    expect((await send(noFile)).body).toMatchObject({ code: 'image.missing' });
    expect((await send(imageForm(bytes, 'a\u0000.png'))).body).toMatchObject({ code: 'request.malformed' });
    expect((await send(new FormData())).status).toBe(400);
    await expectNothingKept();
  });

  it.each<[string, string, string, ErrorCode]>([
    ['JSON', 'application/json', '{}', 'request.unsupported-media-type'],
    ['another multipart', 'multipart/mixed; boundary=x', '--x--\r\n', 'request.unsupported-media-type'],
    ['no boundary', 'multipart/form-data', 'x', 'request.malformed'],
    ['a boundary that never comes', 'multipart/form-data; boundary=x', 'yyy', 'request.malformed'],
    ['a form that never ends', 'multipart/form-data; boundary=x', unfinishedForm('x'), 'request.malformed'],
    [
      'headers without end',
      'multipart/form-data; boundary=x',
      `--x\r\n${'A: b\r\n'.repeat(20_000)}`,
      'request.malformed',
    ],
  ])('%s', async (_, type, body, code) => {
    const response = await fetch(`${app.url}/api/v1/images`, {
      method: 'POST',
      headers: { authorization: `Bearer ${owner.token}`, 'content-type': type },
      body,
    });
    expect(await response.json()).toMatchObject({ code });
    await expectNothingKept();
  });

  it('anybody who is not signed in, before anything is read', async () => {
    const { status, body } = await app.call<Problem>('POST', '/api/v1/images', {
      form: imageForm(await sample('png')),
    });
    expect({ status, code: body.code }).toEqual({ status: 401, code: 'auth.required' });
    await expectNothingKept();
  });

  it('multipart everywhere else', async () => {
    const { status } = await app.call('POST', '/api/v1/auth/login', { form: imageForm('x') });
    expect(status).toBe(415);
  });
});

function unfinishedForm(boundary: string): string {
  return `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="a.jpg"\r\n\r\nabc`;
}

describe('looking at an image', () => {
  let imageId: string;

  beforeAll(async () => {
    imageId = (await upload(await sample('png', 40, 30))).id;
  });

  const look = (id: string, token?: string): Promise<TestResponse<Image & Problem>> =>
    app.call('GET', `/api/v1/images/${id}`, { token });

  it('is for who uploaded it and for administrators', async () => {
    const admin = await app.signIn('ADMIN');
    for (const { token } of [owner, admin]) {
      const { status, body } = await look(imageId, token);
      expect(status).toBe(200);
      expect(imageSchema.parse(body)).toMatchObject({ id: imageId, width: 40, height: 30 });
    }
  });

  it('tells others no more than that of an image there is not', async () => {
    for (const userType of ['GENERAL', 'BUSINESS', 'MANAGER'] as const) {
      const { token } = await app.signIn(userType);
      const theirs = await look(imageId, token);
      const nobodys = await look(unknownId, token);
      expect([theirs.status, theirs.body.code]).toEqual([404, 'image.not-found']);
      expect({ ...theirs.body, requestId: '' }).toEqual({ ...nobodys.body, requestId: '' });
    }
    expect((await look(imageId)).status).toBe(401);
    expect((await look('7', owner.token)).status).toBe(400);
  });

  it('is over for its uploader once it is disabled', async () => {
    const { id } = await upload(await sample('png', 41, 30));
    await app.database.query('UPDATE "Image" SET "isDisabled" = true WHERE id = $1', [id]);
    expect((await look(id, owner.token)).status).toBe(404);
  });
});
