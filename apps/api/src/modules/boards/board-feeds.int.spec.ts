import type { EventCalendar } from '@virtualcafe/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type BoardScene, editBoard, type MadeBoard, setBoardScene, writeBoard } from '../../../test/board-scene.js';
import { expectProblem } from '../../../test/cafe-scene.js';
import { freezeClock, type FrozenClock } from '../../../test/frozen-clock.js';
import { EventDayJob } from './event-day.job.js';

let scene: BoardScene;
let clock: FrozenClock | undefined;
const posts: Record<string, MadeBoard> = {};

beforeAll(async () => {
  // Eight minutes before midnight in Korea: it is the second of December there.
  scene = await setBoardScene((app) => (clock = freezeClock(app, new Date('2026-12-02T14:52:00Z'))));
  const { app, owner, writer, cafe } = scene;
  const write = async (name: string, fields: Parameters<typeof writeBoard>[2]) => {
    posts[name] = await writeBoard(app, name === 'talk' ? writer : owner, { title: name, ...fields });
  };
  await write('talk', { title: '<b>talk</b>', startDay: '2026-12-05' });
  await write('long', { type: 'BEVENT', startDay: '2026-10-15', endDay: '2026-12-01' });
  await write('month', { type: 'BEVENT', startDay: '2026-12-03', endDay: '2026-12-31', cafeIds: [cafe.id] });
  await write('single', { type: 'BEVENT', startDay: '2026-12-31' });
  await write('next', { type: 'BEVENT', startDay: '2027-01-01', endDay: '2027-01-01' });
  await write('old', { type: 'BEVENT', startDay: '2026-01-01', endDay: '2026-01-05' });
  await write('dateless', { type: 'BEVENT' });
  await write('hidden', { type: 'BEVENT', startDay: '2026-12-10' });
  if (posts['hidden'] !== undefined) await editBoard(app, owner, posts['hidden'], { isDisabled: true });
});

afterAll(() => scene?.app.stop());

const calendar = (query: string) => scene.app.call<EventCalendar>('GET', `/api/v1/boards/calendar?${query}`);
const ics = (query = '', headers: Record<string, string> = {}) =>
  scene.app.call<string>('GET', `/api/v1/boards/events.ics${query}`, { headers });
const rss = (query = '') => scene.app.call<string>('GET', `/api/v1/boards/feed.rss${query}`);
const titles = async (query: string) => (await calendar(query)).body.items.map(({ title }) => title);
const summaries = (text: string) => [...text.matchAll(/^SUMMARY:(.*)\r$/gm)].map(([, title]) => title);

describe('the calendar of events', () => {
  it('gives the events that have a day of the month, by their first day', async () => {
    expect(await titles('month=2026-12')).toEqual(['long', 'month', 'single']);
    expect(await titles('month=2026-11')).toEqual(['long']);
    expect(await titles('month=2027-01')).toEqual(['next']);
    expect(await titles('month=2027-02')).toEqual([]);
    expect(await titles(`month=2026-12&cafeCode=${scene.cafe.code}`)).toEqual(['month']);
    const { items, isComplete } = (await calendar('month=2026-12')).body;
    expect([items[2]?.startDay, items[2]?.endDay, isComplete]).toEqual(['2026-12-31', '2026-12-31', true]);
  });

  it('tells where each stands today, and lets go of it at midnight in Korea', async () => {
    const states = async () => (await calendar('month=2026-12')).body.items.map(({ eventState }) => eventState);
    expect(await states()).toEqual(['ENDED', 'COMING', 'COMING']);
    clock?.advance(8 * 60_000);
    await scene.app.app.get(EventDayJob, { strict: false }).run();
    expect(await states()).toEqual(['ENDED', 'IN_PROGRESS', 'COMING']);
  });

  it.each(['', 'month=2026-13', 'month=2026-1', 'month=1899-12', 'month=2026-12&day=1'])(
    'refuses %s',
    async (query) => {
      expectProblem(await calendar(query), 400, 'request.invalid');
    },
  );
});

describe('the calendar feed', () => {
  it('tells what comes, is on, or ended lately; of one café its own', async () => {
    const all = await ics();
    expect([all.status, all.headers.get('content-type')]).toEqual([200, 'text/calendar; charset=utf-8']);
    expect(summaries(all.body)).toEqual(['long', 'month', 'single', 'next']);
    const own = await ics(`?cafeCode=${scene.cafe.code}`);
    expect(summaries(own.body)).toEqual(['month']);
    expect(own.body).toContain(`X-WR-CALNAME:${scene.cafe.name} 이벤트`);
    expect(own.body.replaceAll('\r\n ', '')).toContain(`LOCATION:${scene.cafe.name}\\, ${scene.cafe.address}`);
    expectProblem(await ics('?cafeCode=no-such-cafe'), 404, 'cafe.not-found');
    expectProblem(await ics('?month=2026-12'), 400, 'request.invalid');
  });

  it('is answered 304 while it is the same, and made anew when an event changes', async () => {
    const etag = (await ics()).headers.get('etag') ?? '';
    expect((await ics('', { 'if-none-match': etag })).status).toBe(304);
    posts['new'] = await writeBoard(scene.app, scene.owner, { type: 'BEVENT', title: 'new', startDay: '2026-12-04' });
    const later = await ics('', { 'if-none-match': etag });
    expect([later.status, summaries(later.body).includes('new')]).toEqual([200, true]);
  });
});

describe('the news feed', () => {
  it('tells the newest posts, of one type or all, and stays as it is', async () => {
    const all = await rss();
    expect([all.status, all.headers.get('content-type')]).toEqual([200, 'application/rss+xml; charset=utf-8']);
    expect(all.body).toContain('<title>&#x3C;b&#x3E;talk&#x3C;/b&#x3E;</title>');
    const talk = await rss('?type=BTALK');
    expect([...talk.body.matchAll(/<guid[^>]*>urn:uuid:(.*)<\/guid>/g)].map(([, id]) => id)).toEqual([
      posts['talk']?.id,
    ]);
    expect((await rss('?type=BTALK')).headers.get('etag')).toBe(talk.headers.get('etag'));
    expectProblem(await rss('?type=X'), 400, 'request.invalid', 'type');
    expectProblem(await scene.app.call('POST', '/api/v1/boards/feed.rss'), 405, 'route.method-not-allowed');
  });
});
