import { Inject, Injectable } from '@nestjs/common';
import { Cron } from '@nestjs/schedule';
import type { Logger } from 'pino';
import { LOGGER } from '../../platform/logging/logging.module.js';
import { SessionsService } from '../sessions/sessions.service.js';
import { LoginAttemptsService } from './login-attempts.service.js';

/** Clears away sessions that expired and failed logins that no longer count, every night. */
@Injectable()
export class ExpiredCredentialsJob {
  constructor(
    private readonly sessions: SessionsService,
    private readonly attempts: LoginAttemptsService,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  @Cron('0 10 4 * * *', { timeZone: 'Asia/Seoul' })
  async run(): Promise<void> {
    try {
      const sessions = await this.sessions.deleteExpired();
      const attempts = await this.attempts.deleteForgotten();
      this.logger.info({ sessions, attempts }, 'Cleared away expired sessions and old failed logins');
    } catch (error) {
      this.logger.error({ err: error }, 'Could not clear away expired sessions; trying again tomorrow night');
    }
  }
}
