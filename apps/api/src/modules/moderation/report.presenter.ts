import { chatEvidence, type ModerationReport, reportSubject } from '@virtualcafe/contracts';
import type { UserActor } from '../../access/actor.js';
import { presentPerson } from './ban.presenter.js';
import type { ReportTargets } from './report-targets.js';
import type { ReportRecord } from './reports.repository.js';

/** Whether what the report is about is hidden now; undefined when it is gone. */
export type HiddenNow = (report: ReportRecord) => boolean | undefined;

const keptThing = reportSubject.omit({ isDisabled: true, isHideable: true });

/** Never an address's hash: only whether there is one to ban. */
export const presentReport = (
  report: ReportRecord,
  viewer: UserActor,
  targets: ReportTargets,
  hiddenNow: HiddenNow,
): ModerationReport => ({
  id: report.id,
  targetType: report.targetType,
  targetId: report.targetId,
  aboutUser: presentPerson(report.aboutUser),
  isBannable: report.aboutUser !== null || report.aboutKey !== null,
  reporter: presentPerson(report.reporter),
  reason: report.reason,
  detail: report.detail,
  evidence:
    report.evidence === null || report.targetType !== 'CHAT_MESSAGE' ? null : chatEvidence.parse(report.evidence),
  subject: presentSubject(report, viewer, targets, hiddenNow(report)),
  status: report.status,
  handledBy: presentPerson(report.handledBy),
  handledAt: report.handledAt?.toISOString() ?? null,
  resolution: report.resolution,
  createdAt: report.createdAt.toISOString(),
});

function presentSubject(
  { targetType, evidence }: ReportRecord,
  viewer: UserActor,
  targets: ReportTargets,
  isHidden: boolean | undefined,
): ModerationReport['subject'] {
  const kind = targets.find(targetType);
  if (kind === undefined || evidence === null) return null;
  const isHideable = isHidden === false && kind.mayHide(viewer);
  return { ...keptThing.parse(evidence), isDisabled: isHidden ?? null, isHideable };
}
