import { chatEvidence, type ModerationReport } from '@virtualcafe/contracts';
import { presentPerson } from './ban.presenter.js';
import type { ReportRecord } from './reports.repository.js';

/** Never an address's hash: only whether there is one to ban. */
export const presentReport = (report: ReportRecord): ModerationReport => ({
  id: report.id,
  targetType: report.targetType,
  targetId: report.targetId,
  aboutUser: presentPerson(report.aboutUser),
  isBannable: report.aboutUser !== null || report.aboutKey !== null,
  reporter: presentPerson(report.reporter),
  reason: report.reason,
  detail: report.detail,
  evidence: report.evidence === null ? null : chatEvidence.parse(report.evidence),
  subject: null,
  status: report.status,
  handledBy: presentPerson(report.handledBy),
  handledAt: report.handledAt?.toISOString() ?? null,
  resolution: report.resolution,
  createdAt: report.createdAt.toISOString(),
});
