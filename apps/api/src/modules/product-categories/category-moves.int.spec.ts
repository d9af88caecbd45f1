import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type SignedInUser, startTestApp, type TestApp, type TestResponse } from '../../../test/app.js';
import { pickOne, seededRandom } from '../../../test/cafe-factory.js';
import { countFromRoots, findClosureFaults } from '../../../test/closure-faults.js';
import { insertCategoryRows, type MadeCategory } from '../../../test/product-factory.js';

const total = 500;
const random = seededRandom(20260302);
const pick = <T>(from: readonly T[]): T => pickOne(from, random);

let app: TestApp;
let admin: SignedInUser;
let categories: MadeCategory[];

beforeAll(async () => {
  app = await startTestApp();
  admin = await app.signIn('ADMIN');
  categories = makeTree();
  await insertCategoryRows(app.database, categories);
});
afterAll(() => app?.stop());

/** A tree as lopsided as chance makes it: 5 roots, and below them whatever comes. */
function makeTree(): MadeCategory[] {
  const made: MadeCategory[] = [];
  for (let place = 0; place < total; place += 1) {
    const parentId = place < 5 ? null : pick(made).id;
    made.push({ id: randomUUID(), code: `kind-${place}`, parentId });
  }
  return made;
}

const findClosureFaultsNow = () => findClosureFaults(app.database, 'ProductCategory');
const at = (code: string) => `/api/v1/product-categories/${code}`;

async function tagOf({ code }: MadeCategory): Promise<string> {
  const path = `/api/v1/product-categories/managed/${code}`;
  return (await app.call('GET', path, { token: admin.token })).headers.get('etag') ?? '';
}

/** Moves one of `movable` under any other, now and then to the root, and to some place among its new siblings. */
function move(category: MadeCategory, etag: string): Promise<TestResponse> {
  const parentId = random() < 0.05 ? null : pick(categories).id;
  const position = random() < 0.5 ? { position: Math.floor(random() * 4) } : {};
  return app.call('PATCH', at(category.code), {
    token: admin.token,
    body: { parentId, ...position },
    headers: { 'if-match': etag },
  });
}

describe(`the closure of a tree of ${total}`, () => {
  it('is what the parents say after each of 1,000 moves, refused ones included', async () => {
    const tags = new Map<string, string>();
    const statuses: Record<number, number> = {};
    for (let count = 0; count < 1000; count += 1) {
      const category = pick(categories);
      const { status, headers } = await move(category, tags.get(category.code) ?? (await tagOf(category)));
      if (status === 200) tags.set(category.code, headers.get('etag') ?? '');
      statuses[status] = (statuses[status] ?? 0) + 1;
      expect(await findClosureFaultsNow(), `after move ${count}`).toEqual([]);
    }
    // A moved category keeps its version while others are moved around it: no edit of it turns stale.
    expect(Object.keys(statuses)).toEqual(['200', '409']);
    expect(statuses[200]).toBeGreaterThan(800);
    expect(statuses[409]).toBeGreaterThan(5);
  });

  it('is still so, and every category hangs on a root, when eight writers move at once', async () => {
    // Few categories, near the root and above one another: the writers meet.
    const contended = categories.slice(0, 12);
    const writers = Array.from({ length: 8 }, async () => {
      const statuses: number[] = [];
      for (let count = 0; count < 40; count += 1) {
        const category = pick(contended);
        statuses.push((await move(category, await tagOf(category))).status);
      }
      return statuses;
    });
    const statuses = (await Promise.all(writers)).flat();
    expect(statuses.filter((status) => status === 200).length).toBeGreaterThan(100);
    expect([...new Set(statuses)].filter((status) => ![200, 409, 412].includes(status))).toEqual([]);
    expect(await findClosureFaultsNow()).toEqual([]);
    expect(await countFromRoots(app.database, 'ProductCategory')).toBe(total);
  });
});
