import type { ManagedCafe, ManagedRegion } from '@virtualcafe/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type SignedInUser, startTestApp, type TestApp } from '../../../test/app.js';
import { createCafe, createRegion, expectProblem, insertImage, unknownId } from '../../../test/cafe-scene.js';

let app: TestApp;
let admin: SignedInUser;
let owner: SignedInUser;
let stranger: SignedInUser;
let general: SignedInUser;
let region: ManagedRegion;

beforeAll(async () => {
  app = await startTestApp();
  [admin, owner, stranger, general] = await Promise.all([
    app.signIn('ADMIN'),
    app.signIn('BUSINESS'),
    app.signIn('BUSINESS'),
    app.signIn('GENERAL'),
  ]);
  region = await createRegion(app, admin.token, '제주특별자치도', 'SPECIAL_SELF_GOVERNING_PROVINCE');
});
afterAll(() => app?.stop());

const put = (path: string, body: unknown, token: string | undefined = owner.token) =>
  app.call<ManagedCafe>('PUT', `/api/v1/cafes/${path}`, { token, body });
const putImages = (code: string, imageIds: unknown, { set = 'REAL', token = owner.token } = {}) =>
  put(`${code}/images/${set}`, { imageIds }, token);
const putLinks = (code: string, links: unknown, token = owner.token) => put(`${code}/virtual-links`, { links }, token);
const putOwners = (code: string, userIds: unknown, token = admin.token) => put(`${code}/owners`, { userIds }, token);

const insertImages = (count: number, uploaderId: string | null = owner.id) =>
  Promise.all(Array.from({ length: count }, () => insertImage(app, uploaderId)));
const link = (type: string, fields: Record<string, unknown> = {}) => ({
  type,
  name: '둘러보기',
  url: 'https://example.com/room',
  isAvailable: true,
  ...fields,
});
const logOf = (cafeId: string, action: string) =>
  app.database.query<{ before: unknown; after: unknown }>(
    `SELECT before, after FROM "TransactionLog" WHERE "resourceId" = $1 AND action = $2 ORDER BY "createdAt", id`,
    [cafeId, action],
  );

describe('who may replace what hangs on a café', () => {
  it('is its owner or an administrator; the owners, only an administrator', async () => {
    const { code } = await createCafe(app, owner.token, region.id);
    const attempts = (token: string | undefined) => {
      const call = (path: string, body: unknown) => app.call('PUT', `/api/v1/cafes/${code}/${path}`, { token, body });
      return Promise.all([
        call('images/REAL', { imageIds: [] }),
        call('virtual-links', { links: [] }),
        call('owners', { userIds: [] }),
      ]);
    };
    for (const response of await attempts(undefined)) expectProblem(response, 401, 'auth.required');
    for (const response of await attempts(general.token)) expectProblem(response, 403, 'access.denied');
    const [images, links, owners] = await attempts(stranger.token);
    expectProblem(images, 404, 'cafe.not-found');
    expectProblem(links, 404, 'cafe.not-found');
    expectProblem(owners, 403, 'access.denied');
    expectProblem(await putOwners(code, [], owner.token), 403, 'access.denied');
    for (const path of ['images/REAL', 'virtual-links', 'owners'])
      expectProblem(
        await put(`no-such-cafe/${path}`, { imageIds: [], links: [], userIds: [] }, admin.token),
        400,
        'request.invalid',
      );
    expectProblem(await putImages('no-such-cafe', [], { token: admin.token }), 404, 'cafe.not-found');
    expectProblem(await putLinks('no-such-cafe', [], admin.token), 404, 'cafe.not-found');
    expectProblem(await putOwners('no-such-cafe', []), 404, 'cafe.not-found');
  });
});

describe('a set of images', () => {
  it('is replaced whole and in order, apart from the other sets, as a later version, and logged', async () => {
    const made = await createCafe(app, owner.token, region.id);
    const [a, b, c] = (await insertImages(3)) as [string, string, string];
    const idsOf = (cafe: ManagedCafe, set: keyof ManagedCafe['images'] = 'REAL') =>
      cafe.images[set].map(({ id }) => id);
    expect(idsOf((await putImages(made.code, [a, b, c])).body)).toEqual([a, b, c]);
    await putImages(made.code, [b], { set: 'THUMBNAIL' });
    const reordered = await putImages(made.code, [c, a]);
    expect(idsOf(reordered.body)).toEqual([c, a]);
    expect(idsOf(reordered.body, 'THUMBNAIL')).toEqual([b]);
    expect(reordered.body.thumbnail?.id).toBe(b);
    expect(new Date(reordered.body.updatedAt).getTime()).toBeGreaterThan(new Date(made.updatedAt).getTime());
    expect(reordered.headers.get('etag')).not.toBe(made.etag);
    expect(idsOf((await putImages(made.code, [])).body)).toEqual([]);
    expect(await logOf(made.id, 'cafe.update-images')).toEqual([
      { before: { REAL: [] }, after: { REAL: [a, b, c] } },
      { before: { THUMBNAIL: [] }, after: { THUMBNAIL: [b] } },
      { before: { REAL: [a, b, c] }, after: { REAL: [c, a] } },
      { before: { REAL: [c, a] }, after: { REAL: [] } },
    ]);
  });

  it('that stays as it is makes no new version', async () => {
    const { code, id } = await createCafe(app, owner.token, region.id);
    const imageIds = await insertImages(2);
    const first = await putImages(code, imageIds);
    expect((await putImages(code, imageIds)).headers.get('etag')).toBe(first.headers.get('etag'));
    expect(await logOf(id, 'cafe.update-images')).toHaveLength(1);
  });

  it('takes no image that is unknown, disabled, or uploaded by somebody else, and names each', async () => {
    const { code } = await createCafe(app, owner.token, region.id);
    const [mine = ''] = await insertImages(1);
    const [foreign = ''] = await insertImages(1, stranger.id);
    const [nobodys = ''] = await insertImages(1, null);
    const disabled = await insertImage(app, owner.id, { isDisabled: true });
    const refused = await putImages(code, [mine, foreign, unknownId, nobodys, disabled]);
    expectProblem(refused, 422, 'cafe.image-unusable', '/imageIds/1', '/imageIds/2', '/imageIds/3', '/imageIds/4');
    expect((await putImages(code, [mine])).status).toBe(200);
  });

  it("takes everybody's enabled images from an administrator, and an owner may keep those", async () => {
    const { code } = await createCafe(app, owner.token, region.id);
    const other = await createCafe(app, owner.token, region.id);
    const [foreign = ''] = await insertImages(1, stranger.id);
    const disabled = await insertImage(app, owner.id, { isDisabled: true });
    expectProblem(await putImages(code, [disabled], { token: admin.token }), 422, 'cafe.image-unusable', '/imageIds/0');
    expect((await putImages(code, [foreign], { token: admin.token })).status).toBe(200);
    const [mine = ''] = await insertImages(1);
    expect((await putImages(code, [mine, foreign])).status).toBe(200);
    expect((await putImages(code, [foreign], { set: 'VIRTUAL' })).status).toBe(200);
    expectProblem(await putImages(other.code, [foreign]), 422, 'cafe.image-unusable', '/imageIds/0');
  });

  it('refuses a repeated image (in whatever letters), too many, and a set that is none', async () => {
    const { code } = await createCafe(app, owner.token, region.id);
    const [image = ''] = await insertImages(1);
    expectProblem(await putImages(code, [image, image]), 400, 'request.invalid', '/imageIds');
    expectProblem(await putImages(code, [image, image.toUpperCase()]), 400, 'request.invalid', '/imageIds');
    expect((await putImages(code, [image.toUpperCase()])).status).toBe(200);
    expectProblem(await putImages(code, await insertImages(31)), 400, 'request.invalid', '/imageIds');
    expectProblem(await putImages(code, ['x']), 400, 'request.invalid', '/imageIds/0');
    expectProblem(await putImages(code, 'x'), 400, 'request.invalid', '/imageIds');
    expectProblem(await putImages(code, [], { set: 'COVER' }), 400, 'request.invalid', 'set');
  });

  it('replaced by many at once is what one of them sent, and the log tells of all in turn', async () => {
    const { code, id } = await createCafe(app, owner.token, region.id);
    const images = await insertImages(6);
    const orders = images.map((_, turn) => [...images.slice(turn), ...images.slice(0, turn)]);
    const responses = await Promise.all(orders.map((order) => putImages(code, order)));
    expect(responses.map(({ status }) => status)).toEqual(orders.map(() => 200));
    const log = await logOf(id, 'cafe.update-images');
    expect(log).toHaveLength(orders.length);
    for (const [place, { before }] of log.entries())
      expect(before).toEqual(place === 0 ? { REAL: [] } : log[place - 1]?.after);
    const now = await app.call<ManagedCafe>('GET', `/api/v1/me/cafes/${code}`, { token: owner.token });
    expect({ REAL: now.body.images.REAL.map((image) => image.id) }).toEqual(log.at(-1)?.after);
  });
});

describe('virtual links', () => {
  it('are replaced whole and in order; a link keeps its id while its type stays', async () => {
    const { code, id } = await createCafe(app, owner.token, region.id);
    const [thumbnailId = ''] = await insertImages(1);
    const first = await putLinks(code, [link('ZEPETO', { thumbnailId }), link('WEB_VIEWER')]);
    expect(first.body.virtualLinks).toMatchObject([
      {
        type: 'ZEPETO',
        name: '둘러보기',
        url: 'https://example.com/room',
        isAvailable: true,
        thumbnail: { id: thumbnailId },
      },
      { type: 'WEB_VIEWER', thumbnail: null },
    ]);
    const second = await putLinks(code, [link('OTHER'), link('ZEPETO', { isAvailable: false, name: '제페토' })]);
    expect(second.body.virtualLinks).toMatchObject([
      { type: 'OTHER' },
      { type: 'ZEPETO', name: '제페토', isAvailable: false, thumbnail: null },
    ]);
    expect(second.body.virtualLinks[1]?.id).toBe(first.body.virtualLinks[0]?.id);
    expect(await logOf(id, 'cafe.update-links')).toMatchObject([
      { before: { links: [] }, after: { links: [{ type: 'ZEPETO', thumbnailId }, { type: 'WEB_VIEWER' }] } },
      { after: { links: [{ type: 'OTHER' }, { type: 'ZEPETO', thumbnailId: null }] } },
    ]);
    const again = await putLinks(code, [link('OTHER'), link('ZEPETO', { isAvailable: false, name: '제페토' })]);
    expect(again.headers.get('etag')).toBe(second.headers.get('etag'));
    expect((await putLinks(code, [])).body.virtualLinks).toEqual([]);
  });

  it('have each type once and only images that may be attached', async () => {
    const { code } = await createCafe(app, owner.token, region.id);
    const [foreign = ''] = await insertImages(1, stranger.id);
    const [mine = ''] = await insertImages(1);
    expectProblem(
      await putLinks(code, [link('ZEPETO'), link('OTHER'), link('ZEPETO')]),
      422,
      'cafe.link-type-repeated',
      '/links/2/type',
    );
    expectProblem(
      await putLinks(code, [link('ZEPETO', { thumbnailId: mine }), link('OTHER', { thumbnailId: foreign })]),
      422,
      'cafe.image-unusable',
      '/links/1/thumbnailId',
    );
    // An image of one set may be a link's thumbnail as well, whoever uploaded it.
    await putImages(code, [foreign], { token: admin.token });
    expect((await putLinks(code, [link('OTHER', { thumbnailId: foreign })])).status).toBe(200);
  });

  it.each<[string, Record<string, unknown>, string]>([
    ['a script', { url: 'javascript:alert(1)' }, '/links/0/url'],
    ['an address with a password', { url: 'https://me:secret@example.com' }, '/links/0/url'],
    ['no name', { name: ' ' }, '/links/0/name'],
    ['an unknown type', { type: 'METAVERSE' }, '/links/0/type'],
    ['text for a truth', { isAvailable: 'yes' }, '/links/0/isAvailable'],
  ])('refuse %s', async (_, fields, pointer) => {
    const { code } = await createCafe(app, owner.token, region.id);
    expectProblem(await putLinks(code, [link('OTHER', fields)]), 400, 'request.invalid', pointer);
  });

  it('replaced by many at once never break', async () => {
    const { code } = await createCafe(app, owner.token, region.id);
    const types = ['ZEPETO', 'WEB_VIEWER', 'OTHER'];
    const responses = await Promise.all(
      types.map((_, turn) =>
        putLinks(
          code,
          [...types.slice(turn), ...types.slice(0, turn)].map((type) => link(type)),
        ),
      ),
    );
    expect(responses.map(({ status }) => status)).toEqual([200, 200, 200]);
  });
});

describe('owners', () => {
  it('are enabled BUSINESS users, each once', async () => {
    const { code, id } = await createCafe(app, owner.token, region.id);
    const disabled = await app.signIn('BUSINESS');
    await app.database.query('UPDATE "User" SET "isDisabled" = true WHERE id = $1', [disabled.id]);
    const refused = await putOwners(code, [owner.id, general.id, disabled.id, unknownId, admin.id]);
    expectProblem(refused, 422, 'cafe.owner-unusable', '/userIds/1', '/userIds/2', '/userIds/3', '/userIds/4');
    const both = await putOwners(code, [stranger.id, owner.id, stranger.id.toUpperCase()]);
    expect(both.body.owners.map((each) => each.id).toSorted()).toEqual([owner.id, stranger.id].toSorted());
    expect((await putImages(code, [], { token: stranger.token })).status).toBe(200);
    expect((await putOwners(code, [])).body.owners).toEqual([]);
    expectProblem(await putImages(code, []), 404, 'cafe.not-found');
    const sorted = [owner.id, stranger.id].toSorted();
    expect(await logOf(id, 'cafe.update-owners')).toEqual([
      { before: { owners: [owner.id] }, after: { owners: sorted } },
      { before: { owners: sorted }, after: { owners: [] } },
    ]);
  });
});
