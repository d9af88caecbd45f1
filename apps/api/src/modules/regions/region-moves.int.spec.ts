import { mayStandUnder, type RegionType } from '@virtualcafe/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type SignedInUser, startTestApp, type TestApp } from '../../../test/app.js';
import { countFromRoots, findClosureFaults } from '../../../test/closure-faults.js';
import { insertRegionRows, type MadeRegion, seededRandom, pickOne } from '../../../test/cafe-factory.js';

let app: TestApp;
let admin: SignedInUser;
let regions: MadeRegion[];

beforeAll(async () => {
  app = await startTestApp();
  admin = await app.signIn('ADMIN');
  regions = makeTree(300);
  await insertRegionRows(app.database, regions);
});
afterAll(() => app?.stop());

const random = seededRandom(20260302);
const pick = <T>(from: readonly T[]): T => pickOne(from, random);

/** A tree as lopsided as chance makes it: 5 도, and below them whatever may stand there. */
function makeTree(count: number): MadeRegion[] {
  const types: RegionType[] = ['CITY', 'CITY', 'DISTRICT', 'DISTRICT', 'COUNTY', 'TOWN', 'NEIGHBORHOOD', 'PLACENAME'];
  const made: MadeRegion[] = [];
  while (made.length < count) {
    const place = made.length;
    const type = place < 5 ? 'PROVINCE' : pick(types);
    const parents = made.filter((region) => mayStandUnder(type, region.type));
    if (place >= 5 && parents.length === 0) continue;
    const parent = place < 5 ? null : pick(parents);
    const id = `019a0000-0000-7000-8000-${place.toString(16).padStart(12, '0')}`;
    made.push({ id, parentId: parent?.id ?? null, name: `지역${place}`, type, path: [] });
  }
  return made;
}

/** Moves one of `movable`, mostly to where it may stand; returns the status. */
async function moveOneOf(movable: readonly MadeRegion[]): Promise<number> {
  const region = pick(movable);
  const rightParents = regions.filter(({ type }) => mayStandUnder(region.type, type));
  const parent = random() < 0.8 ? pick(rightParents) : pick(regions);
  const { status } = await app.call('PATCH', `/api/v1/regions/${region.id}`, {
    token: admin.token,
    body: { parentId: parent.id },
  });
  return status;
}

describe('the closure of a tree of 300', () => {
  it('is what the parents say after each of 300 moves, refused ones included', async () => {
    const statuses: Record<number, number> = {};
    for (let move = 0; move < 300; move += 1) {
      const status = await moveOneOf(regions.slice(5));
      statuses[status] = (statuses[status] ?? 0) + 1;
      expect(await findClosureFaults(app.database, 'Region'), `after move ${move}`).toEqual([]);
    }
    expect(Object.keys(statuses).map(Number)).toEqual([200, 409, 422].filter((status) => status in statuses));
    expect(statuses[200]).toBeGreaterThan(200);
    expect(statuses[422]).toBeGreaterThan(10);
  });

  it('is still so, and every region hangs on a root, when eight writers move at once', async () => {
    // Few regions, near the root and above one another: the writers meet.
    const contended = regions.filter(({ type }) => type === 'CITY' || type === 'DISTRICT').slice(0, 12);
    const writers = Array.from({ length: 8 }, async () => {
      const statuses: number[] = [];
      for (let move = 0; move < 40; move += 1) statuses.push(await moveOneOf(contended));
      return statuses;
    });
    const statuses = (await Promise.all(writers)).flat();
    expect(statuses.filter((status) => status === 200).length).toBeGreaterThan(200);
    expect(statuses.filter((status) => status >= 500)).toEqual([]);
    expect(await findClosureFaults(app.database, 'Region')).toEqual([]);
    expect(await countFromRoots(app.database, 'Region')).toBe(300);
  });
});
