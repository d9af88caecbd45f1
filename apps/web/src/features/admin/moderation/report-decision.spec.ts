import { handleReportRequest, imposeBanRequest } from '@virtualcafe/contracts';
import { describe, expect, it } from 'vitest';
import { banLengths, lengthsFor, minutesOfBan } from './ban-length.js';
import { firstDecision, reportDecisionSchema, requestsOf, type ReportDecision } from './report-decision.js';

const report = { id: '0198a000-0000-7000-8000-000000000001' };
const decision = (change: Partial<ReportDecision>): ReportDecision => ({ ...firstDecision('욕설'), ...change });
const requests = (change: Partial<ReportDecision>) => requestsOf(report, reportDecisionSchema.parse(decision(change)));

describe('requestsOf', () => {
  it('upholds without a ban unless one is asked for', () => {
    expect(requests({ resolution: ' 경고함 ' })).toEqual({
      handle: { status: 'UPHELD', resolution: '경고함' },
      ban: null,
    });
  });

  it.each(banLengths)('bans for what is called %s, in terms that the API takes', (length) => {
    const { handle, ban } = requests({ isBanning: true, scope: 'SITE', length });
    expect(ban).toEqual({ reportId: report.id, scope: 'SITE', reason: '욕설', minutes: minutesOfBan(length) });
    expect([handleReportRequest.safeParse(handle).success, imposeBanRequest.safeParse(ban).success]).toEqual([
      true,
      true,
    ]);
  });

  it('bans nobody by a report that is dismissed', () => {
    expect(requests({ status: 'DISMISSED', isBanning: true }).ban).toBeNull();
  });
});

describe('reportDecisionSchema', () => {
  it('asks for the reason of a ban, and only of a ban', () => {
    const wrong = (change: Partial<ReportDecision>) =>
      (reportDecisionSchema.safeParse(decision(change)).error?.issues ?? []).map(({ path }) => path.join('/'));
    expect(wrong({ reason: '', isBanning: true })).toEqual(['reason']);
    expect(wrong({ reason: '' })).toEqual([]);
  });
});

describe('lengthsFor', () => {
  it('keeps nobody out by an address for longer than a month', () => {
    expect(lengthsFor(true)).toEqual(banLengths);
    expect(Math.max(...lengthsFor(false).map((length) => minutesOfBan(length) ?? Infinity))).toBe(30 * 24 * 60);
  });
});
