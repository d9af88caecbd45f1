import type { Cafe, ManagedCafe, ManagedRegion } from '@virtualcafe/contracts';
import { cafe as cafeSchema } from '@virtualcafe/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type SignedInUser, startTestApp, type TestApp } from '../../../test/app.js';
import { createCafe, createRegion, type MadeCafe } from '../../../test/cafe-scene.js';
import { createOpenViewer, createViewer, insertMap } from '../../../test/viewer-scene.js';

let app: TestApp;
let owner: SignedInUser;
let region: ManagedRegion;

beforeAll(async () => {
  app = await startTestApp();
  const admin = await app.signIn('ADMIN');
  owner = await app.signIn('BUSINESS');
  region = await createRegion(app, admin.token, '서울특별시', 'SPECIAL_CITY');
});
afterAll(() => app?.stop());

const newCafe = (): Promise<MadeCafe> => createCafe(app, owner.token, region.id);
const roomsOf = async ({ code }: { code: string }) => (await app.call<Cafe>('GET', `/api/v1/cafes/${code}`)).body.rooms;
const editRoom = async (code: string, body: unknown) => {
  const path = `/api/v1/me/viewers/${code}`;
  const etag = (await app.call('GET', path, { token: owner.token })).headers.get('etag') ?? '';
  const headers = { 'if-match': etag };
  expect((await app.call('PATCH', `/api/v1/viewers/${code}`, { token: owner.token, body, headers })).status).toBe(200);
};

describe("a café's page", () => {
  it('names the rooms that visitors may enter, the oldest first, and no other', async () => {
    const cafe = await newCafe();
    const first = await createOpenViewer(app, owner.token, cafe.id, { name: '첫째 방' });
    const second = await createOpenViewer(app, owner.token, cafe.id, { name: '둘째 방' });
    const half = await createViewer(app, owner.token, cafe.id);
    await insertMap(app, half.id, 'RENDER', { isActive: true });
    await createOpenViewer(app, owner.token, (await newCafe()).id);
    const response = await app.call<Cafe>('GET', `/api/v1/cafes/${cafe.code}`);
    expect(cafeSchema.parse(response.body)).toEqual(response.body);
    const expected = [
      { code: first.code, name: '첫째 방' },
      { code: second.code, name: '둘째 방' },
    ];
    expect(response.body.rooms).toEqual(expected);
    const managed = await app.call<ManagedCafe>('GET', `/api/v1/me/cafes/${cafe.code}`, { token: owner.token });
    expect(managed.body.rooms).toEqual(expected);
  });

  it('follows a room that is hidden, shown and renamed, although it is kept', async () => {
    const cafe = await newCafe();
    const { code } = await createOpenViewer(app, owner.token, cafe.id, { name: '앞마당' });
    expect(await roomsOf(cafe)).toEqual([{ code, name: '앞마당' }]);
    await editRoom(code, { isDisabled: true });
    expect(await roomsOf(cafe)).toEqual([]);
    await editRoom(code, { isDisabled: false, name: '뒷마당' });
    expect(await roomsOf(cafe)).toEqual([{ code, name: '뒷마당' }]);
  });
});
