import { type ManagedReply, maxReplyDepth, type Reply, type ReplyList } from '@virtualcafe/contracts';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import type { SignedInUser } from '../../../test/app.js';
import {
  type BoardScene,
  editBoard,
  logInAgain,
  type MadeBoard,
  setBoardScene,
  writeBoard,
  writeReply,
} from '../../../test/board-scene.js';
import { expectProblem, unknownId } from '../../../test/cafe-scene.js';
import { freezeClock } from '../../../test/frozen-clock.js';

let scene: BoardScene;
let board: MadeBoard;

beforeAll(async () => {
  scene = await setBoardScene();
  board = await writeBoard(scene.app, scene.writer);
});

afterEach(() => vi.restoreAllMocks());

afterAll(() => scene?.app.stop());

const path = (boardId: string, id = '') => `/api/v1/boards/${boardId}/replies${id === '' ? '' : `/${id}`}`;
const list = (boardId: string, query = '') => scene.app.call<ReplyList>('GET', `${path(boardId)}${query}`);
const post = (boardId: string, body: unknown, { token } = scene.reader) =>
  scene.app.call<ManagedReply>('POST', path(boardId), { token, body });
const edit = ({ boardId, id }: ManagedReply, body: unknown, { token }: SignedInUser) =>
  scene.app.call<ManagedReply>('PATCH', path(boardId, id), { token, body });
const remove = ({ boardId, id }: ManagedReply, { token }: SignedInUser) =>
  scene.app.call('DELETE', path(boardId, id), { token });
const readManaged = ({ boardId, id }: ManagedReply, { token }: SignedInUser) =>
  scene.app.call<ManagedReply>('GET', path(boardId, id), { token });
const outline = (items: readonly Reply[]) => items.map(({ content, depth, state }) => `${depth} ${state} ${content}`);

describe('replying', () => {
  it('shows the reply at once, counts it, and logs it', async () => {
    const { id } = await writeBoard(scene.app, scene.writer);
    expect((await list(id)).body).toEqual({ items: [], nextCursor: null, total: 0 });
    const made = await writeReply(scene.app, scene.reader, id, '저도요');
    expect(made).toMatchObject({
      boardId: id,
      parentId: null,
      depth: 0,
      state: 'VISIBLE',
      author: { id: scene.reader.id },
    });
    const { boardId: _, isDisabled: _disabled, ...shown } = made;
    expect((await list(id)).body).toEqual({ items: [shown], nextCursor: null, total: 1 });
    expect((await scene.app.call<{ replyCount: number }>('GET', `/api/v1/boards/${id}`)).body.replyCount).toBe(1);
    expect(await scene.actsOn(made.id)).toMatchObject([
      { action: 'reply.create', actorId: scene.reader.id, after: { boardId: id, content: '저도요' } },
    ]);
  });

  it('is for those who are signed in, to posts that visitors see and that take replies', async () => {
    expectProblem(await scene.app.call('POST', path(board.id), { body: { content: '네' } }), 401, 'auth.required');
    expectProblem(await post(unknownId, { content: '네' }), 404, 'board.not-found');
    expectProblem(await list(unknownId), 404, 'board.not-found');
    const closed = await writeBoard(scene.app, scene.writer, { isReplyAvailable: false });
    expectProblem(await post(closed.id, { content: '네' }), 409, 'board.replies-closed');
    const hidden = await writeBoard(scene.app, scene.writer);
    await writeReply(scene.app, scene.reader, hidden.id);
    await editBoard(scene.app, scene.writer, hidden, { isDisabled: true });
    expectProblem(await post(hidden.id, { content: '네' }), 404, 'board.not-found');
    expectProblem(await list(hidden.id), 404, 'board.not-found');
  });

  it.each([
    ['nothing', { content: ' ' }, '/content'],
    ['too much', { content: '가'.repeat(2001) }, '/content'],
    ['no id as a parent', { content: '네', parentId: 'x' }, '/parentId'],
  ])('refuses %s', async (_, body, pointer) => {
    expectProblem(await post(board.id, body), 400, 'request.invalid', pointer);
  });

  it('answers no reply of another post, none that is gone or hidden, and none too deep', async () => {
    const other = await writeBoard(scene.app, scene.writer);
    const elsewhere = await writeReply(scene.app, scene.reader, other.id);
    const gone = await writeReply(scene.app, scene.reader, board.id);
    await writeReply(scene.app, scene.reader, board.id, '답', gone.id);
    await remove(gone, scene.reader);
    const hidden = await writeReply(scene.app, scene.reader, board.id);
    await edit(hidden, { isDisabled: true }, scene.manager);
    for (const parentId of [elsewhere.id, gone.id, hidden.id, unknownId])
      expectProblem(await post(board.id, { content: '답', parentId }), 422, 'reply.parent-unusable', '/parentId');
    let parentId: string | null = null;
    for (let depth = 0; depth <= maxReplyDepth; depth += 1) {
      const made: ManagedReply = await writeReply(scene.app, scene.reader, board.id, '깊이', parentId);
      expect(made.depth).toBe(depth);
      parentId = made.id;
    }
    expectProblem(await post(board.id, { content: '더', parentId }), 422, 'reply.too-deep', '/parentId');
  });

  it('is refused to the banned, and after 120 replies within an hour', async () => {
    const clock = freezeClock(scene.app);
    const busy = await scene.app.signIn('GENERAL');
    for (let count = 0; count < 120; count += 1) await writeReply(scene.app, busy, board.id);
    const refused = await post(board.id, { content: '또' }, busy);
    expectProblem(refused, 429, 'rate.limited');
    clock.advance(60 * 60 * 1000);
    const [again, manager] = [await logInAgain(scene.app, busy), await logInAgain(scene.app, scene.manager)];
    const own = await writeReply(scene.app, again, board.id);
    const body = { userId: busy.id, scope: 'BOARDS', reason: '도배', minutes: null };
    await scene.app.call('POST', '/api/v1/bans', { token: manager.token, body });
    expectProblem(await post(board.id, { content: '또' }, again), 403, 'board.banned');
    expectProblem(await edit(own, { content: '또' }, again), 403, 'board.banned');
  });
});

describe('the replies to a post', () => {
  it('come in the order of threads, in parts of any size', async () => {
    const { id } = await writeBoard(scene.app, scene.writer);
    const say = (content: string, parent: ManagedReply | null = null) =>
      writeReply(scene.app, scene.reader, id, content, parent?.id ?? null);
    const first = await say('1');
    const second = await say('2');
    const answer = await say('1.1', first);
    await say('2.1', second);
    await say('1.2', first);
    await say('1.1.1', answer);
    const all = (await list(id)).body;
    expect(all.items.map(({ content }) => content)).toEqual(['1', '1.1', '1.1.1', '1.2', '2', '2.1']);
    expect(all.items.map(({ depth }) => depth)).toEqual([0, 1, 2, 1, 0, 1]);
    for (const limit of [1, 2, 4, 6]) {
      const read: Reply[] = [];
      for (let query = `?limit=${limit}`; query !== '';) {
        const { items, nextCursor, total } = (await list(id, query)).body;
        expect([items.length <= limit, total]).toEqual([true, 6]);
        read.push(...items);
        query = nextCursor === null ? '' : `?limit=${limit}&cursor=${nextCursor}`;
      }
      expect(read).toEqual(all.items);
    }
    for (const query of ['?cursor=x', '?limit=0', '?limit=101', '?cursor=', '?page=2'])
      expectProblem(await list(id, query), 400, 'request.invalid');
  });
});

describe('editing a reply', () => {
  it('is for its writer: the text; and for moderators: whether it shows', async () => {
    const made = await writeReply(scene.app, scene.reader, board.id, '처음');
    const edited = await edit(made, { content: '나중' }, scene.reader);
    expect([edited.status, edited.body.content]).toEqual([200, '나중']);
    expectProblem(await edit(made, { content: '남의 말' }, scene.writer), 404, 'reply.not-found');
    expectProblem(await edit(made, { content: '남의 말' }, scene.manager), 403, 'access.denied', '/content');
    expectProblem(await edit(made, { isDisabled: true }, scene.reader), 403, 'access.denied', '/isDisabled');
    expectProblem(await edit(made, {}, scene.reader), 400, 'request.invalid');
    expectProblem(
      await edit({ ...made, boardId: unknownId }, { content: '다른 글' }, scene.reader),
      404,
      'reply.not-found',
    );
    expectProblem(await scene.app.call('PATCH', path(board.id, made.id), { body: {} }), 401, 'auth.required');
    expect((await scene.actsOn(made.id)).at(-1)).toMatchObject({
      action: 'reply.update',
      before: { content: '처음' },
      after: { content: '나중' },
    });
  });

  it('hides it from visitors, text and writer, and keeps its answers', async () => {
    const { id } = await writeBoard(scene.app, scene.writer);
    const made = await writeReply(scene.app, scene.reader, id, '나쁜 말');
    await writeReply(scene.app, scene.writer, id, '그러지 마세요', made.id);
    expect((await edit(made, { isDisabled: true }, scene.manager)).body).toMatchObject({
      state: 'HIDDEN',
      content: '나쁜 말',
    });
    const hidden = (await list(id)).body;
    expect(outline(hidden.items)).toEqual(['0 HIDDEN ', '1 VISIBLE 그러지 마세요']);
    expect([hidden.items[0]?.author, hidden.total]).toEqual([null, 1]);
    for (const by of [scene.reader, scene.manager, scene.admin])
      expect((await readManaged(made, by)).body).toMatchObject({ content: '나쁜 말', isDisabled: true });
    for (const by of [scene.writer, scene.owner]) expectProblem(await readManaged(made, by), 404, 'reply.not-found');
    await edit(made, { isDisabled: false }, scene.admin);
    expect(outline((await list(id)).body.items)[0]).toBe('0 VISIBLE 나쁜 말');
  });
});

describe('deleting a reply', () => {
  it('removes one without answers, and leaves the place of one with some', async () => {
    const { id } = await writeBoard(scene.app, scene.writer);
    const top = await writeReply(scene.app, scene.reader, id, '위');
    const middle = await writeReply(scene.app, scene.writer, id, '가운데', top.id);
    const leaf = await writeReply(scene.app, scene.reader, id, '아래', middle.id);
    for (const by of [scene.writer, scene.owner]) expectProblem(await remove(top, by), 404, 'reply.not-found');
    expect((await remove(top, scene.reader)).status).toBe(204);
    expect((await remove(middle, scene.manager)).status).toBe(204);
    const buried = (await list(id)).body;
    expect(outline(buried.items)).toEqual(['0 DELETED ', '1 DELETED ', '2 VISIBLE 아래']);
    expect([buried.items[0]?.author, buried.total]).toEqual([null, 1]);
    const rows = await scene.app.database.query('SELECT content FROM "BoardReply" WHERE id = $1', [top.id]);
    expect(rows).toEqual([{ content: '' }]);
    expectProblem(await remove(top, scene.reader), 404, 'reply.not-found');
    expectProblem(await readManaged(top, scene.reader), 404, 'reply.not-found');
    expect((await scene.actsOn(middle.id)).at(-1)).toMatchObject({
      action: 'reply.delete',
      actorId: scene.manager.id,
      before: { content: '가운데', authorId: scene.writer.id },
    });
    // The last answer takes the empty places above it along.
    expect((await remove(leaf, scene.reader)).status).toBe(204);
    expect((await list(id)).body).toEqual({ items: [], nextCursor: null, total: 0 });
  });

  it('while others answer it leaves no answer without its place', async () => {
    const { id } = await writeBoard(scene.app, scene.writer);
    for (let round = 0; round < 5; round += 1) {
      const made = await writeReply(scene.app, scene.reader, id);
      const [removed, ...answers] = await Promise.all([
        remove(made, scene.reader),
        ...Array.from({ length: 4 }, () => post(id, { content: '답', parentId: made.id }, scene.writer)),
      ]);
      expect(removed.status).toBe(204);
      for (const { status } of answers) expect([201, 422]).toContain(status);
    }
    const { items } = (await list(id, '?limit=100')).body;
    const ids = new Set(items.map((reply) => reply.id));
    expect(items.filter(({ parentId }) => parentId !== null && !ids.has(parentId))).toEqual([]);
  });
});
