import { createHash } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { type ManagedViewer, managedViewer, type Viewer } from '@virtualcafe/contracts';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type SignedInUser, startTestApp, type TestApp } from '../../../../test/app.js';
import { createCafe, createRegion, expectProblem, type MadeCafe, unknownId } from '../../../../test/cafe-scene.js';
import { eventually } from '../../../../test/eventually.js';
import { triangleGlb } from '../../../../test/glb-factory.js';
import { addPair as addPairTo, emptyReport } from '../../../../test/map-scene.js';
import { createViewer, insertMap, type MadeViewer } from '../../../../test/viewer-scene.js';
import { MESSAGE_BUS, type MessageBus } from '../../../platform/messages/message-bus.js';

let app: TestApp;
let admin: SignedInUser;
let owner: SignedInUser;
let stranger: SignedInUser;
let cafe: MadeCafe;
let viewer: MadeViewer;

beforeAll(async () => {
  app = await startTestApp();
  [admin, owner, stranger] = [await app.signIn('ADMIN'), await app.signIn('BUSINESS'), await app.signIn('BUSINESS')];
  const region = await createRegion(app, admin.token, '서울특별시', 'SPECIAL_CITY');
  cafe = await createCafe(app, owner.token, region.id);
});
afterAll(() => app?.stop());

beforeEach(async () => {
  viewer = await createViewer(app, owner.token, cafe.id);
});

const addPair = (name: string, { viewerId = viewer.id, activate = false } = {}) =>
  addPairTo(app, viewerId, name, { activate });

const activate = (pair: unknown, { token = owner.token, code = viewer.code } = {}) =>
  app.call<ManagedViewer>('POST', `/api/v1/viewers/${code}/maps/activate`, { token, body: pair });
const read = async () =>
  (await app.call<ManagedViewer>('GET', `/api/v1/me/viewers/${viewer.code}`, { token: owner.token })).body;
const activeIds = async () => (await read()).maps.filter(({ isActive }) => isActive).map(({ id }) => id);
const logged = async (action: string) =>
  app.database.query<{ before: unknown; after: unknown }>(
    'SELECT before, after FROM "TransactionLog" WHERE action = $1 AND "resourceId" = $2 ORDER BY "createdAt"',
    [action, viewer.id],
  );

describe('addPair', () => {
  it('adds the next versions of both, whose files lie in the private folder alone', async () => {
    const first = await addPair('a');
    const second = await addPair('b');
    const { maps } = await read();
    expect(managedViewer.parse(await read())).toEqual(await read());
    expect(maps.map(({ id, type, version }) => [id, type, version])).toEqual([
      [second.renderMapId, 'RENDER', 2],
      [first.renderMapId, 'RENDER', 1],
      [second.colliderMapId, 'COLLIDER', 2],
      [first.colliderMapId, 'COLLIDER', 1],
    ]);
    expect(maps[0]).toMatchObject({
      status: 'READY',
      isActive: false,
      source: 'STARTER_ROOM',
      report: emptyReport,
      progress: null,
    });
    expect(await readdir(app.mediaFolder)).toEqual(['.incoming']);
    const hash = createHash('sha256').update(triangleGlb('a render')).digest('hex');
    expect(await readdir(join(`${app.mediaFolder}-maps`, hash.slice(0, 2)))).toContain(`${hash}.glb`);
    expect((await app.call('GET', `/media/${hash.slice(0, 2)}/${hash}.glb`)).status).toBe(404);
  });

  it('may open the room at once', async () => {
    const pair = await addPair('c', { activate: true });
    const { body } = await app.call<Viewer>('GET', `/api/v1/viewers/${viewer.code}`);
    expect(body.maps.map(({ id }) => id)).toEqual([pair.renderMapId, pair.colliderMapId]);
  });

  it('keeps the numbers apart when several add at once', async () => {
    await Promise.all(Array.from({ length: 6 }, (_, place) => addPair(`at once ${place}`)));
    const versions = (await read()).maps.filter(({ type }) => type === 'RENDER').map(({ version }) => version);
    expect(versions).toEqual([6, 5, 4, 3, 2, 1]);
  });

  it('knows no room that is not there', async () => {
    await expect(addPair('d', { viewerId: unknownId })).rejects.toMatchObject({ code: 'viewer.not-found' });
  });
});

describe('POST viewers/:code/maps/activate', () => {
  it('gives visitors the pair, and an older one again, and tells whoever keeps something of the room', async () => {
    const heard: string[] = [];
    const bus = app.app.get<MessageBus>(MESSAGE_BUS, { strict: false });
    void bus.subscribe('viewer-changed', (message) => heard.push(message.toString()));
    const [first, second] = [await addPair('a'), await addPair('b')];
    const opened = await activate(first);
    expect([opened.status, opened.body.isOpen]).toEqual([200, true]);
    expect(opened.headers.get('etag')).not.toBe(viewer.etag);
    expect(new Date(opened.body.updatedAt).getTime()).toBeGreaterThan(new Date(viewer.updatedAt).getTime());
    const page = () => app.call<Viewer>('GET', `/api/v1/viewers/${viewer.code}`);
    expect((await page()).body.maps[0]?.id).toBe(first.renderMapId);
    await activate(second);
    expect((await page()).body.maps[0]?.id).toBe(second.renderMapId);
    await activate(first);
    expect((await page()).body.maps[0]?.id).toBe(first.renderMapId);
    await eventually(() => expect(heard).toEqual(Array(3).fill(JSON.stringify({ code: viewer.code }))));
    expect((await logged('viewer.activate-maps')).map(({ after }) => after)).toEqual([first, second, first]);
  });

  it('does nothing when visitors have that pair already', async () => {
    const pair = await addPair('a', { activate: true });
    const before = (await read()).updatedAt;
    expect((await activate(pair)).body.updatedAt).toBe(before);
    expect(await logged('viewer.activate-maps')).toHaveLength(1);
  });

  it('takes only ready maps of this room, each in its place', async () => {
    const pair = await addPair('a', { activate: true });
    const other = await addPair('b', { viewerId: (await createViewer(app, owner.token, cafe.id)).id });
    const processing = await insertMap(app, viewer.id, 'RENDER', { version: 7, status: 'PROCESSING' });
    const { renderMapId, colliderMapId } = pair;
    const bad = [
      [{ renderMapId: other.renderMapId, colliderMapId }, '/renderMapId'],
      [{ renderMapId, colliderMapId: other.colliderMapId }, '/colliderMapId'],
      [{ renderMapId: processing, colliderMapId }, '/renderMapId'],
      [{ renderMapId: colliderMapId, colliderMapId: renderMapId }, '/renderMapId'],
      [{ renderMapId: unknownId, colliderMapId }, '/renderMapId'],
    ] as const;
    for (const [body, pointer] of bad) expectProblem(await activate(body), 422, 'map.unusable', pointer);
    expectProblem(await activate({ renderMapId }), 400, 'request.invalid', '/colliderMapId');
    expect(await activeIds()).toEqual([renderMapId, colliderMapId]);
  });

  it('is for the café’s keepers', async () => {
    const pair = await addPair('a');
    expectProblem(await activate(pair, { token: stranger.token }), 404, 'viewer.not-found');
    expectProblem(await activate(pair, { code: 'no-such-room' }), 404, 'viewer.not-found');
    expect((await activate(pair, { token: admin.token })).status).toBe(200);
  });

  it('leaves one of the pairs when two are activated at once', async () => {
    const [first, second] = [await addPair('a'), await addPair('b')];
    const answers = await Promise.all([first, second, first, second].map((pair) => activate(pair)));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    expect([first, second].map(({ renderMapId, colliderMapId }) => [renderMapId, colliderMapId])).toContainEqual(
      await activeIds(),
    );
  });
});

describe('DELETE viewers/:code/maps/:mapId', () => {
  const remove = (mapId: string, token = owner.token) =>
    app.call('DELETE', `/api/v1/viewers/${viewer.code}/maps/${mapId}`, { token });

  it('deletes a map that nobody sees', async () => {
    const [first] = [await addPair('a'), await addPair('b', { activate: true })];
    expect((await remove(first.renderMapId)).status).toBe(204);
    expect((await read()).maps.map(({ id }) => id)).not.toContain(first.renderMapId);
    expectProblem(await remove(first.renderMapId), 404, 'map.not-found');
    expect(await logged('viewer.delete-map')).toHaveLength(1);
  });

  it('keeps what visitors see and what is worked on', async () => {
    const pair = await addPair('a', { activate: true });
    const processing = await insertMap(app, viewer.id, 'RENDER', { version: 7, status: 'PROCESSING' });
    expectProblem(await remove(pair.renderMapId), 409, 'map.active');
    expectProblem(await remove(processing), 409, 'map.processing');
    expect((await read()).maps).toHaveLength(3);
    expect((await read()).maps[0]?.progress).toEqual({ stage: 'waiting', done: 0 });
  });

  it('is for the café’s keepers', async () => {
    const { renderMapId } = await addPair('a');
    expectProblem(await remove(renderMapId, stranger.token), 404, 'viewer.not-found');
  });
});
