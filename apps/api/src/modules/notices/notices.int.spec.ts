import type { ManagedNotice, ManagedNoticePage, Notice, NoticePage } from '@virtualcafe/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type SignedInUser, startTestApp, type TestApp } from '../../../test/app.js';
import { expectProblem, unknownId } from '../../../test/cafe-scene.js';
import { freezeClock, type FrozenClock } from '../../../test/frozen-clock.js';
import { NoticeDayJob } from './notice-day.job.js';

const minuteMs = 60_000;

let app: TestApp;
let admin: SignedInUser;
let clock: FrozenClock;

beforeAll(async () => {
  app = await startTestApp();
  // Eight minutes before midnight in Korea: it is the second of December there.
  clock = freezeClock(app, new Date('2026-12-02T14:52:00Z'));
  admin = await app.signIn('ADMIN');
});

afterAll(() => app?.stop());

const body = (fields: Record<string, unknown> = {}) => ({ title: '점검 안내', content: '잠시 **쉽니다**.', ...fields });
const list = async (query = '') => (await app.call<NoticePage>('GET', `/api/v1/notices${query}`)).body;
const titles = async () => (await list('?pageSize=100')).items.map(({ title }) => title);
const read = (id: string) => app.call<Notice>('GET', `/api/v1/notices/${id}`);
const post = (fields: Record<string, unknown> = {}, { token } = admin) =>
  app.call<ManagedNotice>('POST', '/api/v1/notices', { token, body: body(fields) });
const patch = (id: string, etag: string | null, fields: unknown, { token } = admin) =>
  app.call<ManagedNotice>('PATCH', `/api/v1/notices/${id}`, {
    token,
    body: fields,
    headers: etag === null ? {} : { 'if-match': etag },
  });
const logOf = (id: string) =>
  app.database.query(
    'SELECT action, before, after FROM "TransactionLog" WHERE "resourceId" = $1 ORDER BY "createdAt", id',
    [id],
  );

describe('notices', () => {
  it('are shown while they are enabled, on their days in Korea, pinned ones first, then the newest', async () => {
    const made: string[] = [];
    for (const fields of [
      { title: '오래된 고정', isPinned: true },
      { title: '어제까지', startDay: '2026-11-01', endDay: '2026-12-01' },
      { title: '오늘까지', endDay: '2026-12-02' },
      { title: '내일부터', startDay: '2026-12-03' },
      { title: '숨김', isDisabled: true },
      { title: '언제나' },
    ]) {
      clock.advance(1000);
      made.push((await post(fields)).body.id);
    }
    expect(await titles()).toEqual(['오래된 고정', '언제나', '오늘까지']);
    const statuses = await Promise.all(made.map(async (id) => (await read(id)).status));
    expect(statuses).toEqual([200, 404, 200, 404, 404, 200]);
    expect(await list('?page=2&pageSize=2')).toMatchObject({ total: 3, items: [{ title: '오늘까지' }] });
    clock.advance(8 * minuteMs);
    await app.app.get(NoticeDayJob, { strict: false }).run();
    expect(await titles()).toEqual(['오래된 고정', '언제나', '내일부터']);
  });

  it('are written, edited from a version, and deleted by administrators, all in the log', async () => {
    const made = await post({ title: '새 소식' });
    const { id } = made.body;
    const etag = made.headers.get('etag') ?? '';
    expect([made.status, made.body.isShown]).toEqual([201, true]);
    expect((await read(id)).body).toMatchObject({ title: '새 소식', content: '잠시 **쉽니다**.' });
    expectProblem(await patch(id, null, { title: 'x' }), 428, 'resource.if-match-required');
    const edits = await Promise.all([1, 2, 3].map((n) => patch(id, etag, { title: `고침 ${n}`, isPinned: true })));
    expect(edits.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 412, 412]);
    const edited = edits.find(({ status }) => status === 200);
    expect((await read(id)).body.title).toBe(edited?.body.title);
    const latest = await app.call('GET', `/api/v1/me/notices/${id}`, { token: admin.token });
    const unchanged = await patch(id, latest.headers.get('etag'), { isPinned: true });
    expect(unchanged.headers.get('etag')).toBe(latest.headers.get('etag'));
    const hidden = await patch(id, latest.headers.get('etag'), { isDisabled: true });
    expect(hidden.body).toMatchObject({ isDisabled: true, isShown: false });
    expectProblem(await read(id), 404, 'notice.not-found');
    const remove = () => app.call('DELETE', `/api/v1/notices/${id}`, { token: admin.token });
    expect((await remove()).status).toBe(204);
    expectProblem(await remove(), 404, 'notice.not-found');
    expect(await logOf(id)).toMatchObject([
      { action: 'notice.create', before: null, after: { title: '새 소식' } },
      { action: 'notice.update', before: { title: '새 소식', isPinned: false }, after: { isPinned: true } },
      { action: 'notice.update', before: { isDisabled: false }, after: { isDisabled: true } },
      { action: 'notice.delete', before: { isPinned: true }, after: null },
    ]);
  });

  it('keep their days in order', async () => {
    const made = await post({ startDay: '2026-12-10', endDay: '2026-12-12' });
    const etag = made.headers.get('etag');
    expectProblem(await patch(made.body.id, etag, { endDay: '2026-12-09' }), 422, 'notice.days-reversed', '/endDay');
    expectProblem(
      await patch(made.body.id, etag, { startDay: '2026-12-13' }),
      422,
      'notice.days-reversed',
      '/startDay',
    );
    expect((await patch(made.body.id, etag, { startDay: null, endDay: null })).body).toMatchObject({
      startDay: null,
      endDay: null,
      isShown: true,
    });
  });

  it.each([
    ['/title', { title: '' }],
    ['/content', { content: ' ' }],
    ['/link', { link: 'javascript:alert(1)' }],
    ['/startDay', { startDay: '2026-02-29' }],
    ['/endDay', { startDay: '2026-12-02', endDay: '2026-12-01' }],
    ['/isPinned', { isPinned: 'yes' }],
    ['', { authorId: unknownId }],
  ])('refuse a bad %s', async (pointer, fields) => {
    expectProblem(await post(fields), 400, 'request.invalid', pointer);
  });

  it('are for administrators alone to manage', async () => {
    const { body: notice } = await post({ title: '관리할 것' });
    const managed = (path: string, { token }: { token?: string }) =>
      app.call('GET', `/api/v1/me/notices${path}`, { token });
    for (const type of ['GENERAL', 'BUSINESS', 'MANAGER'] as const) {
      const by = await app.signIn(type);
      expectProblem(await post({}, by), 403, 'access.denied');
      expectProblem(await patch(notice.id, '"x"', { title: 'x' }, by), 403, 'access.denied');
      expectProblem(await managed('', by), 403, 'access.denied');
      const removed = await app.call('DELETE', `/api/v1/notices/${notice.id}`, { token: by.token });
      expectProblem(removed, 403, 'access.denied');
    }
    expectProblem(await managed('', {}), 401, 'auth.required');
    expectProblem(await managed(`/${unknownId}`, admin), 404, 'notice.not-found');
    const found = (await managed('?q=관리할&isDisabled=false', admin)) as { body: ManagedNoticePage };
    expect(found.body).toMatchObject({ total: 1, items: [{ id: notice.id, isShown: true }] });
    const none = (await managed('?q=100%25_', admin)) as { body: ManagedNoticePage };
    expect(none.body.total).toBe(0);
  });
});
