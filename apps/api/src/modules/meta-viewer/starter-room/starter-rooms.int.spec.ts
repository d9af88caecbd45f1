import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Cafe, Image, ManagedRegion, ManagedViewer, StarterRoomRequest, Viewer } from '@virtualcafe/contracts';
import { managedViewer as managedViewerSchema } from '@virtualcafe/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type SignedInUser, startTestApp, type TestApp } from '../../../../test/app.js';
import { createCafe, createRegion, expectProblem, type MadeCafe, unknownId } from '../../../../test/cafe-scene.js';
import { eventually } from '../../../../test/eventually.js';
import { sample } from '../../../../test/image-factory.js';
import { createViewer } from '../../../../test/viewer-scene.js';
import type { JobPayload } from '../../../platform/jobs/job-handler.js';
import { ImageUploadService } from '../../image-upload/image-upload.service.js';
import { StarterRoomJob } from './starter-room.job.js';

let app: TestApp;
let owner: SignedInUser;
let stranger: SignedInUser;
let region: ManagedRegion;
let cafe: MadeCafe;
let pictures = 0;

beforeAll(async () => {
  app = await startTestApp();
  const admin = await app.signIn('ADMIN');
  [owner, stranger] = await Promise.all([app.signIn('BUSINESS'), app.signIn('BUSINESS')]);
  region = await createRegion(app, admin.token, '서울특별시', 'SPECIAL_CITY');
  cafe = await createCafe(app, owner.token, region.id);
});
afterAll(() => app?.stop());

/** A small room: what is tested here is not its looks. */
const form = (changes: Partial<StarterRoomRequest> = {}): StarterRoomRequest => ({
  style: 'wood',
  width: 7,
  depth: 6,
  height: 3,
  tables: 1,
  counter: 'none',
  plants: 0,
  lights: 1,
  imageIds: [],
  seed: 1,
  ...changes,
});

const order = (code: string, body: unknown = form(), token: string | undefined = owner.token) =>
  app.call<ManagedViewer>('POST', `/api/v1/viewers/${code}/starter-room`, { token, body });
const read = async (code: string) =>
  (await app.call<ManagedViewer>('GET', `/api/v1/me/viewers/${code}`, { token: owner.token })).body;
/** A child that makes way for everything else starts late on a busy machine. */
const untilWorked = (check: () => Promise<void>): Promise<void> => eventually(check, 280_000);
const untilMade = async (code: string): Promise<ManagedViewer> => {
  const isWaiting = async () => (await read(code)).maps.some(({ status }) => status === 'PROCESSING');
  await untilWorked(async () => expect(await isWaiting()).toBe(false));
  return read(code);
};
const keepPhoto = async (uploader: SignedInUser = owner): Promise<Image> => {
  pictures += 1;
  const bytes = await sample('png', 90, 60, 4000 + pictures);
  return app.app.get(ImageUploadService).importImage({ kind: 'system', name: 'test' }, bytes, uploader.id);
};
const imagesInUse = async (viewerId: string) =>
  (
    await app.database.query<{ id: string }>('SELECT "imageId" AS id FROM "MetaViewerImage" WHERE "viewerId" = $1', [
      viewerId,
    ])
  )
    .map(({ id }) => id)
    .toSorted();
const actionsOn = async (viewerId: string) =>
  (
    await app.database.query<{ action: string }>(
      'SELECT action FROM "TransactionLog" WHERE "resourceId" = $1 ORDER BY "createdAt", id',
      [viewerId],
    )
  ).map(({ action }) => action);
const jobOf = async (viewerId: string): Promise<{ status: string; attempts: number; payload: JobPayload }> => {
  const [job] = await app.database.query<{ status: string; attempts: number; payload: JobPayload }>(
    `SELECT status, attempts, payload FROM "BackgroundJob" WHERE payload->>'viewerId' = $1 ORDER BY "createdAt" DESC`,
    [viewerId],
  );
  if (job === undefined) throw new Error(`No job for room ${viewerId}`);
  return job;
};
const doorway = {
  id: 'mine',
  kind: 'portal',
  target: 'next-door',
  label: { ko: '옆집', en: 'Next door' },
  position: { x: 1, y: 1, z: 1 },
};

describe('ordering a starter room', () => {
  it('is for those who keep the café', async () => {
    const { code } = await createViewer(app, owner.token, cafe.id);
    expectProblem(
      await app.call('POST', `/api/v1/viewers/${code}/starter-room`, { body: form() }),
      401,
      'auth.required',
    );
    for (const userType of ['GENERAL', 'MANAGER'] as const)
      expectProblem(await order(code, form(), (await app.signIn(userType)).token), 403, 'access.denied');
    expectProblem(await order(code, form(), stranger.token), 404, 'viewer.not-found');
    expectProblem(await order('no-such-room'), 404, 'viewer.not-found');
    expect((await read(code)).maps).toEqual([]);
  });

  it.each<[string, Record<string, unknown>, string]>([
    ['too small', { width: 5.9 }, '/width'],
    ['too large', { depth: 31 }, '/depth'],
    ['in no style', { style: 'baroque' }, '/style'],
    ['with half a table', { tables: 1.5 }, '/tables'],
    ['with too many photos', { imageIds: Array.from({ length: 13 }, () => unknownId) }, '/imageIds'],
    ['with something else', { music: true }, ''],
  ])('is refused for a room %s', async (_, changes, pointer) => {
    const { code } = await createViewer(app, owner.token, cafe.id);
    expectProblem(await order(code, { ...form(), ...changes }), 400, 'request.invalid', pointer);
  });

  it("names each photo that is unknown or somebody else's, and begins nothing", async () => {
    const { code, id } = await createViewer(app, owner.token, cafe.id);
    const [mine, theirs] = [await keepPhoto(), await keepPhoto(stranger)];
    const imageIds = [mine.id, theirs.id, unknownId];
    const pointers = ['/imageIds/1', '/imageIds/2'];
    expectProblem(await order(code, form({ imageIds })), 422, 'viewer.image-unusable', ...pointers);
    expect([(await read(code)).maps, await imagesInUse(id)]).toEqual([[], []]);
  });

  it('answers at once, makes the room, hangs the photos, keeps what the owner placed, and opens it', async () => {
    const { code, id, updatedAt } = await createViewer(app, owner.token, cafe.id, {
      worldData: { hotspots: [doorway], playerSpeed: 4 },
    });
    const [first, second] = [await keepPhoto(), await keepPhoto()];
    const response = await order(code, form({ imageIds: [first.id, second.id] }));
    expect([response.status, response.body.updatedAt]).toEqual([202, updatedAt]);
    expect(managedViewerSchema.parse(response.body)).toEqual(response.body);
    expect(response.body.maps.map(({ type }) => type)).toEqual(['RENDER', 'COLLIDER']);
    for (const map of response.body.maps)
      expect(map).toMatchObject({
        status: 'PROCESSING',
        source: 'STARTER_ROOM',
        isActive: false,
        variants: [],
        progress: { stage: 'waiting', done: 0 },
      });
    expect(await imagesInUse(id)).toEqual([first.id, second.id].toSorted());

    const made = await untilMade(code);
    expect(managedViewerSchema.parse(made)).toEqual(made);
    expect(made.isOpen).toBe(true);
    expect(made.updatedAt > response.body.updatedAt).toBe(true);
    for (const map of made.maps)
      expect(map).toMatchObject({ version: 1, status: 'READY', isActive: true, progress: null });
    expect(made.maps.find(({ type }) => type === 'RENDER')?.report?.budget.desktop?.triangles).toBeGreaterThan(1000);
    expect(made.worldData).toMatchObject({
      playerSpeed: 4,
      spawnPoint: { x: 0, y: 0, z: 1.08 },
      bounds: { min: { x: -3.5, y: -0.5, z: -3 }, max: { x: 3.5, y: 3, z: 3 } },
    });
    const shown = made.worldData.hotspots.map(({ kind, target, label }) => [kind, target, label.ko]);
    expect(shown).toEqual([
      ['portal', 'next-door', '옆집'],
      ['photo', first.id, '사진 1'],
      ['photo', second.id, '사진 2'],
    ]);
    const visited = await app.call<Viewer>('GET', `/api/v1/viewers/${code}`);
    expect([visited.status, visited.body.maps.length, visited.body.photos.length]).toEqual([200, 2, 2]);
    const { rooms } = (await app.call<Cafe>('GET', `/api/v1/cafes/${cafe.code}`)).body;
    expect(rooms).toContainEqual({ code, name: made.name });
    expect(await actionsOn(id)).toEqual([
      'viewer.create',
      'viewer.order-starter-room',
      'viewer.update',
      'viewer.activate-maps',
    ]);
  });

  it('again makes another version, takes the last photos down, and lets go of those that hang nowhere', async () => {
    const { code, id } = await createViewer(app, owner.token, cafe.id, { worldData: { hotspots: [doorway] } });
    const [old, next] = [await keepPhoto(), await keepPhoto()];
    expect((await order(code, form({ imageIds: [old.id] }))).status).toBe(202);
    expectProblem(await order(code), 409, 'starter-room.in-progress');
    await untilMade(code);
    expect((await order(code, form({ seed: 2, imageIds: [next.id] }))).status).toBe(202);
    const made = await untilMade(code);
    expect(made.maps.map(({ type, version, isActive }) => `${type} ${version} ${isActive}`).toSorted()).toEqual([
      'COLLIDER 1 false',
      'COLLIDER 2 true',
      'RENDER 1 false',
      'RENDER 2 true',
    ]);
    expect(made.worldData.hotspots.map(({ target }) => target)).toEqual(['next-door', next.id]);
    expect(await imagesInUse(id)).toEqual([next.id]);
  });

  it('whose job is done twice, as after a kill before its end was written down, comes to the same', async () => {
    const { code, id } = await createViewer(app, owner.token, cafe.id);
    await order(code);
    const made = await untilMade(code);
    const { payload } = await jobOf(id);
    const signal = new AbortController().signal;
    await app.app
      .get(StarterRoomJob, { strict: false })
      .run(payload, { jobId: unknownId, attempt: 2, signal, report: () => Promise.resolve() });
    expect(await read(code)).toEqual(made);
  });

  it('that cannot be made says so, and leaves the room as it was', async () => {
    const { code, id } = await createViewer(app, owner.token, cafe.id);
    const photo = await keepPhoto();
    await rm(join(app.mediaFolder, photo.url.replace('/media/', '')));
    await order(code, form({ imageIds: [photo.id] }));
    await untilWorked(async () => expect(await jobOf(id)).toMatchObject({ status: 'PENDING', attempts: 1 }));
    await app.database.query(
      `UPDATE "BackgroundJob" SET attempts = "maxAttempts" - 1, "runAt" = now() WHERE payload->>'viewerId' = $1`,
      [id],
    );
    const refused = await untilMade(code);
    expect(refused).toMatchObject({ isOpen: false, photos: [], worldData: { hotspots: [] } });
    for (const map of refused.maps)
      expect(map).toMatchObject({ status: 'REFUSED', report: { findings: [{ code: 'starter-room.failed' }] } });
    expect(await imagesInUse(id)).toEqual([]);
  });
});
