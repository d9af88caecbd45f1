import { handleReportRequest, imposeBanRequest, type ModerationReport } from '@virtualcafe/contracts';
import { z } from 'zod';
import { banLengths, minutesOfBan, type BanLength } from './ban-length.js';

export const banScopeChoices = ['ROOMS', 'SITE'] as const;

/** What a moderator decides about a report, as it stands in the form. */
export type ReportDecision = {
  status: 'UPHELD' | 'DISMISSED';
  resolution: string;
  isBanning: boolean;
  scope: (typeof banScopeChoices)[number];
  reason: string;
  length: BanLength;
};

/** Where the form starts: the reason of a ban is what was complained of. */
export const firstDecision = (reason: string): ReportDecision => ({
  status: 'UPHELD',
  resolution: '',
  isBanning: false,
  scope: 'ROOMS',
  reason,
  length: 'week',
});

/** Somebody is banned only by a report that is upheld. */
export const isBanPartOf = ({ status, isBanning }: ReportDecision): boolean => status === 'UPHELD' && isBanning;

const decisionSchema = z.object({
  ...handleReportRequest.shape,
  isBanning: z.boolean(),
  scope: z.enum(banScopeChoices),
  reason: imposeBanRequest.shape.reason,
  length: z.enum(banLengths),
});

/** What the form must hold; the reason of a ban matters only where there is one. */
export const reportDecisionSchema = z.preprocess(
  (values) => (isBanPartOf(values as ReportDecision) ? values : { ...(values as ReportDecision), reason: '-' }),
  decisionSchema,
);
export type ParsedDecision = z.infer<typeof reportDecisionSchema>;

/** The requests that carry a decision out, the ban last: it is of whoever the report is about. */
export function requestsOf({ id }: Pick<ModerationReport, 'id'>, decision: ParsedDecision) {
  const { status, resolution, scope, reason, length } = decision;
  return {
    handle: { status, resolution },
    ban: isBanPartOf(decision) ? { reportId: id, scope, reason, minutes: minutesOfBan(length) } : null,
  };
}
