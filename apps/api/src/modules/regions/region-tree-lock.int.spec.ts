import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type SignedInUser, startTestApp, type TestApp } from '../../../test/app.js';
import { cafeBody, createRegion, expectProblem } from '../../../test/cafe-scene.js';
import { AdvisoryLock } from '../../platform/database/advisory-lock.js';
import { Database } from '../../platform/database/database.js';
import { regionTreeLock } from './region-tree-lock.js';

let app: TestApp;
let admin: SignedInUser;

beforeAll(async () => {
  app = await startTestApp({ DATABASE_STATEMENT_TIMEOUT_MS: '1000' });
  admin = await app.signIn('ADMIN');
});
afterAll(() => app?.stop());

describe('while another changes the region tree for longer than a statement may take', () => {
  it('changes of regions and cafés are asked to come again, and reading goes on', async () => {
    const region = await createRegion(app, admin.token, '서울특별시', 'SPECIAL_CITY');
    const database = app.app.get(Database);
    await database.transaction(async () => {
      await app.app.get(AdvisoryLock).hold(regionTreeLock);
      const [renamed, created, listed] = await Promise.all([
        app.call('PATCH', `/api/v1/regions/${region.id}`, { token: admin.token, body: { name: '새서울' } }),
        app.call('POST', '/api/v1/cafes', { token: admin.token, body: cafeBody(region.id) }),
        app.call('GET', '/api/v1/regions/managed', { token: admin.token }),
      ]);
      for (const response of [renamed, created]) {
        expectProblem(response, 503, 'service.unavailable');
        expect(Number(response.headers.get('retry-after'))).toBeGreaterThan(0);
      }
      expect(listed.status).toBe(200);
    });
    const after = await app.call('POST', '/api/v1/cafes', { token: admin.token, body: cafeBody(region.id) });
    expect(after.status).toBe(201);
  });
});
