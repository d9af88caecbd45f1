import type { CafeFigures } from '@virtualcafe/contracts';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { createCafe, expectProblem, type MadeCafe } from '../../../test/cafe-scene.js';
import { freezeClock } from '../../../test/frozen-clock.js';
import { createCategory, createProduct } from '../../../test/product-scene.js';
import { RoomScene } from '../../../test/room-scene.js';
import { CafeFiguresRepository } from './cafe-figures.repository.js';
import { VisitsService } from './visits.service.js';

let scene: RoomScene;
let admin: { token: string };
let visits: VisitsService;
let regionId: string;

beforeAll(async () => {
  scene = await RoomScene.start();
  admin = await scene.app.signIn('ADMIN');
  visits = scene.app.app.get(VisitsService, { strict: false });
  const [region] = await scene.app.database.query<{ id: string }>('SELECT id FROM "Region"');
  regionId = region?.id ?? '';
});
afterAll(() => scene?.stop());
afterEach(() => {
  scene.leaveAll();
  vi.restoreAllMocks();
});

const open = () => createCafe(scene.app, scene.owner.token, regionId);
const visit = (code: string) => scene.app.call('POST', `/api/v1/cafes/${code}/visits`);
const read = (code: string, query = '', token = scene.owner.token) =>
  scene.app.call<CafeFigures>('GET', `/api/v1/me/cafes/${code}/figures${query}`, { token });
const figuresOf = async (code: string, query = '') => (await read(code, query)).body;

async function wish(cafe: MadeCafe, at: readonly string[], name: string): Promise<void> {
  const category = await createCategory(scene.app, admin.token);
  const product = await createProduct(scene.app, scene.owner.token, cafe.id, category.id, { name });
  await scene.app.database.query(
    `WITH player AS (
       INSERT INTO "ProxyUser" (id, type, "memberId", "displayName")
       SELECT gen_random_uuid(), 'ETC', gen_random_uuid()::text, at FROM unnest($2::text[]) AS at RETURNING id, "displayName"
     ) INSERT INTO "WishlistProduct" (id, "productId", "proxyUserId", "createdAt")
     SELECT gen_random_uuid(), $1, id, "displayName"::timestamptz FROM player`,
    [product.id, at],
  );
}

describe('visits of a page', () => {
  it('are counted by the day it is in Korea, over several writings', async () => {
    const cafe = await open();
    // 23:59:59 in Korea on the last of April.
    const clock = freezeClock(scene.app, new Date('2031-04-30T14:59:59Z'));
    for (let times = 0; times < 3; times += 1) expect((await visit(cafe.code)).status).toBe(204);
    clock.advance(1000);
    await visit(cafe.code);
    await visits.write();
    await visit(cafe.code);
    await visits.write();
    await visits.write();
    const rows = await scene.app.database.query(
      `SELECT day::text, "pageVisits", "roomVisits" FROM "CafeVisitDay" WHERE "cafeId" = $1 ORDER BY day`,
      [cafe.id],
    );
    expect(rows).toEqual([
      { day: '2031-04-30', pageVisits: 3, roomVisits: 0 },
      { day: '2031-05-01', pageVisits: 2, roomVisits: 0 },
    ]);
  });

  it('of what is no café, or a disabled one, are counted for nothing; what is no code is refused', async () => {
    const cafe = await open();
    await scene.app.database.query('UPDATE "CafeInfo" SET "isDisabled" = true WHERE id = $1', [cafe.id]);
    const count = async () =>
      (await scene.app.database.query<{ n: string }>('SELECT count(*) AS n FROM "CafeVisitDay"'))[0]?.n;
    const before = await count();
    for (const code of [cafe.code, 'no-such-cafe']) expect((await visit(code)).status).toBe(204);
    await visits.write();
    expect(await count()).toBe(before);
    expectProblem(await visit('No%20Such'), 400, 'request.invalid', 'code');
  });

  it('outlast a database that is away', async () => {
    const cafe = await open();
    const repository = scene.app.app.get(CafeFiguresRepository, { strict: false });
    const write = vi.spyOn(repository, 'addVisits').mockRejectedValueOnce(new Error('away'));
    await visit(cafe.code);
    await visits.write();
    await visit(cafe.code);
    await visits.write();
    expect(write).toHaveBeenCalledTimes(2);
    expect((await figuresOf(cafe.code)).total.pageVisits).toBe(2);
  });

  it('written by several at once all count', async () => {
    const [one, two] = [await open(), await open()];
    const repository = scene.app.app.get(CafeFiguresRepository, { strict: false });
    const counts = [one, two].map(({ code }) => ({ kind: 'page', day: '2031-06-01', code, count: 1 }) as const);
    await Promise.all(
      Array.from({ length: 40 }, (_, place) => repository.addVisits(place % 2 === 0 ? counts : counts.toReversed())),
    );
    const rows = await scene.app.database.query(
      `SELECT "pageVisits" FROM "CafeVisitDay" WHERE "cafeId" = ANY($1::uuid[])`,
      [[one.id, two.id]],
    );
    expect(rows).toEqual([{ pageVisits: 40 }, { pageVisits: 40 }]);
  });
});

describe('visits of a room', () => {
  it('are counted for its café, once for each visit, however often the way to it breaks', async () => {
    await scene.openRoom();
    const [cafe] = await scene.app.database.query<{ code: string }>('SELECT code FROM "CafeInfo" WHERE id = $1', [
      scene.cafeId,
    ]);
    const before = (await figuresOf(cafe?.code ?? '')).total.roomVisits;
    const guest = await scene.enter();
    await scene.enter();
    guest.breakOff();
    await scene.enterWith({ resumeToken: guest.welcome?.resumeToken ?? '' });
    await visits.write();
    expect((await figuresOf(cafe?.code ?? '')).total).toMatchObject({ roomVisits: before + 2, pageVisits: 0 });
  });
});

describe("a café's figures", () => {
  it('have every day, wishes by the day they were made in Korea, and the most wished products', async () => {
    freezeClock(scene.app, new Date());
    const cafe = await open();
    const day = 24 * 3600_000;
    const ago = (days: number) => new Date(Date.now() - days * day).toISOString();
    await wish(cafe, [ago(0), ago(1), ago(1), ago(400)], '라떼');
    await wish(cafe, [ago(2)], '쿠키');
    await wish(cafe, [], '물');
    await visit(cafe.code);
    await visits.write();
    const figures = await figuresOf(cafe.code, '?days=3');
    expect(figures.days.map(({ wishes, pageVisits }) => [wishes, pageVisits])).toEqual([
      [1, 0],
      [2, 0],
      [1, 1],
    ]);
    const kst = (days: number) => new Date(Date.now() + 9 * 3600_000 - days * day).toISOString().slice(0, 10);
    expect(figures.days.map(({ day: each }) => each)).toEqual([kst(2), kst(1), kst(0)]);
    expect(figures).toMatchObject({
      from: kst(2),
      to: kst(0),
      total: { wishes: 4, pageVisits: 1, roomVisits: 0 },
      products: [
        { name: '라떼', wishCount: 4 },
        { name: '쿠키', wishCount: 1 },
      ],
    });
    expect((await figuresOf(cafe.code)).days).toHaveLength(30);
    expect((await figuresOf(cafe.code, '?days=366')).days).toHaveLength(366);
  });

  it('put a wish of 00:30 in Korea on the day that has begun there', async () => {
    const cafe = await open();
    await wish(cafe, ['2031-04-30T15:30:00Z', '2031-04-30T14:30:00Z'], '새벽');
    freezeClock(scene.app, new Date('2031-05-01T03:00:00Z'));
    const later = await scene.app.signIn('ADMIN');
    const { body } = await read(cafe.code, '?days=2', later.token);
    expect(body.days.map(({ day, wishes }) => [day, wishes])).toEqual([
      ['2031-04-30', 1],
      ['2031-05-01', 1],
    ]);
  });

  it('are no business of others, nor without end', async () => {
    const cafe = await open();
    const path = `/api/v1/me/cafes/${cafe.code}/figures`;
    expectProblem(await scene.app.call('GET', path), 401, 'auth.required');
    const stranger = await scene.app.signIn('BUSINESS');
    expectProblem(await read(cafe.code, '', stranger.token), 404, 'cafe.not-found');
    expectProblem(await read('no-such', '', admin.token), 404, 'cafe.not-found');
    expectProblem(await read(cafe.code, '', (await scene.app.signIn('GENERAL')).token), 403, 'access.denied');
    for (const days of ['0', '367', 'all', '1.5'])
      expectProblem(await read(cafe.code, `?days=${days}`), 400, 'request.invalid', 'days');
  });
});
