import type { Board, BoardPage, ManagedBoard, Problem } from '@virtualcafe/contracts';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import {
  type BoardScene,
  boardBody,
  editBoard,
  logInAgain,
  setBoardScene,
  writeBoard,
} from '../../../test/board-scene.js';
import { createCafe, expectProblem, insertImage, unknownId } from '../../../test/cafe-scene.js';
import { freezeClock } from '../../../test/frozen-clock.js';

let scene: BoardScene;

beforeAll(async () => {
  scene = await setBoardScene();
});

afterEach(() => vi.restoreAllMocks());

afterAll(() => scene?.app.stop());

const post = (body: unknown, { token } = scene.writer) =>
  scene.app.call<ManagedBoard>('POST', '/api/v1/boards', { token, body });
const read = (id: string) => scene.app.call<Board>('GET', `/api/v1/boards/${id}`);
const listed = async (id: string) => {
  const { body } = await scene.app.call<BoardPage>('GET', '/api/v1/boards?pageSize=100');
  return body.items.find((item) => item.id === id);
};

describe('writing a post', () => {
  it('answers it as its writer sees it; visitors read it, and the log has it', async () => {
    const images = [await insertImage(scene.app, scene.writer.id), await insertImage(scene.app, scene.writer.id)];
    const made = await writeBoard(scene.app, scene.writer, {
      type: 'BQUESTION',
      link: 'https://example.com/beans',
      startDay: '2026-12-01',
      endDay: '2026-12-03',
      cafeIds: [scene.cafe.id],
      imageIds: images,
    });
    expect(made).toMatchObject({
      type: 'BQUESTION',
      title: '오늘의 원두',
      content: '에티오피아 **예가체프**가 들어왔어요.',
      author: { id: scene.writer.id },
      cafes: [{ id: scene.cafe.id, code: scene.cafe.code, name: scene.cafe.name }],
      eventState: null,
      isReplyAvailable: true,
      isDisabled: false,
      isBlocked: false,
      replyCount: 0,
    });
    expect(made.images.map(({ id }) => id)).toEqual(images);
    expect(made.thumbnail?.id).toBe(images[0]);
    const { etag: _, isDisabled: _disabled, isBlocked: _blocked, ...shown } = made;
    expect((await read(made.id)).body).toEqual(shown);
    expect(await listed(made.id)).toMatchObject({
      excerpt: '에티오피아 예가체프가 들어왔어요.',
      thumbnail: { id: images[0] },
    });
    expect(await scene.actsOn(made.id)).toMatchObject([
      {
        action: 'board.create',
        actorId: scene.writer.id,
        before: null,
        after: { type: 'BQUESTION', imageIds: images },
      },
    ]);
  });

  it('is for those who are signed in', async () => {
    expectProblem(await scene.app.call('POST', '/api/v1/boards', { body: boardBody() }), 401, 'auth.required');
  });

  it.each([
    ['no title', { title: ' ' }, '/title'],
    ['a title of 201 letters', { title: '가'.repeat(201) }, '/title'],
    ['no text', { content: '\n' }, '/content'],
    ['a text too long', { content: '가'.repeat(50_001) }, '/content'],
    ['a text with U+0000', { content: 'a\u0000b' }, '/content'],
    ['another type', { type: 'BNEWS' }, '/type'],
    ['a link that runs a script', { link: 'javascript:alert(1)' }, '/link'],
    ['a day that is none', { startDay: '2026-02-30' }, '/startDay'],
    ['a day far from now', { endDay: '0000-01-01' }, '/endDay'],
    ['an end before the start', { startDay: '2026-12-02', endDay: '2026-12-01' }, '/endDay'],
    ['an image twice', { imageIds: [unknownId, unknownId] }, '/imageIds'],
    [
      'too many cafés',
      { cafeIds: Array.from({ length: 11 }, (_, n) => unknownId.replace(/0$/, n.toString(16))) },
      '/cafeIds',
    ],
    ['an unknown field', { authorId: unknownId }, ''],
  ])('refuses %s', async (_, fields, pointer) => {
    expectProblem(await post(boardBody(fields)), 400, 'request.invalid', pointer);
  });

  it("takes nobody else's images, but an administrator's choice, and none that are hidden", async () => {
    const own = await insertImage(scene.app, scene.writer.id);
    const other = await insertImage(scene.app, scene.reader.id);
    const hidden = await insertImage(scene.app, scene.writer.id, { isDisabled: true });
    const refused = await post(boardBody({ imageIds: [own, other, hidden, unknownId] }));
    expectProblem(refused, 422, 'board.image-unusable', '/imageIds/1', '/imageIds/2', '/imageIds/3');
    for (const by of [scene.manager, scene.owner])
      expectProblem(await post(boardBody({ imageIds: [own] }), by), 422, 'board.image-unusable', '/imageIds/0');
    expect((await post(boardBody({ imageIds: [own, other] }), scene.admin)).status).toBe(201);
  });

  it('has one thumbnail: the first image, or the one that is named', async () => {
    const images = [await insertImage(scene.app, scene.writer.id), await insertImage(scene.app, scene.writer.id)];
    const named = await writeBoard(scene.app, scene.writer, { imageIds: images, thumbnailId: images[1] ?? null });
    expect(named.thumbnail?.id).toBe(images[1]);
    const stranger = await insertImage(scene.app, scene.writer.id);
    const refused = await post(boardBody({ imageIds: images, thumbnailId: stranger }));
    expectProblem(refused, 422, 'board.thumbnail-unusable', '/thumbnailId');
    const rows = await scene.app.database.query<{ imageId: string }>(
      'SELECT "imageId" FROM "BoardImage" WHERE "boardId" = $1 AND "isThumbnail"',
      [named.id],
    );
    expect(rows.map(({ imageId }) => imageId)).toEqual([images[1]]);
  });

  it('of information is for moderators and owners of cafés', async () => {
    const information = boardBody({ type: 'BINFORM' });
    const jobless = await scene.app.signIn('BUSINESS');
    for (const by of [scene.writer, jobless])
      expectProblem(await post(information, by), 403, 'board.type-not-allowed', '/type');
    for (const by of [scene.owner, scene.manager, scene.admin]) expect((await post(information, by)).status).toBe(201);
  });

  it("announces events of one's own café only; moderators of any; everybody events without one", async () => {
    const event = boardBody({ type: 'BEVENT', startDay: '2026-12-01', cafeIds: [scene.cafe.id] });
    for (const by of [scene.writer, await scene.app.signIn('BUSINESS')])
      expectProblem(await post(event, by), 422, 'board.cafe-unusable', '/cafeIds/0');
    for (const by of [scene.owner, scene.manager, scene.admin]) expect((await post(event, by)).status).toBe(201);
    expect((await post({ ...event, cafeIds: [] })).status).toBe(201);
    expect((await post({ ...event, type: 'BTALK' })).status).toBe(201);
  });

  it('links no café that is hidden or does not exist', async () => {
    const cafe = await createCafe(scene.app, scene.owner.token, scene.region.id);
    await scene.app.call('PATCH', `/api/v1/cafes/${cafe.code}`, {
      token: scene.owner.token,
      body: { isDisabled: true },
      headers: { 'if-match': cafe.etag },
    });
    const refused = await post(boardBody({ cafeIds: [scene.cafe.id, cafe.id, unknownId] }), scene.owner);
    expectProblem(refused, 422, 'board.cafe-unusable', '/cafeIds/1', '/cafeIds/2');
  });

  it('is refused after thirty posts within an hour, also of many at once; moderators write on', async () => {
    const clock = freezeClock(scene.app);
    const busy = await scene.app.signIn('GENERAL');
    const answers = await Promise.all(Array.from({ length: 32 }, () => post(boardBody(), busy)));
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(30);
    const refused = await post(boardBody(), busy);
    expectProblem(refused, 429, 'rate.limited');
    expect(refused.headers.get('retry-after')).toBe('3600');
    expect((await post(boardBody(), scene.writer)).status).toBe(201);
    for (let count = 0; count <= 30; count += 1) expect((await post(boardBody(), scene.manager)).status).toBe(201);
    clock.advance(60 * 60 * 1000);
    expect((await post(boardBody(), await logInAgain(scene.app, busy))).status).toBe(201);
  });

  it('is refused to whoever is banned from it, until then', async () => {
    const clock = freezeClock(scene.app);
    const rude = await scene.app.signIn('GENERAL');
    const own = await writeBoard(scene.app, rude);
    const ban = (scope: string) =>
      scene.app.call('POST', '/api/v1/bans', {
        token: scene.manager.token,
        body: { userId: rude.id, scope, reason: '도배', minutes: 10 },
      });
    expect((await ban('ROOMS')).status).toBe(201);
    expect((await post(boardBody(), rude)).status).toBe(201);
    expect((await ban('BOARDS')).status).toBe(201);
    const banned = await post(boardBody(), rude);
    expectProblem(banned, 403, 'board.banned');
    expect((banned.body as unknown as Problem).until).toBeTypeOf('string');
    expectProblem(await editBoard(scene.app, rude, own, { title: '고침' }), 403, 'board.banned');
    clock.advance(10 * 60 * 1000);
    expect((await post(boardBody(), rude)).status).toBe(201);
  });
});
