import { randomUUID } from 'node:crypto';
import type { ManagedUser, Page, Problem, UserFigures } from '@virtualcafe/contracts';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { type SignedInUser, startTestApp, type TestApp, type TestResponse } from '../../../test/app.js';
import { freezeClock } from '../../../test/frozen-clock.js';
import { newPerson } from '../../../test/session-client.js';

let app: TestApp;
let admin: SignedInUser;
beforeAll(async () => {
  app = await startTestApp();
  admin = await app.signIn('ADMIN');
});
afterAll(() => app.stop());
afterEach(() => {
  vi.restoreAllMocks();
});

const asAdmin = <Body>(method: string, path: string, options = {}): Promise<TestResponse<Body>> =>
  app.call<Body>(method, `/api/v1/users${path}`, { token: admin.token, ...options });
const list = (query: string): Promise<TestResponse<Page<ManagedUser>>> => asAdmin('GET', `?${query}`);

async function makeUser(
  columns: Partial<Record<'nickname' | 'name' | 'email' | 'loginId', string>>,
  createdAt = new Date(),
): Promise<string> {
  const { loginId, nickname, email } = { ...newPerson(), ...columns };
  const id = randomUUID();
  await app.database.query(
    `INSERT INTO "User" ("id", "loginId", "loginIdKey", "passwordHash", "nickname", "name", "email", "createdAt")
     VALUES ($1, $2::text, lower($2::text), 'none', $3, $4, $5, $6)`,
    [id, loginId, nickname, columns.name ?? null, email, createdAt],
  );
  return id;
}

describe('who may look at users', () => {
  const routes = [
    ['GET', ''],
    ['GET', '/figures'],
    ['GET', `/${randomUUID()}`],
    ['PATCH', `/${randomUUID()}`],
  ] as const;

  it.each(routes)('nobody who is not signed in: %s %s', async (method, path) => {
    const { status } = await app.call(method, `/api/v1/users${path}`, method === 'PATCH' ? { body: {} } : {});
    expect(status).toBe(401);
  });

  it.each(['GENERAL', 'BUSINESS', 'MANAGER'] as const)('no %s user', async (type) => {
    const { token } = await app.signIn(type);
    for (const [method, path] of routes) {
      const { status, body } = await app.call<Problem>(method, `/api/v1/users${path}`, { token });
      expect({ status, code: body.code }).toEqual({ status: 403, code: 'access.denied' });
    }
  });
});

describe('the list', () => {
  it('shows a user as an administrator sees them', async () => {
    const tag = randomUUID().slice(0, 8);
    const id = await makeUser({ nickname: `라떼${tag}`, name: '김하늘', email: `${tag}@cafe.example`, loginId: tag });
    const { status, body } = await list(`q=${tag}`);
    expect(status).toBe(200);
    expect(body).toEqual({
      items: [
        {
          id,
          loginId: tag,
          nickname: `라떼${tag}`,
          name: '김하늘',
          email: `${tag}@cafe.example`,
          loginType: 'LOCAL',
          userType: 'GENERAL',
          isDisabled: false,
          lastLoginAt: null,
          createdAt: expect.any(String),
          updatedAt: expect.any(String),
        },
      ],
      page: 1,
      pageSize: 20,
      total: 1,
    });
  });

  it('finds by a piece of the nickname, login id, name or e-mail, in any case', async () => {
    const tag = `Zq${randomUUID().slice(0, 6)}`;
    const ids = await Promise.all([
      makeUser({ nickname: `달${tag}빛` }),
      makeUser({ loginId: `a${tag}` }),
      makeUser({ name: `박${tag}` }),
      makeUser({ email: `${tag}@example.com`.toLowerCase() }),
    ]);
    await makeUser({});
    const { body } = await list(`q=${tag.toUpperCase()}`);
    expect(new Set(body.items.map(({ id }) => id))).toEqual(new Set(ids));
  });

  it.each(['%', '_', '\\', '%%', "'", '"; DROP TABLE "User"; --'])('takes %j for what it is', async (q) => {
    const tag = randomUUID().slice(0, 8);
    const id = await makeUser({ nickname: `${tag}${q}` });
    await makeUser({ nickname: `${tag}x` });
    const { status, body } = await list(`q=${encodeURIComponent(tag + q)}`);
    expect(status).toBe(200);
    expect(body.items.map((user) => user.id)).toEqual([id]);
  });

  it('filters by type and by being disabled', async () => {
    const { id } = await app.signIn('BUSINESS');
    await app.database.query('UPDATE "User" SET "isDisabled" = true WHERE "id" = $1', [id]);
    const { body: business } = await list('userType=BUSINESS&isDisabled=true');
    expect(business.items.map((user) => user.id)).toEqual([id]);
    const { body: enabled } = await list('userType=BUSINESS&isDisabled=false');
    expect(enabled.items.every((user) => user.userType === 'BUSINESS' && !user.isDisabled)).toBe(true);
    expect((await list('userType=MANAGER&isDisabled=true')).body.total).toBe(0);
  });

  it('comes in pages, newest first', async () => {
    const tag = randomUUID().slice(0, 8);
    const ids: string[] = [];
    for (let day = 1; day <= 5; day += 1) {
      ids.unshift(await makeUser({ nickname: `${tag} ${day}` }, new Date(Date.UTC(2026, 0, day))));
    }
    const pages = await Promise.all([1, 2, 3, 4].map((page) => list(`q=${tag}&page=${page}&pageSize=2`)));
    expect(pages.map(({ body }) => body.total)).toEqual([5, 5, 5, 5]);
    expect(pages.flatMap(({ body }) => body.items.map(({ id }) => id))).toEqual(ids);
  });

  it.each([
    ['page=0', 'page'],
    ['page=1e9', 'page'],
    ['pageSize=101', 'pageSize'],
    ['userType=KING', 'userType'],
    ['isDisabled=maybe', 'isDisabled'],
    ['q=', 'q'],
    ['q=%00', 'q'],
    ['q=a%0Ab', 'q'],
    [`q=${'x'.repeat(101)}`, 'q'],
    ['sort=name', ''],
  ])('refuses ?%s', async (query, parameter) => {
    const response = await asAdmin<Problem>('GET', `?${query}`);
    expect(response.status).toBe(400);
    expect(response.body.errors?.[0]).toMatchObject({ in: 'query', pointer: parameter });
  });
});

describe('one user', () => {
  it('is answered with an ETag, and 304 while unchanged', async () => {
    const { id } = await app.signIn('GENERAL');
    const response = await asAdmin<ManagedUser>('GET', `/${id}`);
    expect(response.body).toMatchObject({ id, userType: 'GENERAL', lastLoginAt: expect.any(String) });
    const headers = { 'if-none-match': response.headers.get('etag') ?? '' };
    expect((await asAdmin('GET', `/${id}`, { headers })).status).toBe(304);
  });

  it('is not found when there is none, nor by what is no id', async () => {
    const none = await asAdmin<Problem>('GET', `/${randomUUID()}`);
    expect([none.status, none.body.code]).toEqual([404, 'user.not-found']);
    const wrong = await asAdmin<Problem>('GET', '/1');
    expect([wrong.status, wrong.body.errors?.[0]?.pointer]).toEqual([400, 'id']);
  });
});

describe('the figures', () => {
  it('count by type, and what is new by days of Korea', async () => {
    // 00:30 of 2 March in Seoul, when it is still 1 March in UTC.
    freezeClock(app, new Date('2031-03-01T15:30:00Z'));
    const login = await app.call<{ accessToken: string }>('POST', '/api/v1/auth/login', {
      body: { loginId: admin.loginId, password: admin.password },
    });
    const figures = async (): Promise<UserFigures> =>
      (await asAdmin<UserFigures>('GET', '/figures', { token: login.body.accessToken })).body;
    const before = await figures();
    expect([before.newToday, before.newInLast7Days]).toEqual([0, 0]);
    const instants = [
      '2031-03-01T15:00:00Z', // the first moment of today
      '2031-03-01T14:59:59.999Z', // yesterday
      '2031-02-23T15:00:00Z', // the first moment of the seventh day
      '2031-02-23T14:59:59.999Z', // too long ago
    ];
    for (const createdAt of instants) {
      const id = await makeUser({});
      await app.database.query('UPDATE "User" SET "createdAt" = $1, "userType" = \'BUSINESS\' WHERE "id" = $2', [
        createdAt,
        id,
      ]);
    }
    const after = await figures();
    expect(after).toEqual({
      total: before.total + 4,
      byType: { ...before.byType, BUSINESS: before.byType.BUSINESS + 4 },
      newToday: 1,
      newInLast7Days: 3,
    });
    expect(Object.values(after.byType).reduce((sum, each) => sum + each, 0)).toBe(after.total);
  });
});
