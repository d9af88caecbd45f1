import type { ManagedCafe, ManagedCafePage, ManagedRegion } from '@virtualcafe/contracts';
import { managedCafe as managedCafeSchema, managedCafePage as managedCafePageSchema } from '@virtualcafe/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type CallOptions, type SignedInUser, startTestApp, type TestApp } from '../../../test/app.js';
import { cafeBody, createCafe, createRegion, expectProblem, unknownId } from '../../../test/cafe-scene.js';

let app: TestApp;
let admin: SignedInUser;
let owner: SignedInUser;
let stranger: SignedInUser;
let general: SignedInUser;
let manager: SignedInUser;
let city: ManagedRegion;
let district: ManagedRegion;

beforeAll(async () => {
  app = await startTestApp();
  [admin, owner, stranger, general, manager] = await Promise.all([
    app.signIn('ADMIN'),
    app.signIn('BUSINESS'),
    app.signIn('BUSINESS'),
    app.signIn('GENERAL'),
    app.signIn('MANAGER'),
  ]);
  city = await createRegion(app, admin.token, '서울특별시', 'SPECIAL_CITY');
  district = await createRegion(app, admin.token, '종로구', 'DISTRICT', city.id);
});
afterAll(() => app?.stop());

const post = (body: unknown, token = owner.token) => app.call<ManagedCafe>('POST', '/api/v1/cafes', { token, body });
const read = (code: string, options: CallOptions = { token: owner.token }) =>
  app.call<ManagedCafe>('GET', `/api/v1/me/cafes/${code}`, options);
const list = (query = '', options: CallOptions = { token: owner.token }) =>
  app.call<ManagedCafePage>('GET', `/api/v1/me/cafes${query}`, options);
const edit = (code: string, etag: string, body: unknown, token = owner.token) =>
  app.call<ManagedCafe>('PATCH', `/api/v1/cafes/${code}`, {
    token,
    body,
    headers: { 'if-match': etag },
  });
const logOfCreation = (cafeId: string) =>
  app.database.query(
    `SELECT "actorId", before, after FROM "TransactionLog"
     WHERE "resourceType" = 'cafe' AND "resourceId" = $1 AND action = 'cafe.create'`,
    [cafeId],
  );

describe('who may keep cafés', () => {
  it('is BUSINESS and ADMIN', async () => {
    const { code, etag } = await createCafe(app, owner.token, district.id);
    const attempts = (token?: string) =>
      Promise.all([
        app.call('POST', '/api/v1/cafes', { token, body: cafeBody(district.id) }),
        list('', { token }),
        read(code, { token }),
        app.call('PATCH', `/api/v1/cafes/${code}`, { token, body: { name: '남' }, headers: { 'if-match': etag } }),
      ]);
    for (const response of await attempts()) expectProblem(response, 401, 'auth.required');
    for (const user of [general, manager])
      for (const response of await attempts(user.token)) expectProblem(response, 403, 'access.denied');
  });

  it("of a café is its owner or an administrator; somebody else's is as one that does not exist", async () => {
    const { code, etag } = await createCafe(app, owner.token, district.id);
    for (const response of [
      await read(code, { token: stranger.token }),
      await edit(code, etag, { name: '남의 카페' }, stranger.token),
      await read('no-such-cafe'),
      await edit('no-such-cafe', etag, { name: '없는 카페' }),
    ])
      expectProblem(response, 404, 'cafe.not-found');
    expect((await read(code, { token: admin.token })).body.name).toBe('온기');
    expect((await edit(code, etag, { name: '관리자가 고침' }, admin.token)).body.name).toBe('관리자가 고침');
  });

  it('changes with the owners', async () => {
    const { code } = await createCafe(app, owner.token, district.id);
    const body = { userIds: [stranger.id] };
    await app.call('PUT', `/api/v1/cafes/${code}/owners`, { token: admin.token, body });
    expectProblem(await read(code), 404, 'cafe.not-found');
    expect((await read(code, { token: stranger.token })).status).toBe(200);
  });
});

describe('creating a café', () => {
  it('makes a BUSINESS user its owner, answers all of it, and logs it', async () => {
    const fields = { businessNumber: '220-81-62517', ceoName: '김온기', phone: '02-123-4567', tagline: '한 잔' };
    const { etag, ...made } = await createCafe(app, owner.token, district.id, fields);
    expect(managedCafeSchema.parse(made)).toEqual(made);
    expect(made).toMatchObject({
      ...fields,
      businessNumber: '2208162517',
      directions: '',
      introduction: '',
      openingHours: null,
      isDisabled: false,
      owners: [{ id: owner.id, loginId: owner.loginId }],
      images: { THUMBNAIL: [], VIRTUAL: [], REAL: [] },
      virtualLinks: [],
      updatedAt: made.createdAt,
    });
    expect((await read(made.code)).headers.get('etag')).toBe(etag);
    const [entry] = await logOfCreation(made.id);
    expect(entry).toMatchObject({ actorId: owner.id, before: null, after: { code: made.code, owners: [owner.id] } });
  });

  it('by an administrator makes one without an owner', async () => {
    expect((await createCafe(app, admin.token, district.id)).owners).toEqual([]);
  });

  it('with a taken code is refused, also when both come at once', async () => {
    const body = cafeBody(district.id);
    const both = await Promise.all([1, 2, 3, 4].map(() => post(body)));
    expect(both.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([201, 409, 409, 409]);
    const loser = both.find(({ status }) => status === 409);
    if (loser !== undefined) expectProblem(loser, 409, 'cafe.code-taken', '/code');
    expect(await logOfCreation(both.find(({ status }) => status === 201)?.body.id ?? '')).toHaveLength(1);
  });

  it('in a region that does not exist or is hidden is refused', async () => {
    expectProblem(await post(cafeBody(unknownId)), 422, 'cafe.region-unusable', '/regionId');
    const closed = await createRegion(app, admin.token, '닫힌구', 'DISTRICT', city.id);
    const inside = await createRegion(app, admin.token, '속동', 'NEIGHBORHOOD', closed.id);
    await app.call('PATCH', `/api/v1/regions/${closed.id}`, { token: admin.token, body: { isDisabled: true } });
    for (const { id } of [closed, inside])
      expectProblem(await post(cafeBody(id)), 422, 'cafe.region-unusable', '/regionId');
  });

  it.each<[string, Record<string, unknown>, string]>([
    ['no name', { name: '' }, '/name'],
    ['a long name', { name: '가'.repeat(61) }, '/name'],
    ['a line break in the name', { name: '가\n나' }, '/name'],
    ['NUL in the introduction', { introduction: 'a\u0000' }, '/introduction'],
    ['half a surrogate pair', { directions: '\ud83d' }, '/directions'],
    ['a code with capitals', { code: 'Cafe-One' }, '/code'],
    ['a region that is no id', { regionId: 'seoul' }, '/regionId'],
    ['a latitude beyond the pole', { latitude: 91 }, '/latitude'],
    ['a longitude as text', { longitude: '127' }, '/longitude'],
    ['a wrong check digit', { businessNumber: '220-81-62518' }, '/businessNumber'],
    ['a phone of letters', { phone: 'call me' }, '/phone'],
    ['a phone too long to keep', { phone: `+${'1'.repeat(20)}` }, '/phone'],
    ['six opening days', { openingHours: { days: Array.from({ length: 6 }, () => null) } }, '/openingHours/days'],
    [
      'an hour that is none',
      { openingHours: { days: [{ open: '25:00', close: '26:00' }, null, null, null, null, null, null] } },
      '/openingHours/days/0/open',
    ],
  ])('refuses %s', async (_, fields, pointer) => {
    const response = await post(cafeBody(district.id, fields));
    expect(response.status).toBe(400);
    const body = response.body as unknown as { errors: { pointer: string }[] };
    expect(body.errors.map((error) => error.pointer)).toContain(pointer);
  });

  it('takes the longest of everything', async () => {
    const fields = {
      code: 'c'.repeat(40),
      name: '가'.repeat(60),
      tagline: '나'.repeat(100),
      address: '다'.repeat(200),
      directions: '라'.repeat(1000),
      introduction: '😀'.repeat(2500),
      ceoName: '마'.repeat(40),
      phone: `+${'1'.repeat(19)}`,
    };
    const made = await createCafe(app, owner.token, district.id, fields);
    expect(made).toMatchObject(fields);
  });

  it('refuses unknown fields, such as owners or a disabled state', async () => {
    for (const extra of [{ owners: [owner.id] }, { isDisabled: true }, { featuredPriority: 1 }])
      expect((await post(cafeBody(district.id, extra))).status).toBe(400);
  });
});

describe('the managed list', () => {
  it('has only what one keeps, hidden ones too, newest first, and searches it', async () => {
    const keeper = await app.signIn('BUSINESS');
    const asKeeper = { token: keeper.token };
    const first = await createCafe(app, keeper.token, district.id, { name: '달빛 다방' });
    const second = await createCafe(app, keeper.token, district.id, { name: '햇살 카페' });
    await edit(first.code, first.etag, { isDisabled: true }, keeper.token);
    const all = (await list('', asKeeper)).body;
    expect(managedCafePageSchema.parse(all)).toEqual(all);
    expect(all.items.map(({ code, isDisabled }) => [code, isDisabled])).toEqual([
      [second.code, false],
      [first.code, true],
    ]);
    const found = async (q: string, options = asKeeper) =>
      (await list(`?q=${encodeURIComponent(q)}&pageSize=100`, options)).body.items.map(({ code }) => code);
    expect(await found('달빛')).toEqual([first.code]);
    expect(await found('ㅎㅅ')).toEqual([second.code]);
    expect(await found('종로구')).toEqual([second.code, first.code]);
    expect(await found('달빛', { token: stranger.token })).toEqual([]);
    expect(await found('달빛', { token: admin.token })).toContain(first.code);
    const codesOf = async (query: string) => (await list(query, asKeeper)).body.items.map(({ code }) => code);
    expect(await codesOf('?isDisabled=true')).toEqual([first.code]);
    expect(await codesOf('?isDisabled=false')).toEqual([second.code]);
    expect(await codesOf(`?isDisabled=false&q=${encodeURIComponent('종로')}`)).toEqual([second.code]);
    expectProblem(await list('?isDisabled=maybe', asKeeper), 400, 'request.invalid', 'isDisabled');
    expect((await list('?pageSize=1&page=2', asKeeper)).body).toMatchObject({
      total: 2,
      items: [{ code: first.code }],
    });
  });
});

describe('an API key with the scope cafes:read', () => {
  const createKey = async (body: Record<string, unknown>): Promise<string> => {
    const response = await app.call<{ key: string }>('POST', '/api/v1/api-keys', {
      token: admin.token,
      body: { name: '파트너', ...body },
    });
    expect(response.status).toBe(201);
    return response.body.key;
  };

  it('reads its cafés, and edits none', async () => {
    const mine = await createCafe(app, owner.token, district.id);
    const other = await createCafe(app, owner.token, district.id);
    const apiKey = await createKey({ scopes: ['cafes:read'], cafeIds: [mine.id] });
    expect((await list('', { apiKey })).body.items.map(({ code }) => code)).toEqual([mine.code]);
    expect((await read(mine.code, { apiKey })).status).toBe(200);
    expectProblem(await read(other.code, { apiKey }), 404, 'cafe.not-found');
    const editing = await app.call('PATCH', `/api/v1/cafes/${mine.code}`, {
      apiKey,
      body: { name: '키' },
      headers: { 'if-match': mine.etag },
    });
    expectProblem(editing, 403, 'access.denied');
    const unlimited = await createKey({ scopes: ['cafes:read'] });
    expect((await read(other.code, { apiKey: unlimited })).status).toBe(200);
    const otherScope = await createKey({ scopes: ['viewers:read'] });
    expectProblem(await list('', { apiKey: otherScope }), 403, 'access.denied');
  });
});
