import type { ModerationReport, ModerationReportPage, ReportTarget } from '@virtualcafe/contracts';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { SignedInUser } from '../../../test/app.js';
import { type BoardScene, editBoard, setBoardScene, writeBoard, writeReply } from '../../../test/board-scene.js';
import { createCafe, expectProblem, insertImage, unknownId } from '../../../test/cafe-scene.js';
import { setFreshAddresses } from '../../../test/fresh-address.js';

let scene: BoardScene;
/** Of each test, as one may file ten reports within an hour. */
let reporter: SignedInUser;

beforeAll(async () => {
  scene = await setBoardScene();
});

beforeEach(async () => {
  reporter = await scene.app.signIn('GENERAL');
});

afterAll(() => scene?.app.stop());

const from = setFreshAddresses();

const file = (targetType: ReportTarget, targetId: string, by?: SignedInUser, fields: Record<string, unknown> = {}) =>
  scene.app.call('POST', '/api/v1/reports', {
    token: by?.token,
    body: { targetType, targetId, reason: 'SPAM', detail: '광고예요', ...fields },
    headers: from(),
  });
const list = async (query = '', { token } = scene.manager) =>
  (await scene.app.call<ModerationReportPage>('GET', `/api/v1/reports?pageSize=100${query}`, { token })).body.items;
const about = async (targetId: string, by = scene.manager): Promise<ModerationReport> => {
  const report = (await list('', by)).find((each) => each.targetId === targetId);
  if (report === undefined) throw new Error('The report is not listed');
  return report;
};
const handle = (id: string, body: Record<string, unknown>, { token } = scene.manager) =>
  scene.app.call<ModerationReport>('POST', `/api/v1/reports/${id}/handle`, {
    token,
    body: { status: 'UPHELD', resolution: '', ...body },
  });
const logged = (action: string, resourceId: string) =>
  scene.app.database.query(
    'SELECT "actorId", before, after FROM "TransactionLog" WHERE action = $1 AND "resourceId" = $2',
    [action, resourceId],
  );

describe('a report', () => {
  it('of a post keeps it as it was, whatever becomes of it', async () => {
    const image = await insertImage(scene.app, scene.writer.id);
    const board = await writeBoard(scene.app, scene.writer, {
      title: '싸게 팝니다',
      content: '**클릭**',
      imageIds: [image],
    });
    expect((await file('BOARD', board.id, reporter)).status).toBe(204);
    const edited = await editBoard(scene.app, scene.writer, board, {
      title: '좋은 글',
      content: '착한 글',
      imageIds: [],
    });
    const report = await about(board.id);
    expect(report).toMatchObject({
      targetType: 'BOARD',
      aboutUser: { id: scene.writer.id },
      reporter: { id: reporter.id },
      isBannable: true,
      evidence: null,
      subject: {
        title: '싸게 팝니다',
        text: '**클릭**',
        images: [{ id: image }],
        places: { boardId: board.id, boardType: 'BTALK', replyId: null, cafeCode: null, userId: scene.writer.id },
        isDisabled: false,
        isHideable: true,
      },
    });
    expect(report.subject?.nickname).toBe(report.aboutUser?.nickname);
    expect(await logged('report.file', report.id)).toMatchObject([
      { actorId: reporter.id, after: { targetType: 'BOARD', targetId: board.id, reason: 'SPAM' } },
    ]);
    await scene.app.call('DELETE', `/api/v1/boards/${edited.body.id}`, { token: scene.writer.token });
    const gone = await about(board.id);
    expect(gone.subject).toMatchObject({ title: '싸게 팝니다', isDisabled: null, isHideable: false });
    expectProblem(await handle(gone.id, { hidesTarget: true }), 422, 'report.target-not-hideable', '/hidesTarget');
    expect((await handle(gone.id, {})).status).toBe(200);
  });

  it('is of a reply, a person, a café or an image too', async () => {
    const image = await insertImage(scene.app, scene.owner.id);
    const board = await writeBoard(scene.app, scene.owner, { imageIds: [image] });
    const reply = await writeReply(scene.app, scene.writer, board.id, '나쁜 말');
    const targets = [
      ['BOARD_REPLY', reply.id],
      ['USER', scene.writer.id],
      ['CAFE', scene.cafe.id],
      ['IMAGE', image],
    ] as const;
    for (const [type, id] of targets) expect((await file(type, id, reporter)).status, type).toBe(204);
    expect((await about(reply.id)).subject).toMatchObject({
      title: board.title,
      text: '나쁜 말',
      places: { boardId: board.id, replyId: reply.id },
    });
    expect((await about(scene.writer.id)).subject).toMatchObject({
      isHideable: false,
      places: { userId: scene.writer.id },
    });
    const ofCafe = await about(scene.cafe.id);
    expect(ofCafe).toMatchObject({
      aboutUser: null,
      isBannable: false,
      subject: { title: scene.cafe.name, isHideable: false, places: { cafeCode: scene.cafe.code } },
    });
    expect((await about(scene.cafe.id, scene.admin)).subject?.isHideable).toBe(true);
    expect((await about(image)).subject).toMatchObject({ places: { boardId: board.id }, images: [{ id: image }] });
    const types = await Promise.all(
      targets.map(async ([type]) => (await list(`&targetType=${type}`)).map((r) => r.targetType)),
    );
    for (const [place, [type]] of targets.entries()) expect(new Set(types[place])).toEqual(new Set([type]));
  });

  it('comes from visitors without an account too; one about the same thing is open at a time', async () => {
    const board = await writeBoard(scene.app, scene.writer);
    const headers = from();
    const report = () =>
      scene.app.call('POST', '/api/v1/reports', {
        body: { targetType: 'BOARD', targetId: board.id, reason: 'RIGHTS' },
        headers,
      });
    const answers = await Promise.all([report(), report(), report()]);
    expect(answers.map(({ status }) => status)).toEqual([204, 204, 204]);
    const mine = (await list()).filter(({ targetId }) => targetId === board.id);
    expect(mine).toMatchObject([{ reporter: null, detail: '' }]);
    expect(JSON.stringify(mine)).not.toMatch(/"[\w-]{22}"/);
    expect((await file('BOARD', board.id, reporter)).status).toBe(204);
    expect((await list()).filter(({ targetId }) => targetId === board.id)).toHaveLength(2);
  });

  it('is refused of what visitors do not see, of oneself, and after ten within an hour', async () => {
    const hidden = await writeBoard(scene.app, scene.writer);
    const reply = await writeReply(scene.app, scene.writer, hidden.id);
    await editBoard(scene.app, scene.writer, hidden, { isDisabled: true });
    const image = await insertImage(scene.app, scene.writer.id, { isDisabled: true });
    for (const [type, id] of [
      ['BOARD', hidden.id],
      ['BOARD', unknownId],
      ['BOARD_REPLY', reply.id],
      ['IMAGE', image],
      ['USER', scene.cafe.id],
      ['CAFE', scene.writer.id],
    ] as const)
      expectProblem(await file(type, id, reporter), 422, 'report.target-unusable', '/targetId');
    expectProblem(await file('USER', scene.writer.id, scene.writer), 403, 'moderation.oneself');
    const eager = await scene.app.signIn('GENERAL');
    const boards = await Promise.all(Array.from({ length: 11 }, () => writeBoard(scene.app, scene.manager)));
    const answers = [];
    for (const { id } of boards) answers.push(await file('BOARD', id, eager));
    expect(answers.map(({ status }) => status)).toEqual([...Array.from({ length: 10 }, () => 204), 429]);
  });

  it.each([
    ['/targetType', { targetType: 'CHAT_MESSAGE' }],
    ['/targetId', { targetId: 'x' }],
    ['/reason', { reason: 'BORING' }],
    ['/detail', { detail: 'x'.repeat(1001) }],
    ['', { aboutUserId: unknownId }],
  ])('refuses a bad %s', async (pointer, fields) => {
    expectProblem(await file('BOARD', unknownId, reporter, fields), 400, 'request.invalid', pointer);
  });
});

describe('handling a report', () => {
  it('hides the post in the same act, all in the log', async () => {
    const board = await writeBoard(scene.app, scene.writer);
    await file('BOARD', board.id, reporter);
    const { id } = await about(board.id);
    expectProblem(await handle(id, { status: 'DISMISSED', hidesTarget: true }), 400, 'request.invalid', '/hidesTarget');
    const done = await handle(id, { hidesTarget: true, resolution: '광고' });
    expect(done.body).toMatchObject({ status: 'UPHELD', subject: { isDisabled: true, isHideable: false } });
    expectProblem(await scene.app.call('GET', `/api/v1/boards/${board.id}`), 404, 'board.not-found');
    expect(await logged('board.update', board.id)).toEqual([
      {
        actorId: scene.manager.id,
        before: { isDisabled: false, isBlocked: false },
        after: { isDisabled: true, isBlocked: true },
      },
    ]);
    expect(await logged('report.handle', id)).toMatchObject([{ after: { status: 'UPHELD', hidesTarget: true } }]);
    const own = await scene.app.call('GET', `/api/v1/me/boards/${board.id}`, { token: scene.writer.token });
    const back = await scene.app.call('PATCH', `/api/v1/boards/${board.id}`, {
      token: scene.writer.token,
      body: { isDisabled: false },
      headers: { 'if-match': own.headers.get('etag') ?? '' },
    });
    expectProblem(back, 403, 'board.blocked');
  });

  it('hides a reply, or leaves all as it is', async () => {
    const board = await writeBoard(scene.app, scene.writer);
    const [bad, good] = [
      await writeReply(scene.app, scene.writer, board.id),
      await writeReply(scene.app, scene.writer, board.id),
    ];
    for (const { id } of [bad, good]) await file('BOARD_REPLY', id, reporter);
    await handle((await about(bad.id)).id, { hidesTarget: true });
    await handle((await about(good.id)).id, { status: 'DISMISSED' });
    const replies = await scene.app.call<{ items: { state: string }[] }>('GET', `/api/v1/boards/${board.id}/replies`);
    expect(replies.body.items.map(({ state }) => state)).toEqual(['HIDDEN', 'VISIBLE']);
    expect(await logged('reply.update', bad.id)).toMatchObject([
      { before: { isDisabled: false }, after: { isDisabled: true } },
    ]);
  });

  it('hides an image wherever it stands, until a moderator shows it again', async () => {
    const image = await insertImage(scene.app, scene.owner.id);
    const board = await writeBoard(scene.app, scene.owner, { imageIds: [image] });
    await scene.app.call('PUT', `/api/v1/cafes/${scene.cafe.code}/images/REAL`, {
      token: scene.owner.token,
      body: { imageIds: [image] },
    });
    const shown = async () => {
      const post = await scene.app.call<{ images: unknown[] }>('GET', `/api/v1/boards/${board.id}`);
      const cafe = await scene.app.call<{ images: { REAL: unknown[] } }>('GET', `/api/v1/cafes/${scene.cafe.code}`);
      return [post.body.images.length, cafe.body.images.REAL.length];
    };
    expect(await shown()).toEqual([1, 1]);
    await file('IMAGE', image, reporter);
    expect((await handle((await about(image)).id, { hidesTarget: true })).status).toBe(200);
    expect(await shown()).toEqual([0, 0]);
    expect(await logged('image.update', image)).toMatchObject([
      { before: { isDisabled: false }, after: { isDisabled: true } },
    ]);
    const show = ({ token }: SignedInUser, id = image) =>
      scene.app.call('PATCH', `/api/v1/images/${id}`, { token, body: { isDisabled: false } });
    expectProblem(await show(scene.owner), 403, 'access.denied');
    expectProblem(await show(scene.manager, unknownId), 404, 'image.not-found');
    expect((await show(scene.manager)).body).toMatchObject({ id: image, isDisabled: false });
    expect(await shown()).toEqual([1, 1]);
  });

  it('hides a café for administrators alone, and nobody at all', async () => {
    const cafe = await createCafe(scene.app, scene.owner.token, scene.region.id);
    await file('CAFE', cafe.id, reporter);
    const { id } = await about(cafe.id);
    expectProblem(await handle(id, { hidesTarget: true }), 422, 'report.target-not-hideable', '/hidesTarget');
    expect((await about(cafe.id)).status).toBe('OPEN');
    expect((await handle(id, { hidesTarget: true }, scene.admin)).body.subject?.isDisabled).toBe(true);
    expectProblem(await scene.app.call('GET', `/api/v1/cafes/${cafe.code}`), 404, 'cafe.not-found');
    const person = await scene.app.signIn('GENERAL');
    await file('USER', person.id, reporter);
    const ofPerson = await about(person.id);
    expectProblem(await handle(ofPerson.id, { hidesTarget: true }, scene.admin), 422, 'report.target-not-hideable');
    const ban = await scene.app.call<{ user: { id: string } }>('POST', '/api/v1/bans', {
      token: scene.manager.token,
      body: { reportId: ofPerson.id, scope: 'BOARDS', reason: '도배', minutes: 60 },
    });
    expect([ban.status, ban.body.user.id]).toEqual([201, person.id]);
  });

  it('is for moderators who are not who it is about', async () => {
    const board = await writeBoard(scene.app, scene.manager);
    await file('BOARD', board.id, reporter);
    const { id } = await about(board.id);
    expectProblem(await handle(id, { hidesTarget: true }), 403, 'report.about-oneself');
    for (const by of [scene.writer, scene.owner]) expectProblem(await handle(id, {}, by), 403, 'access.denied');
    const answers = await Promise.all([1, 2, 3].map(() => handle(id, { hidesTarget: true }, scene.admin)));
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409, 409]);
  });
});
