import type { BoardPage } from '@virtualcafe/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { insertAuthors, insertPosts } from '../../../test/board-factory.js';
import { type BoardScene, editBoard, type MadeBoard, setBoardScene, writeBoard } from '../../../test/board-scene.js';
import { createCafe, expectProblem, unknownId } from '../../../test/cafe-scene.js';
import { freezeClock, type FrozenClock } from '../../../test/frozen-clock.js';

// Posts written through the API, then many more beside them.

let scene: BoardScene;
const posts: Record<string, MadeBoard> = {};

beforeAll(async () => {
  let clock: FrozenClock | undefined;
  // Noon in Korea on the second of December.
  scene = await setBoardScene((app) => (clock = freezeClock(app, new Date('2026-12-02T03:00:00Z'))));
  const { app, writer, owner, manager, cafe } = scene;
  const write = async (name: string, ...given: [typeof writer, Parameters<typeof writeBoard>[2]]) => {
    clock?.advance(1000);
    posts[name] = await writeBoard(app, ...given);
  };
  await write('talk', writer, {
    title: '강남 온기 카페 다녀왔어요',
    content: '라떼가 **맛있어요**. [지도](https://map.example/secret)',
  });
  await write('question', writer, {
    type: 'BQUESTION',
    title: '숲속 원두 어디서 사나요',
    content: '콜드브루용이요',
    cafeIds: [cafe.id],
  });
  await write('information', manager, { type: 'BINFORM', title: '영업시간 안내', content: 'Open 9 AM 100%_ 공지' });
  await write('ended', owner, { type: 'BEVENT', title: '지난 시음회', startDay: '2026-11-01', endDay: '2026-12-01' });
  await write('today', owner, {
    type: 'BEVENT',
    title: '오늘까지 시음회',
    startDay: '2026-11-20',
    endDay: '2026-12-02',
    cafeIds: [cafe.id],
  });
  await write('open', writer, { type: 'BEVENT', title: '언제나 모임' });
  await write('coming', owner, {
    type: 'BEVENT',
    title: '내일부터 시음회',
    startDay: '2026-12-03',
    endDay: '2027-01-10',
  });
  await write('hidden', writer, { title: '숨긴 온기 글' });
  const hidden = posts['hidden'];
  if (hidden !== undefined) await editBoard(app, writer, hidden, { isDisabled: true });
});

afterAll(() => scene?.app.stop());

const list = (query: Record<string, string | number>) =>
  scene.app.call<BoardPage>(
    'GET',
    `/api/v1/boards?${new URLSearchParams(Object.fromEntries(Object.entries(query).map(([name, value]) => [name, String(value)])))}`,
  );
const namesOf = ({ items }: BoardPage) =>
  items.map(({ id }) => Object.entries(posts).find(([, made]) => made.id === id)?.[0] ?? id);
const found = async (query: Record<string, string | number>) => {
  const { status, body } = await list(query);
  expect(status, JSON.stringify(body)).toBe(200);
  expect([body.total, body.isTotalExact]).toEqual([body.items.length, true]);
  return namesOf(body);
};

describe('the list of posts', () => {
  it('gives enabled ones, newest first', async () => {
    expect(await found({})).toEqual(['coming', 'open', 'today', 'ended', 'information', 'question', 'talk']);
    const part = (await list({ page: 2, pageSize: 3 })).body;
    expect([namesOf(part), part.total]).toEqual([['ended', 'information', 'question'], 7]);
    expect(namesOf((await list({ page: 1000 })).body)).toEqual([]);
  });

  it.each([
    ['one syllable', '온', ['talk']],
    ['two syllables', '원두', ['question']],
    ['two words, in title and text', '강남 라떼', ['talk']],
    ['a word across a space', '온기카페', ['talk']],
    ['words that no post has both of', '강남 원두', []],
    ['a word behind marks', '맛있어요', ['talk']],
    ['what is typed halfway', '콜드브룽', ['question']],
    ['initial consonants of a title', 'ㅅㅅㅇㄷ', ['question']],
    ['one initial consonant', 'ㅊ', []],
    ['a syllable and a consonant', '시음ㅎ', ['coming', 'today', 'ended']],
    ['Latin letters in any case', 'oPEN am', ['information']],
    ["LIKE's own signs", '100%_', ['information']],
    ['a sign alone that no text has', '\\', []],
    ['an address, which is not shown', 'secret', []],
    ['nothing but spaces', '  ', ['coming', 'open', 'today', 'ended', 'information', 'question', 'talk']],
  ])('finds %s', async (_, q, expected) => {
    expect(await found({ q })).toEqual(expected);
  });

  it('filters by type, writer and café, alone and with words', async () => {
    expect(await found({ type: 'BEVENT' })).toEqual(['coming', 'open', 'today', 'ended']);
    expect(await found({ type: 'BEVENT', q: '시음회' })).toEqual(['coming', 'today', 'ended']);
    expect(await found({ authorId: scene.writer.id })).toEqual(['open', 'question', 'talk']);
    expect(await found({ authorId: scene.writer.id, q: '온' })).toEqual(['talk']);
    expect(await found({ cafeCode: scene.cafe.code })).toEqual(['today', 'question']);
    expect(await found({ cafeCode: scene.cafe.code, type: 'BQUESTION', q: '원두' })).toEqual(['question']);
    expect(await found({ cafeCode: 'no-such-cafe' })).toEqual([]);
    expect(await found({ authorId: unknownId })).toEqual([]);
  });

  it('tells coming events from those in progress and ended ones by the day in Korea', async () => {
    expect(await found({ eventState: 'COMING' })).toEqual(['coming']);
    expect(await found({ eventState: 'IN_PROGRESS' })).toEqual(['open', 'today']);
    expect(await found({ eventState: 'ENDED' })).toEqual(['ended']);
    expect(await found({ eventState: 'ENDED', q: '시음회' })).toEqual(['ended']);
    expect(await found({ eventState: 'COMING', type: 'BTALK' })).toEqual([]);
    expect(await found({ eventFrom: '2026-12-01', eventTo: '2026-12-02' })).toEqual(['open', 'today', 'ended']);
    expect(await found({ eventFrom: '2026-12-03' })).toEqual(['coming', 'open']);
    const states = (await list({ type: 'BEVENT' })).body.items.map(({ eventState }) => eventState);
    expect(states).toEqual(['COMING', 'IN_PROGRESS', 'IN_PROGRESS', 'ENDED']);
  });

  it('filters by the days on which posts were written, in Korea', async () => {
    expect(await found({ from: '2026-12-02', to: '2026-12-02', type: 'BTALK' })).toEqual(['talk']);
    expect(await found({ to: '2026-12-01' })).toEqual([]);
    expect(await found({ from: '2026-12-03' })).toEqual([]);
  });

  it.each([
    ['type', { type: 'BNEWS' }],
    ['from', { from: '2026-13-01' }],
    ['to', { from: '2026-12-02', to: '2026-12-01' }],
    ['eventTo', { eventFrom: '2026-12-02', eventTo: '2026-12-01' }],
    ['eventState', { eventState: 'NOW' }],
    ['authorId', { authorId: 'x' }],
    ['cafeCode', { cafeCode: 'A B' }],
    ['q', { q: 'x'.repeat(101) }],
    ['page', { page: 1001 }],
    ['pageSize', { pageSize: 101 }],
  ])('refuses a bad %s', async (pointer, query) => {
    expectProblem(await list(query), 400, 'request.invalid', pointer);
  });

  it('hides the café that is hidden, and what only hangs on it', async () => {
    const cafe = await createCafe(scene.app, scene.owner.token, scene.region.id, { name: '곧 숨을 카페' });
    posts['linked'] = await writeBoard(scene.app, scene.owner, { title: '연결 글', cafeIds: [cafe.id] });
    expect(await found({ cafeCode: cafe.code })).toEqual(['linked']);
    const edit = (etag: string, body: unknown) =>
      scene.app.call('PATCH', `/api/v1/cafes/${cafe.code}`, {
        token: scene.owner.token,
        body,
        headers: { 'if-match': etag },
      });
    const renamed = await edit(cafe.etag, { name: '새 이름' });
    expect((await list({ q: '연결' })).body.items[0]?.cafes).toMatchObject([{ name: '새 이름' }]);
    await edit(renamed.headers.get('etag') ?? '', { isDisabled: true });
    expect(await found({ cafeCode: cafe.code })).toEqual([]);
    expect((await list({ q: '연결' })).body.items[0]?.cafes).toEqual([]);
  });

  it('calls a writer who has withdrawn nothing, and finds them by nothing', async () => {
    const gone = await scene.app.signIn('GENERAL');
    posts['gone'] = await writeBoard(scene.app, gone, { title: '떠난 사람의 글' });
    expect((await list({ authorId: gone.id })).body.items[0]?.author).toMatchObject({ id: gone.id });
    const user = await scene.app.call('GET', `/api/v1/users/${gone.id}`, { token: scene.admin.token });
    await scene.app.call('PATCH', `/api/v1/users/${gone.id}`, {
      token: scene.admin.token,
      body: { isDisabled: true },
      headers: { 'if-match': user.headers.get('etag') ?? '' },
    });
    expect((await list({ q: '떠난' })).body.items[0]?.author).toBeNull();
    expect(await found({ authorId: gone.id })).toEqual([]);
    const page = await scene.app.call<{ author: unknown }>('GET', `/api/v1/boards/${posts['gone'].id}`);
    expect([page.status, page.body.author]).toEqual([200, null]);
  });
});

describe('the list of very many posts', () => {
  beforeAll(async () => {
    const authorIds = await insertAuthors(scene.app.database, 20);
    await insertPosts(scene.app.database, { count: 12_000, authorIds });
    await scene.app.database.query('ANALYZE "Board"');
  });

  it('is counted and paged up to ten thousand, with words up to five hundred', async () => {
    const talk = (await list({ pageSize: 100, type: 'BTALK' })).body;
    expect([talk.items.length, talk.isTotalExact]).toEqual([100, true]);
    const everything = (await list({ page: 2, pageSize: 100 })).body;
    expect([everything.total, everything.isTotalExact, everything.items.length]).toEqual([10_000, false, 100]);
    expect((await list({ page: 100, pageSize: 100 })).body.items).toHaveLength(100);
    expect((await list({ page: 101, pageSize: 100 })).body.items).toEqual([]);
    const frequent = (await list({ q: '카페', page: 5, pageSize: 100 })).body;
    expect([frequent.total, frequent.isTotalExact, frequent.items.length]).toEqual([500, false, 100]);
    expect((await list({ q: '카페', page: 6, pageSize: 100 })).body.items).toEqual([]);
  });

  it.each([
    ['a frequent word', { q: '원두' }],
    ['a rare word', { q: '콜드브루' }],
    ['two words', { q: '강남 라떼' }],
    ['a word of events', { q: '케이크', eventState: 'ENDED' }],
    ['a rare word of events', { q: '콜드브루', eventFrom: '2026-06-01', eventTo: '2026-12-31' }],
    ['a word of one type', { q: '제주', type: 'BQUESTION' }],
  ] as const)('finds the newest with %s, whichever way is gone', async (_, query) => {
    const { items, total } = (await list({ ...query, pageSize: 50 })).body;
    const conditions = query.q.split(' ').map((_word, place) => `position($${place + 1} IN title || content) > 0`);
    if ('type' in query) conditions.push(`type = '${query.type}'`);
    if ('eventState' in query) conditions.push(`type = 'BEVENT' AND "endDay" < '2026-12-02'`);
    if ('eventFrom' in query)
      conditions.push(
        `type = 'BEVENT' AND coalesce("startDay", 'infinity') <= '${query.eventTo}' AND "endDay" >= '${query.eventFrom}'`,
      );
    const expected = await scene.app.database.query<{ id: string }>(
      `SELECT id FROM "Board" WHERE NOT "isDisabled" AND ${conditions.join(' AND ')} ORDER BY "createdAt" DESC, id DESC`,
      query.q.split(' '),
    );
    expect(items.map(({ id }) => id)).toEqual(expected.slice(0, 50).map(({ id }) => id));
    expect(total).toBe(Math.min(500, expected.length));
  });
});
