import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type BoardScene, setBoardScene, writeBoard, writeReply } from '../../../test/board-scene.js';
import { createCafe, insertImage } from '../../../test/cafe-scene.js';
import { countStatements } from '../../../test/statement-count.js';

// However long a list is, it takes as many statements: each post has a writer, images, cafés and replies of its own.

let scene: BoardScene;
let boardId: string;

beforeAll(async () => {
  scene = await setBoardScene();
  const { app, owner, region } = scene;
  for (let count = 0; count < 12; count += 1) {
    const writer = await app.signIn('BUSINESS');
    const cafe = await createCafe(app, writer.token, region.id);
    const imageIds = [await insertImage(app, writer.id), await insertImage(app, writer.id)];
    const fields = { type: 'BEVENT' as const, startDay: '2026-12-01', cafeIds: [cafe.id], imageIds };
    ({ id: boardId } = await writeBoard(app, writer, fields));
    const first = await writeReply(app, owner, boardId);
    for (let answers = 0; answers < 5; answers += 1) await writeReply(app, writer, boardId, '답', first.id);
    for (const [targetType, targetId] of [
      ['BOARD', boardId] as const,
      ['CAFE', cafe.id] as const,
      ['IMAGE', imageIds[0]] as const,
    ])
      await app.call('POST', '/api/v1/reports', {
        token: (await app.signIn('GENERAL')).token,
        body: { targetType, targetId, reason: 'SPAM' },
      });
  }
});

afterAll(() => scene?.app.stop());

const statementsOf = (path: string, token?: string) =>
  countStatements(async () => {
    const { status } = await scene.app.call('GET', path, { token });
    expect(status).toBe(200);
  });

describe('the statements of one request', () => {
  it.each([
    ['the list of posts', '/api/v1/boards?pageSize='],
    ['a search', '/api/v1/boards?q=원두&pageSize='],
    ['coming and ended events', '/api/v1/boards?eventState=IN_PROGRESS&pageSize='],
    [
      "a writer's and a café's posts",
      '/api/v1/boards?cafeCode=none&authorId=019a0000-0000-7000-8000-000000000000&pageSize=',
    ],
  ])('are one for %s', async (_, path) => {
    for (const pageSize of [1, 2, 12, 100]) expect(await statementsOf(`${path}${pageSize}`)).toBe(1);
  });

  it('are one for a post, its replies, a month and each feed', async () => {
    expect(await statementsOf(`/api/v1/boards/${boardId}`)).toBe(1);
    for (const limit of [1, 5, 100])
      expect(await statementsOf(`/api/v1/boards/${boardId}/replies?limit=${limit}`)).toBe(1);
    expect(await statementsOf('/api/v1/boards/calendar?month=2026-12')).toBe(1);
    expect(await statementsOf('/api/v1/boards/events.ics')).toBe(1);
    expect(await statementsOf(`/api/v1/boards/events.ics?cafeCode=${scene.cafe.code}`)).toBe(2);
    expect(await statementsOf('/api/v1/boards/feed.rss?type=BEVENT')).toBe(1);
  });

  it('are none for what is kept', async () => {
    expect(await statementsOf('/api/v1/boards?pageSize=7')).toBe(1);
    expect(await statementsOf('/api/v1/boards?pageSize=7')).toBe(0);
  });

  it('are as many for one of the managed posts, or reports, as for all', async () => {
    for (const path of ['/api/v1/me/boards', '/api/v1/reports']) {
      const counts = [];
      for (const pageSize of [3, 12, 100])
        counts.push(await statementsOf(`${path}?pageSize=${pageSize}`, scene.manager.token));
      expect(new Set(counts).size, `${path}: ${counts.join(' ')}`).toBe(1);
    }
  });
});
