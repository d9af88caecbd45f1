import { randomBytes } from 'node:crypto';
import type { Ban, ModerationReport, ModerationReportPage } from '@virtualcafe/contracts';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { expectProblem, unknownId } from '../../../test/cafe-scene.js';
import { freezeClock } from '../../../test/frozen-clock.js';
import { type ModerationScene, newClientKey, setModerationScene } from '../../../test/moderation-scene.js';
import { BansService } from './bans.service.js';
import { type ChatReport, ReportsService } from './reports.service.js';

const minuteMs = 60_000;

let scene: ModerationScene;
let reports: ReportsService;
let saidAtMs = Date.now();

beforeAll(async () => {
  scene = await setModerationScene();
  reports = scene.app.app.get(ReportsService, { strict: false });
});

afterEach(() => vi.restoreAllMocks());

afterAll(() => scene.app.stop());

const newKey = (): string => randomBytes(12).toString('base64url');

/** About a message of its own each time, by a visitor of their own. */
const newReport = (fields: Partial<ChatReport> = {}): ChatReport => ({
  reporterUserId: null,
  reporterKey: newClientKey(),
  aboutUserId: null,
  aboutKey: null,
  participantKey: newKey(),
  evidence: {
    room: scene.room.code,
    shard: 1,
    sequence: 7,
    nickname: '손님 0042',
    text: '나쁜 말',
    atMs: (saidAtMs += 1),
  },
  reason: 'ABUSE',
  detail: '계속 욕을 해요',
  ...fields,
});

const list = (query = '', { token } = scene.manager) =>
  scene.app.call<ModerationReportPage>('GET', `/api/v1/reports?pageSize=100${query}`, { token });

async function filed(report: ChatReport): Promise<ModerationReport> {
  await reports.fileAboutChat(report);
  const newest = (await list()).body.items.find(({ evidence }) => evidence?.atMs === report.evidence.atMs);
  if (newest === undefined) throw new Error('The report is not listed');
  return newest;
}

const handle = (id: string, body: Record<string, unknown>, { token } = scene.manager) =>
  scene.app.call<ModerationReport>('POST', `/api/v1/reports/${id}/handle`, { token, body });

const upheld = { status: 'UPHELD', resolution: '퇴장시킴' };

describe('a report from a room', () => {
  it('keeps what was said, and shows no address', async () => {
    const report = newReport({
      reporterUserId: scene.visitor.id,
      aboutUserId: scene.owner.id,
      aboutKey: newClientKey(),
    });
    const made = await filed(report);
    expect(made).toMatchObject({
      targetType: 'CHAT_MESSAGE',
      targetId: `${scene.room.code}/1/7@${report.evidence.atMs}`,
      aboutUser: { id: scene.owner.id },
      reporter: { id: scene.visitor.id },
      isBannable: true,
      reason: 'ABUSE',
      detail: '계속 욕을 해요',
      evidence: report.evidence,
      status: 'OPEN',
      handledBy: null,
    });
    for (const key of [report.aboutKey, report.reporterKey]) expect(JSON.stringify(made)).not.toContain(key);
    expect(await scene.actsOn(made.id)).toEqual([
      {
        action: 'report.file',
        actorId: scene.visitor.id,
        before: null,
        after: {
          targetType: 'CHAT_MESSAGE',
          targetId: made.targetId,
          aboutUserId: scene.owner.id,
          reason: 'ABUSE',
        },
      },
    ]);
  });

  it('is one for each reporter and message or person, with or without an account, until it is handled', async () => {
    for (const reporterUserId of [scene.visitor.id, null]) {
      const message = newReport({ reporterUserId });
      const person = { ...message, evidence: { ...message.evidence, sequence: null, text: '' } };
      const count = async () => (await list()).body.items.length;
      const before = await count();
      await Promise.all([reports.fileAboutChat(message), reports.fileAboutChat(message)]);
      await reports.fileAboutChat(person);
      await reports.fileAboutChat({ ...person, evidence: { ...person.evidence, atMs: person.evidence.atMs + 5 } });
      expect(await count()).toBe(before + 2);
      await reports.fileAboutChat({ ...message, reporterUserId: null, reporterKey: newClientKey() });
      expect(await count()).toBe(before + 3);
      const own = (await list('&status=OPEN')).body.items.find(
        ({ evidence, reporter }) =>
          evidence?.atMs === message.evidence.atMs && (reporter?.id ?? null) === reporterUserId,
      );
      await handle(own?.id ?? '', upheld);
      await reports.fileAboutChat(message);
      expect(await count()).toBe(before + 4);
    }
  });

  it('is refused after ten of one reporter within an hour, and taken again an hour after the first', async () => {
    // Long ago, so that what the other tests file is newer.
    const clock = freezeClock(scene.app, new Date('2026-01-01T00:00:00Z'));
    const members = [scene.admin.id, null];
    for (const reporterUserId of members) {
      const reporterKey = newClientKey();
      const next = () => newReport({ reporterUserId, reporterKey });
      const first = next();
      await reports.fileAboutChat(first);
      clock.advance(10 * minuteMs);
      for (let count = 1; count < 10; count += 1) await reports.fileAboutChat(next());
      await expect(reports.fileAboutChat(next())).rejects.toMatchObject({
        code: 'rate.limited',
        retryAfterSeconds: 50 * 60,
      });
      await reports.fileAboutChat(first);
      await reports.fileAboutChat(newReport());
      clock.advance(50 * minuteMs);
      await reports.fileAboutChat(next());
      await expect(reports.fileAboutChat(next())).rejects.toMatchObject({ code: 'rate.limited' });
    }
  });
});

describe('the queue of reports', () => {
  it('gives open ones oldest first and all newest first, to moderators only', async () => {
    const [first, second] = [await filed(newReport()), await filed(newReport())];
    const times = ({ items }: ModerationReportPage) => items.map(({ createdAt }) => createdAt);
    const open = (await list('&status=OPEN')).body;
    expect(times(open)).toEqual(times(open).toSorted());
    expect(open.items.every(({ status }) => status === 'OPEN')).toBe(true);
    expect((await list()).body.items.slice(0, 2)).toEqual([second, first]);
    for (const by of [scene.visitor, scene.owner]) {
      expectProblem(await list('', by), 403, 'access.denied');
      expectProblem(await handle(first.id, upheld, by), 403, 'access.denied');
    }
    expectProblem(await scene.app.call('GET', '/api/v1/reports'), 401, 'auth.required');
  });

  it('lets one of several moderators handle a report, and logs it', async () => {
    const { id } = await filed(newReport());
    const answers = await Promise.all([scene.manager, scene.admin, scene.manager].map((by) => handle(id, upheld, by)));
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409, 409]);
    const done = answers.find(({ status }) => status === 200);
    expect(done?.body).toMatchObject({ id, status: 'UPHELD', resolution: '퇴장시킴' });
    expectProblem(await handle(id, { status: 'DISMISSED', resolution: '' }), 409, 'report.handled-already');
    expect((await scene.actsOn(id)).slice(1)).toEqual([
      {
        action: 'report.handle',
        actorId: done?.body.handledBy?.id,
        before: { status: 'OPEN' },
        after: { status: 'UPHELD', resolution: '퇴장시킴' },
      },
    ]);
  });

  it('lets nobody judge a complaint about themselves, nor what is not there, nor back to open', async () => {
    const { id } = await filed(newReport({ aboutUserId: scene.manager.id }));
    expectProblem(await handle(id, upheld), 403, 'report.about-oneself');
    expectProblem(await handle(unknownId, upheld), 404, 'report.not-found');
    expectProblem(await handle(id, { status: 'OPEN', resolution: '' }), 400, 'request.invalid', '/status');
    expect((await handle(id, upheld, scene.admin)).status).toBe(200);
  });

  it('leads to a ban of whom a report is about, also of a visitor without an account', async () => {
    const bans = scene.app.app.get(BansService, { strict: false });
    const ban = (reportId: string) =>
      scene.app.call<Ban>('POST', '/api/v1/bans', {
        token: scene.manager.token,
        body: { reportId, scope: 'ROOMS', reason: '신고 확인', minutes: null },
      });
    const aboutKey = newClientKey();
    const ofVisitor = await ban((await filed(newReport({ aboutKey }))).id);
    expect(ofVisitor.body).toMatchObject({ user: null, nickname: '손님 0042' });
    expect(ofVisitor.body.endsAt).not.toBeNull();
    const inRoom = { userId: null, clientKey: aboutKey, viewerCode: scene.otherRoom.code };
    expect((await bans.findActive(inRoom))?.id).toBe(ofVisitor.body.id);

    const member = await scene.app.signIn('GENERAL');
    const ofMember = await ban((await filed(newReport({ aboutUserId: member.id }))).id);
    expect(ofMember.body).toMatchObject({ user: { id: member.id }, endsAt: null });

    const ofNobody = await filed(newReport());
    expect(ofNobody.isBannable).toBe(false);
    expectProblem(await ban(ofNobody.id), 422, 'ban.target-unusable', '/reportId');
  });
});
