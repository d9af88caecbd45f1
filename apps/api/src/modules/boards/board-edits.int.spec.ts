import type { Board, BoardPage, ManagedBoard, ManagedBoardPage } from '@virtualcafe/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SignedInUser } from '../../../test/app.js';
import { type BoardScene, editBoard, setBoardScene, writeBoard } from '../../../test/board-scene.js';
import { createCafe, expectProblem, insertImage } from '../../../test/cafe-scene.js';

let scene: BoardScene;

beforeAll(async () => {
  scene = await setBoardScene();
});

afterAll(() => scene?.app.stop());

const read = (id: string) => scene.app.call<Board>('GET', `/api/v1/boards/${id}`);
const readManaged = (id: string, { token }: SignedInUser) =>
  scene.app.call<ManagedBoard>('GET', `/api/v1/me/boards/${id}`, { token });
const listManaged = ({ token }: SignedInUser, query = '') =>
  scene.app.call<ManagedBoardPage>('GET', `/api/v1/me/boards?pageSize=100${query}`, { token });
const remove = (id: string, { token }: SignedInUser) => scene.app.call('DELETE', `/api/v1/boards/${id}`, { token });
const listed = async (id: string) => {
  const { body } = await scene.app.call<BoardPage>('GET', '/api/v1/boards?pageSize=100');
  return body.items.find((item) => item.id === id);
};
const etagOf = (response: { headers: Headers }): string => response.headers.get('etag') ?? '';

describe('editing a post', () => {
  it('is for its writer and moderators: to all others it is not there', async () => {
    const made = await writeBoard(scene.app, scene.writer);
    for (const by of [scene.reader, scene.owner]) {
      expectProblem(await editBoard(scene.app, by, made, { title: '남의 글' }), 404, 'board.not-found');
      expectProblem(await readManaged(made.id, by), 404, 'board.not-found');
      expectProblem(await remove(made.id, by), 404, 'board.not-found');
    }
    expectProblem(await scene.app.call('PATCH', `/api/v1/boards/${made.id}`, { body: {} }), 401, 'auth.required');
    let etag = made.etag;
    for (const by of [scene.writer, scene.manager, scene.admin]) {
      const edited = await editBoard(scene.app, by, { ...made, etag }, { title: `고침 ${by.loginId}` });
      expect([edited.status, edited.body.title]).toEqual([200, `고침 ${by.loginId}`]);
      etag = etagOf(edited);
    }
  });

  it('needs the version that was edited', async () => {
    const made = await writeBoard(scene.app, scene.writer);
    const withoutTag = await scene.app.call('PATCH', `/api/v1/boards/${made.id}`, {
      token: scene.writer.token,
      body: { title: '새 제목' },
    });
    expectProblem(withoutTag, 428, 'resource.if-match-required');
    const answers = await Promise.all(
      Array.from({ length: 6 }, (_, place) => editBoard(scene.app, scene.writer, made, { title: `손 ${place}` })),
    );
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 412, 412, 412, 412, 412]);
    expectProblem(await editBoard(scene.app, scene.manager, made, { title: '늦은 손' }), 412, 'resource.stale');
  });

  it('changes what is named, clears what is null, and logs the difference', async () => {
    const made = await writeBoard(scene.app, scene.writer, {
      link: 'https://example.com/',
      startDay: '2026-12-01',
      endDay: '2026-12-31',
    });
    const edited = await editBoard(scene.app, scene.writer, made, {
      link: null,
      startDay: null,
      isReplyAvailable: false,
    });
    expect(edited.body).toMatchObject({ link: null, startDay: null, endDay: '2026-12-31', isReplyAvailable: false });
    expect((await scene.actsOn(made.id)).at(-1)).toMatchObject({
      action: 'board.update',
      before: { link: 'https://example.com/', startDay: '2026-12-01', isReplyAvailable: true },
      after: { link: null, startDay: null, isReplyAvailable: false },
    });
    const unchanged = await editBoard(scene.app, scene.writer, { ...made, etag: etagOf(edited) }, { link: null });
    expect(etagOf(unchanged)).toBe(etagOf(edited));
    expect(await scene.actsOn(made.id)).toHaveLength(2);
  });

  it('refuses days that end up reversed, at the day that is named', async () => {
    const made = await writeBoard(scene.app, scene.writer, { startDay: '2026-12-10', endDay: '2026-12-12' });
    const edit = (body: unknown) => editBoard(scene.app, scene.writer, made, body);
    expectProblem(await edit({ endDay: '2026-12-09' }), 422, 'board.days-reversed', '/endDay');
    expectProblem(await edit({ startDay: '2026-12-13' }), 422, 'board.days-reversed', '/startDay');
    expectProblem(await edit({ startDay: '2026-12-13', endDay: '2026-12-12' }), 400, 'request.invalid', '/endDay');
    expectProblem(await edit({}), 400, 'request.invalid');
    expectProblem(await edit({ type: 'BINFORM' }), 400, 'request.invalid');
  });

  it('replaces images and their order at once; the thumbnail stays while its image does', async () => {
    const [a, b, c] = await Promise.all([1, 2, 3].map(() => insertImage(scene.app, scene.writer.id)));
    if (a === undefined || b === undefined || c === undefined) throw new Error('No images');
    let made = await writeBoard(scene.app, scene.writer, { imageIds: [a, b], thumbnailId: b });
    const replace = async (body: unknown) => {
      const edited = await editBoard(scene.app, scene.writer, made, body);
      expect(edited.status, JSON.stringify(edited.body)).toBe(200);
      made = { ...edited.body, etag: etagOf(edited) };
      return [made.images.map(({ id }) => id), made.thumbnail?.id];
    };
    expect(await replace({ imageIds: [c, b, a] })).toEqual([[c, b, a], b]);
    expect(await replace({ thumbnailId: a })).toEqual([[c, b, a], a]);
    expect(await replace({ imageIds: [b, c] })).toEqual([[b, c], b]);
    expect(await replace({ thumbnailId: null })).toEqual([[b, c], b]);
    expectProblem(await editBoard(scene.app, scene.writer, made, { thumbnailId: a }), 422, 'board.thumbnail-unusable');
    expect(await replace({ imageIds: [] })).toEqual([[], undefined]);
  });

  it("by a moderator keeps the writer's images, but takes none of their own", async () => {
    const own = await insertImage(scene.app, scene.writer.id);
    const foreign = await insertImage(scene.app, scene.reader.id);
    const made = await writeBoard(scene.app, scene.writer, { imageIds: [own] });
    const refused = await editBoard(scene.app, scene.manager, made, { imageIds: [own, foreign] });
    expectProblem(refused, 422, 'board.image-unusable', '/imageIds/1');
    expect((await editBoard(scene.app, scene.manager, made, { imageIds: [own], title: '정리' })).status).toBe(200);
  });

  it('keeps a café that is linked already, though it was hidden or sold since', async () => {
    const cafe = await createCafe(scene.app, scene.owner.token, scene.region.id);
    const made = await writeBoard(scene.app, scene.owner, { type: 'BEVENT', cafeIds: [cafe.id] });
    await scene.app.call('PUT', `/api/v1/cafes/${cafe.code}/owners`, {
      token: scene.admin.token,
      body: { userIds: [] },
    });
    const kept = await editBoard(scene.app, scene.owner, made, { cafeIds: [cafe.id, scene.cafe.id] });
    expect(kept.body.cafes.map(({ id }) => id).toSorted()).toEqual([cafe.id, scene.cafe.id].toSorted());
    const off = await editBoard(scene.app, scene.owner, { ...made, etag: etagOf(kept) }, { cafeIds: [] });
    const back = await editBoard(scene.app, scene.owner, { ...made, etag: etagOf(off) }, { cafeIds: [cafe.id] });
    expectProblem(back, 422, 'board.cafe-unusable', '/cafeIds/0');
  });
});

describe('hiding and deleting a post', () => {
  it('hides it from visitors; its writer shows it again, unless a moderator hid it', async () => {
    let made = await writeBoard(scene.app, scene.writer);
    const set = async (by: SignedInUser, isDisabled: boolean) => {
      const response = await editBoard(scene.app, by, made, { isDisabled });
      if (response.status === 200) made = { ...response.body, etag: etagOf(response) };
      return response;
    };
    expect((await read(made.id)).status).toBe(200);
    expect((await set(scene.writer, true)).body).toMatchObject({ isDisabled: true, isBlocked: false });
    expectProblem(await read(made.id), 404, 'board.not-found');
    expect(await listed(made.id)).toBeUndefined();
    expect((await set(scene.writer, false)).body.isDisabled).toBe(false);
    expect(await listed(made.id)).toBeDefined();
    expect((await set(scene.manager, true)).body).toMatchObject({ isDisabled: true, isBlocked: true });
    expectProblem(await set(scene.writer, false), 403, 'board.blocked', '/isDisabled');
    expect((await editBoard(scene.app, scene.writer, made, { title: '고쳤어요' })).body.isBlocked).toBe(true);
    made = { ...made, etag: etagOf(await readManaged(made.id, scene.writer)) };
    expect((await set(scene.admin, false)).body).toMatchObject({ isDisabled: false, isBlocked: false });
    expect((await read(made.id)).status).toBe(200);
  });

  it('deletes it with its replies, and leaves what it was in the log', async () => {
    const made = await writeBoard(scene.app, scene.writer, { title: '지울 글' });
    await scene.app.call('POST', `/api/v1/boards/${made.id}/replies`, {
      token: scene.reader.token,
      body: { content: '네' },
    });
    expect((await remove(made.id, scene.writer)).status).toBe(204);
    expectProblem(await read(made.id), 404, 'board.not-found');
    expectProblem(await remove(made.id, scene.writer), 404, 'board.not-found');
    expect((await scene.actsOn(made.id)).at(-1)).toMatchObject({
      action: 'board.delete',
      before: { title: '지울 글', authorId: scene.writer.id },
      after: null,
    });
    const byModerator = await writeBoard(scene.app, scene.writer);
    expect((await remove(byModerator.id, scene.manager)).status).toBe(204);
  });
});

describe('the posts one manages', () => {
  it("are one's own, a moderator's everybody's, also hidden ones", async () => {
    const writer = await scene.app.signIn('GENERAL');
    const [shown, hidden] = [
      await writeBoard(scene.app, writer, { title: '차 한 잔' }),
      await writeBoard(scene.app, writer),
    ];
    await editBoard(scene.app, writer, hidden, { isDisabled: true });
    const ids = async (by: SignedInUser, query = '') => (await listManaged(by, query)).body.items.map(({ id }) => id);
    expect(await ids(writer)).toEqual([hidden.id, shown.id]);
    expect(await ids(writer, '&isDisabled=true')).toEqual([hidden.id]);
    expect(await ids(writer, '&q=차')).toEqual([shown.id]);
    expect(await ids(writer, `&authorId=${scene.reader.id}`)).toEqual([hidden.id, shown.id]);
    expect((await ids(scene.manager)).slice(0, 2)).toEqual([hidden.id, shown.id]);
    expect(await ids(scene.admin, `&authorId=${writer.id}&isDisabled=false`)).toEqual([shown.id]);
    expectProblem(await scene.app.call('GET', '/api/v1/me/boards'), 401, 'auth.required');
  });
});
