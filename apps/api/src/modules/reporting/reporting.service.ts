import { createHmac } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { FileReportRequest } from '@virtualcafe/contracts';
import type { Actor } from '../../access/actor.js';
import { AppError, fieldRefused } from '../../platform/errors/app-error.js';
import { addressKey } from '../../platform/rate-limit/rate-limit.hook.js';
import { AuthKeys } from '../auth/auth-keys.js';
import type { Client } from '../auth/client.decorator.js';
import { ReportTargets } from '../moderation/report-targets.js';
import { ReportsService } from '../moderation/reports.service.js';

/** Takes complaints about what visitors see, from those with an account and those without. */
@Injectable()
export class ReportingService {
  constructor(
    private readonly targets: ReportTargets,
    private readonly reports: ReportsService,
    private readonly keys: AuthKeys,
  ) {}

  /** @throws AppError `report.target-unusable`, `moderation.oneself`, `rate.limited` after ten within an hour. */
  async file(actor: Actor, client: Client, request: FileReportRequest): Promise<void> {
    const { targetType, targetId, reason, detail } = request;
    const described = await this.targets.get(targetType).describe(targetId);
    if (described === null)
      throw fieldRefused('report.target-unusable', '/targetId', 'there is nothing of this kind to see');
    const { thing, aboutUserId } = described;
    const reporterUserId = actor.kind === 'user' ? actor.userId : null;
    if (reporterUserId !== null && reporterUserId === aboutUserId) throw new AppError('moderation.oneself');
    const reporterKey = this.hidden(addressKey(client.address));
    await this.reports.fileAboutThing({
      reporterUserId,
      reporterKey,
      aboutUserId,
      targetType,
      targetId,
      evidence: thing,
      reason,
      detail,
    });
  }

  /** What tells one address from another, and nothing else. */
  private hidden(address: string): string {
    return createHmac('sha256', this.keys.clientAddress).update(`report ${address}`).digest('base64url').slice(0, 22);
  }
}
