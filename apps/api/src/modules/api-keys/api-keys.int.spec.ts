import { randomUUID } from 'node:crypto';
import type { ApiKeyView, CreatedApiKey, Page, Problem } from '@virtualcafe/contracts';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { type SignedInUser, startTestApp, type TestApp, type TestResponse } from '../../../test/app.js';
import { freezeClock } from '../../../test/frozen-clock.js';
import { Authenticator } from '../../access/authenticator.js';
import { ApiKeysService } from './api-keys.service.js';

let app: TestApp;
let admin: SignedInUser;
let cafeIds: string[];
beforeAll(async () => {
  app = await startTestApp();
  admin = await app.signIn('ADMIN');
  cafeIds = await makeCafes(2);
});
afterAll(() => app.stop());
afterEach(() => {
  vi.restoreAllMocks();
});

const asAdmin = <Body>(method: string, path = '', options = {}): Promise<TestResponse<Body>> =>
  app.call<Body>(method, `/api/v1/api-keys${path}`, { token: admin.token, ...options });
const create = (body: object): Promise<TestResponse<CreatedApiKey & Problem>> =>
  asAdmin('POST', '', { body: { name: 'till', scopes: ['cafes:read'], ...body } });
const identify = (key: string) => app.app.get(Authenticator, { strict: false }).apiKeyOf(key);
const viewOf = async (id: string): Promise<ApiKeyView | undefined> =>
  (await asAdmin<Page<ApiKeyView>>('GET', '?pageSize=100')).body.items.find((key) => key.id === id);

async function makeCafes(count: number): Promise<string[]> {
  const regionId = randomUUID();
  await app.database.query(`INSERT INTO "Region" ("id", "name", "type") VALUES ($1, '서울특별시', 'SPECIAL_CITY')`, [
    regionId,
  ]);
  const ids = Array.from({ length: count }, () => randomUUID());
  for (const [index, id] of ids.entries())
    await app.database.query(
      `INSERT INTO "CafeInfo" ("id", "code", "name", "regionId", "address", "latitude", "longitude")
       VALUES ($1, $2, '온기', $3, '서울', 37.5, 127)`,
      [id, `cafe-${index}`, regionId],
    );
  return ids;
}

describe('who may handle keys', () => {
  const routes = [
    ['GET', ''],
    ['POST', ''],
    ['DELETE', `/${randomUUID()}`],
  ] as const;

  it.each(routes)('not who is not signed in: %s %s', async (method, path) => {
    const { status } = await app.call(method, `/api/v1/api-keys${path}`, method === 'POST' ? { body: {} } : {});
    expect(status).toBe(401);
  });

  it('no other user than an administrator, and no key', async () => {
    const { key } = (await create({})).body;
    const callers = [
      { token: (await app.signIn('MANAGER')).token },
      { token: (await app.signIn('BUSINESS')).token },
      { apiKey: key },
    ];
    for (const [method, path] of routes) {
      for (const caller of callers) {
        const { status, body } = await app.call<Problem>(method, `/api/v1/api-keys${path}`, caller);
        expect([status, body.code]).toEqual([403, 'access.denied']);
      }
    }
  });
});

describe('making a key', () => {
  it('shows it once and keeps only a hash', async () => {
    const { status, body } = await create({
      name: '주방 태블릿',
      scopes: ['viewers:read', 'cafes:read', 'cafes:read'],
      cafeIds: [...cafeIds, cafeIds[0]],
      expiresAt: '2099-01-01T00:00:00.000Z',
    });
    expect(status).toBe(201);
    const { key, ...view } = body;
    expect(key).toMatch(/^vck_[0-9a-f]{24}_[\w-]{43}$/);
    expect(view).toEqual({
      id: expect.any(String),
      name: '주방 태블릿',
      scopes: ['cafes:read', 'viewers:read'],
      cafeIds: cafeIds.toSorted((a, b) => a.localeCompare(b)),
      expiresAt: '2099-01-01T00:00:00.000Z',
      lastUsedAt: null,
      revokedAt: null,
      createdAt: expect.any(String),
    });
    expect(await viewOf(body.id)).toEqual(view);
    const [row] = await app.database.query<{ text: string; createdById: string; bytes: number }>(
      'SELECT k::text AS "text", "createdById", length("secretHash") AS "bytes" FROM "ApiKey" k WHERE "id" = $1',
      [body.id],
    );
    expect(row).toMatchObject({ createdById: admin.id, bytes: 32 });
    expect(row?.text).not.toContain(key.slice(-43));
    const acts = await app.database.query<{ text: string }>(
      `SELECT t::text AS "text" FROM "TransactionLog" t WHERE "action" = 'api-key.create' AND "resourceId" = $1`,
      [body.id],
    );
    expect(acts).toHaveLength(1);
    expect(acts[0]?.text).not.toContain(key.slice(-43));
  });

  it.each([
    ['no name', { name: '' }, 400, '/name'],
    ['no scope', { scopes: [] }, 400, '/scopes'],
    ['an unknown scope', { scopes: ['everything'] }, 400, '/scopes/0'],
    ['what is no id', { cafeIds: ['1'] }, 400, '/cafeIds/0'],
    ['a café that does not exist', { cafeIds: [randomUUID()] }, 422, '/cafeIds'],
    ['an expiry that is no moment', { expiresAt: 'tomorrow' }, 400, '/expiresAt'],
    ['an expiry that has passed', { expiresAt: '2020-01-01T00:00:00Z' }, 400, '/expiresAt'],
    ['an unknown field', { createdById: randomUUID() }, 400, ''],
  ])('refuses %s', async (_, body, status, pointer) => {
    const response = await create(body);
    expect(response.status).toBe(status);
    expect(response.body.errors?.[0]?.pointer).toBe(pointer);
  });
});

describe('calling with a key', () => {
  it('is calling as that key, within its scopes and cafés', async () => {
    const { body } = await create({ scopes: ['cafes:read', 'coupons:issue'], cafeIds: [cafeIds[0]] });
    expect(await identify(body.key)).toEqual({
      kind: 'apiKey',
      apiKeyId: body.id,
      scopes: ['cafes:read', 'coupons:issue'],
      cafeIds: [cafeIds[0]],
    });
  });

  it.each([
    ['nothing like a key', () => 'abc'],
    ['an empty one', () => ''],
    ['a key of nobody', () => `vck_${'0'.repeat(24)}_${'A'.repeat(43)}`],
    ['another secret', (key: string) => `${key.slice(0, -43)}${'A'.repeat(43)}`],
    ['a longer secret', (key: string) => `${key}A`],
    ['the public part alone', (key: string) => key.slice(0, -44)],
    ['a Hangul secret', () => `vck_${'0'.repeat(24)}_${'가'.repeat(43)}`],
  ])('is refused with %s', async (_, spoil) => {
    const { key } = (await create({})).body;
    await expect(identify(spoil(key))).rejects.toMatchObject({ code: 'auth.api-key-invalid' });
  });

  it('answers 401 over HTTP for a wrong one, and 403 where keys may not go', async () => {
    const { key } = (await create({})).body;
    const call = (apiKey: string) => app.call<Problem>('GET', '/api/v1/auth/me', { apiKey });
    const [wrong, right] = [await call(`${key}A`), await call(key)];
    expect([wrong.status, wrong.body.code]).toEqual([401, 'auth.api-key-invalid']);
    expect([right.status, right.body.code]).toEqual([403, 'access.denied']);
  });

  it('is over when the key expires', async () => {
    const clock = freezeClock(app, new Date('2031-05-01T00:00:00Z'));
    const service = app.app.get(ApiKeysService, { strict: false });
    const { key } = await service.create(
      { kind: 'system', name: 'test' },
      { name: 'till', scopes: ['cafes:read'], cafeIds: [], expiresAt: '2031-05-01T00:01:00Z' },
    );
    clock.advance(59_999);
    await expect(identify(key)).resolves.toMatchObject({ kind: 'apiKey' });
    clock.advance(1);
    await expect(identify(key)).rejects.toMatchObject({ code: 'auth.api-key-invalid' });
  });

  it('is noted to the minute, without the caller waiting for it', async () => {
    const clock = freezeClock(app);
    const service = app.app.get(ApiKeysService, { strict: false });
    const { body } = await create({});
    const lastUsedAt = async (): Promise<string | null> => {
      await service.beforeApplicationShutdown();
      const [row] = await app.database.query<{ at: Date | null }>(
        'SELECT "lastUsedAt" AS "at" FROM "ApiKey" WHERE "id" = $1',
        [body.id],
      );
      return row?.at?.toISOString() ?? null;
    };
    expect(await lastUsedAt()).toBeNull();
    await Promise.all(Array.from({ length: 5 }, () => identify(body.key)));
    const first = await lastUsedAt();
    expect(first).not.toBeNull();
    clock.advance(59_999);
    await identify(body.key);
    expect(await lastUsedAt()).toBe(first);
    clock.advance(1);
    await identify(body.key);
    expect(Date.parse((await lastUsedAt()) ?? '') - Date.parse(first ?? '')).toBe(60_000);
  });
});

describe('revoking a key', () => {
  it('ends it from the next call on, however often, and is written down once', async () => {
    const { id, key } = (await create({})).body;
    await identify(key);
    for (let times = 1; times <= 2; times += 1) expect((await asAdmin('DELETE', `/${id}`)).status).toBe(204);
    await expect(identify(key)).rejects.toMatchObject({ code: 'auth.api-key-invalid' });
    expect((await viewOf(id))?.revokedAt).toEqual(expect.any(String));
    const acts = await app.database.query(
      `SELECT 1 FROM "TransactionLog" WHERE "action" = 'api-key.revoke' AND "resourceId" = $1`,
      [id],
    );
    expect(acts).toHaveLength(1);
  });

  it('does not find one that never was, nor what is no id', async () => {
    const none = await asAdmin<Problem>('DELETE', `/${randomUUID()}`);
    expect([none.status, none.body.code]).toEqual([404, 'api-key.not-found']);
    expect((await asAdmin('DELETE', '/1')).status).toBe(400);
  });
});

describe('the list of keys', () => {
  it('comes in pages, newest first', async () => {
    const first = (await create({ name: 'older' })).body.id;
    const second = (await create({ name: 'newer' })).body.id;
    const { body } = await asAdmin<Page<ApiKeyView>>('GET', '?pageSize=2');
    expect(body.items.map(({ id }) => id)).toEqual([second, first]);
    expect(body).toMatchObject({ page: 1, pageSize: 2, total: expect.any(Number) });
    expect((await asAdmin('GET', '?pageSize=0')).status).toBe(400);
  });
});
