import type {
  LinkCode,
  ManagedProxyUser,
  ManagedProxyUserPage,
  ProxyUser,
  ProxyUserList,
  WishPage,
} from '@virtualcafe/contracts';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { type SignedInUser, startTestApp, type TestApp } from '../../../test/app.js';
import { createCafe, createRegion, expectProblem, unknownId } from '../../../test/cafe-scene.js';
import { freezeClock } from '../../../test/frozen-clock.js';
import { createApiKey, createCategory, createProduct } from '../../../test/product-scene.js';
import { countQueries } from '../../../test/query-count.js';

const own = '/api/v1/me/proxy-users';

let app: TestApp;
let admin: SignedInUser;
let key: string;
let product: { id: string; code: string };

beforeAll(async () => {
  app = await startTestApp();
  admin = await app.signIn('ADMIN');
  const region = await createRegion(app, admin.token, '서울특별시', 'SPECIAL_CITY');
  const cafe = await createCafe(app, admin.token, region.id);
  const category = await createCategory(app, admin.token);
  product = await createProduct(app, admin.token, cafe.id, category.id);
  key = await createApiKey(app, admin.token, ['wishes:write', 'proxy-users:link']);
});
afterAll(() => app?.stop());
afterEach(() => {
  vi.restoreAllMocks();
});

const issue = (memberId: string, displayName = '하나', apiKey: string | undefined = key) =>
  app.call<LinkCode>('POST', `/api/v1/proxy-users/ZEPETO/${memberId}/link-codes`, { apiKey, body: { displayName } });
const link = (code: string, { token }: SignedInUser) => app.call<ProxyUser>('POST', own, { token, body: { code } });
const listOwn = async ({ token }: SignedInUser) => (await app.call<ProxyUserList>('GET', own, { token })).body.items;
const wish = (memberId: string, displayName = '하나') =>
  app.call('PUT', `/api/v1/proxy-users/ZEPETO/${memberId}/wishlist/${product.code}`, {
    apiKey: key,
    body: { displayName },
  });
const wishesOf = async ({ token }: SignedInUser) =>
  (await app.call<WishPage>('GET', '/api/v1/me/wishlist', { token })).body.items;
const logOf = (id: string) =>
  app.database.query<{ action: string; text: string }>(
    `SELECT action, t::text AS text FROM "TransactionLog" t WHERE "resourceId" = $1 ORDER BY "createdAt", id`,
    [id],
  );

describe('linking an outside player', () => {
  it('shows their wishes in the list of whoever enters the code, until it is ended', async () => {
    const user = await app.signIn('GENERAL');
    await wish('hana');
    const { status, body } = await issue('hana');
    expect(status).toBe(201);
    expect(body.code).toMatch(/^[0-9A-Z]{5}-[0-9A-Z]{5}$/);
    expect(await wishesOf(user)).toEqual([]);
    const linked = await link(body.code.toLowerCase().replace('-', ' '), user);
    expect([linked.status, linked.body]).toMatchObject([
      201,
      { type: 'ZEPETO', memberId: 'hana', displayName: '하나' },
    ]);
    const { id } = linked.body;
    expect(await listOwn(user)).toEqual([linked.body]);
    const player = { id, type: 'ZEPETO', displayName: '하나' };
    expect(await wishesOf(user)).toMatchObject([{ code: product.code, isOwn: false, proxyUsers: [player] }]);
    // The same product wished by both stands there once.
    await app.call('PUT', `/api/v1/me/wishlist/${product.code}`, { token: user.token });
    expect(await wishesOf(user)).toMatchObject([{ isOwn: true, proxyUsers: [player] }]);

    expect((await app.call('DELETE', `${own}/${id}`, { token: user.token })).status).toBe(204);
    expect(await listOwn(user)).toEqual([]);
    expect(await wishesOf(user)).toMatchObject([{ isOwn: true, proxyUsers: [] }]);
    const logged = await logOf(id);
    expect(logged.map(({ action }) => action)).toEqual([
      'proxy-user.create',
      'proxy-user.issue-link-code',
      'proxy-user.link',
      'proxy-user.unlink',
    ]);
    for (const { text } of logged) expect(text).not.toContain(body.code.replace('-', ''));
  });

  it("lets the user take a player's wish from their list", async () => {
    const user = await app.signIn('GENERAL');
    await wish('taker');
    await link((await issue('taker')).body.code, user);
    expect((await app.call('DELETE', `/api/v1/me/wishlist/${product.code}`, { token: user.token })).status).toBe(204);
    expect(await wishesOf(user)).toEqual([]);
  });

  it('takes a code once, also when two enter it at once', async () => {
    const users = await Promise.all(Array.from({ length: 5 }, () => app.signIn('GENERAL')));
    const { code } = (await issue('once')).body;
    const answers = await Promise.all(users.map((user) => link(code, user)));
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
    for (const refused of answers.filter(({ status }) => status !== 201))
      expectProblem(refused, 422, 'proxy-user.link-code-invalid', '/code');
  });

  it('takes no code that is wrong, older than ten minutes or replaced by a later one', async () => {
    const start = new Date(Math.floor(Date.now() / 1000) * 1000);
    const clock = freezeClock(app, start);
    const refuse = async (code: string, user: SignedInUser) =>
      expectProblem(await link(code, user), 422, 'proxy-user.link-code-invalid', '/code');
    const early = await app.signIn('GENERAL');
    await refuse('00000-00000', early);
    const first = (await issue('late')).body.code;
    const second = (await issue('late')).body;
    expect(Date.parse(second.expiresAt) - start.getTime()).toBe(10 * 60_000);
    await refuse(first, early);
    clock.advance(10 * 60_000);
    await refuse(second.code, early);
    const third = (await issue('late')).body.code;
    clock.advance(10 * 60_000 - 1);
    const later = await app.signIn('GENERAL');
    expect((await link(third, later)).status).toBe(201);
    await refuse(third, later);
  });

  it('keeps only a hash of the code', async () => {
    const { code } = (await issue('hash')).body;
    const [row] = await app.database.query<{ text: string; bytes: number }>(
      `SELECT c::text AS text, length("codeHash") AS bytes FROM "ProxyUserLinkCode" c JOIN "ProxyUser" u ON u.id = "proxyUserId"
       WHERE "memberId" = 'hash'`,
    );
    expect(row?.bytes).toBe(32);
    expect(row?.text).not.toContain(code.replace('-', ''));
  });

  it('is refused for who is linked or disabled already, without the scope, and with bad fields', async () => {
    const user = await app.signIn('GENERAL');
    const { id } = (await link((await issue('taken')).body.code, user)).body;
    expectProblem(await issue('taken'), 409, 'proxy-user.linked-already');
    const stranger = await app.signIn('GENERAL');
    const unlink = (given: string) => app.call('DELETE', `${own}/${given}`, { token: stranger.token });
    for (const given of [id, unknownId]) expectProblem(await unlink(given), 404, 'proxy-user.not-found');
    expectProblem(await unlink('x'), 400, 'request.invalid', 'id');

    const { code } = (await issue('off')).body;
    await app.database.query(`UPDATE "ProxyUser" SET "isDisabled" = true WHERE "memberId" = 'off'`);
    expectProblem(await issue('off'), 403, 'proxy-user.disabled');
    expectProblem(await link(code, user), 403, 'proxy-user.disabled');

    expectProblem(await issue('new', '하나', ''), 401, 'auth.api-key-invalid');
    const other = await createApiKey(app, admin.token, ['wishes:write']);
    expectProblem(await issue('new', '하나', other), 403, 'access.denied');
    expectProblem(await issue('new', ''), 400, 'request.invalid', '/displayName');
    expectProblem(await app.call('POST', own, { body: { code } }), 401, 'auth.required');
    expectProblem(await app.call('POST', own, { apiKey: key, body: { code } }), 403, 'access.denied');
    expectProblem(await link('', user), 400, 'request.invalid', '/code');
  });
});

describe('the players an administrator sees', () => {
  const list = async (query: string) =>
    (await app.call<ManagedProxyUserPage>('GET', `/api/v1/proxy-users?${query}`, { token: admin.token })).body;
  const membersOf = async (query: string) => (await list(query)).items.map(({ memberId }) => memberId);

  it('are found by a part of the name or the whole member id, and filtered', async () => {
    const user = await app.signIn('GENERAL');
    await wish('grape-1', '포도 알');
    await wish('grape-2', '청포도');
    await app.call('PUT', `/api/v1/proxy-users/WEB/grape-1/wishlist/${product.code}`, {
      apiKey: key,
      body: { displayName: '100% 포도' },
    });
    await link((await issue('grape-2', '청포도')).body.code, user);
    expect(await membersOf('q=포도&type=ZEPETO')).toEqual(['grape-2', 'grape-1']);
    expect(await membersOf('q=grape-1')).toHaveLength(2);
    expect(await membersOf('q=grape')).toEqual([]);
    expect((await list(`q=${encodeURIComponent('0%')}`)).items).toMatchObject([{ type: 'WEB' }]);
    expect(await membersOf('q=포도&isLinked=true')).toEqual(['grape-2']);
    expect(await list('q=포도&isLinked=false&page=2&pageSize=1')).toMatchObject({
      total: 2,
      items: [{ type: 'ZEPETO' }],
    });
    const [linked] = (await list('q=청포도')).items;
    expect(linked).toMatchObject({ user: { id: user.id }, wishCount: 1, isDisabled: false });
  });

  it('are disabled and enabled as they were read', async () => {
    await wish('switch');
    const [found] = (await list('q=switch')).items;
    const path = `/api/v1/proxy-users/${found?.id}`;
    const read = () => app.call<ManagedProxyUser>('GET', path, { token: admin.token });
    const patch = (body: object, etag: string) =>
      app.call<ManagedProxyUser>('PATCH', path, { token: admin.token, body, headers: { 'if-match': etag } });
    const etag = (await read()).headers.get('etag') ?? '';
    expect((await patch({ isDisabled: true }, etag)).body).toMatchObject({ isDisabled: true });
    expectProblem(await wish('switch'), 403, 'proxy-user.disabled');
    expect(await membersOf('isDisabled=true')).toContain('switch');
    expectProblem(await patch({ isDisabled: false }, etag), 412, 'resource.stale');
    const unconditional = await app.call('PATCH', path, { token: admin.token, body: { isDisabled: false } });
    expectProblem(unconditional, 428, 'resource.if-match-required');
    expect((await patch({ isDisabled: false }, (await read()).headers.get('etag') ?? '')).status).toBe(200);
    const actions = (await logOf(found?.id ?? '')).map(({ action }) => action);
    expect(actions).toEqual(['proxy-user.create', 'proxy-user.update', 'proxy-user.update']);
    expectProblem(await patch({}, etag), 400, 'request.invalid', '/isDisabled');
    const gone = await app.call('GET', `/api/v1/proxy-users/${unknownId}`, { token: admin.token });
    expectProblem(gone, 404, 'proxy-user.not-found');
  });

  it('cost the same to list, however many they are', async () => {
    const cost = (pageSize: number) =>
      countQueries(() => app.call('GET', `/api/v1/proxy-users?pageSize=${pageSize}`, { token: admin.token }));
    for (const memberId of ['one', 'two', 'three', 'four']) await link((await issue(memberId)).body.code, admin);
    expect(await cost(4)).toBe(await cost(1));
  });

  it('are no business of others', async () => {
    const { token } = await app.signIn('MANAGER');
    expectProblem(await app.call('GET', '/api/v1/proxy-users'), 401, 'auth.required');
    expectProblem(await app.call('GET', '/api/v1/proxy-users', { token }), 403, 'access.denied');
    expectProblem(await app.call('GET', '/api/v1/proxy-users', { apiKey: key }), 403, 'access.denied');
    const bad = await app.call('GET', '/api/v1/proxy-users?type=MARS', { token: admin.token });
    expectProblem(bad, 400, 'request.invalid', 'type');
  });
});
