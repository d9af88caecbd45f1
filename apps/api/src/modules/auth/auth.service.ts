import { Inject, Injectable } from '@nestjs/common';
import type { Account, ChangePasswordRequest, LoginRequest, SignupRequest } from '@virtualcafe/contracts';
import { anonymous, type UserActor } from '../../access/actor.js';
import { addDays, Clock } from '../../platform/clock/clock.js';
import { AppError } from '../../platform/errors/app-error.js';
import { BansService } from '../moderation/bans.service.js';
import { SessionsService } from '../sessions/sessions.service.js';
import { UserAccountsService, type UserRecord } from '../users/user-accounts.service.js';
import { AccessTokens } from './access-tokens.js';
import { presentAccount } from './account.presenter.js';
import { authConfig, type AuthConfig } from './auth.config.js';
import type { Client } from './client.decorator.js';
import { EndedSession, IssuedSession } from './issued-session.js';
import { LoginAttemptsService } from './login-attempts.service.js';
import { RefreshTokens } from './refresh-tokens.js';

/** Signing up, in and out. */
@Injectable()
export class AuthService {
  constructor(
    @Inject(authConfig.token) private readonly config: AuthConfig,
    private readonly accounts: UserAccountsService,
    private readonly sessions: SessionsService,
    private readonly bans: BansService,
    private readonly attempts: LoginAttemptsService,
    private readonly accessTokens: AccessTokens,
    private readonly refreshTokens: RefreshTokens,
    private readonly clock: Clock,
  ) {}

  async signUp(client: Client, request: SignupRequest): Promise<IssuedSession> {
    return this.openSession(await this.accounts.createLocalUser(anonymous, request), client);
  }

  /** @throws AppError `auth.invalid-credentials`, `auth.too-many-attempts`, `auth.banned`. */
  async logIn(client: Client, { loginId, password }: LoginRequest): Promise<IssuedSession> {
    const issued = await this.attempts.judge(loginId, client.address, () =>
      this.accounts.logIn(loginId, password, (user) => this.openSession(user, client)),
    );
    if (issued === undefined) throw new AppError('auth.invalid-credentials');
    return issued;
  }

  /** @throws AppError `auth.refresh-invalid`, `auth.refresh-reused`, `auth.banned`. */
  async refresh(presented: string | undefined): Promise<IssuedSession> {
    if (presented === undefined || !this.refreshTokens.isWellFormed(presented))
      throw new AppError('auth.refresh-invalid');
    const successor = this.refreshTokens.successorOf(presented);
    const outcome = await this.sessions.exchange({
      tokenHash: this.refreshTokens.hashOf(presented),
      successorHash: this.refreshTokens.hashOf(successor),
      expiresAt: this.newExpiry(),
    });
    if (outcome.kind === 'reused') throw new AppError('auth.refresh-reused');
    if (outcome.kind === 'banned') await this.bans.assertMaySignIn(outcome.userId);
    const user = outcome.kind === 'continued' ? await this.accounts.findById(outcome.userId) : null;
    if (outcome.kind !== 'continued' || user === null) throw new AppError('auth.refresh-invalid');
    return this.issue(user, outcome.sessionId, successor, outcome.expiresAt);
  }

  /** Ends the session that the cookie's token belongs to, if there is one. */
  async logOut(presented: string | undefined): Promise<EndedSession> {
    if (presented !== undefined && this.refreshTokens.isWellFormed(presented))
      await this.sessions.endByToken(this.refreshTokens.hashOf(presented));
    return new EndedSession();
  }

  async account(actor: UserActor): Promise<Account> {
    return presentAccount(await this.userOf(actor));
  }

  /**
   * Gives the actor a new password; all their sessions end, this one too, and a new one begins here.
   * @throws AppError `auth.wrong-password`, `auth.password-…`, `auth.too-many-attempts`.
   */
  async changePassword(actor: UserActor, client: Client, request: ChangePasswordRequest): Promise<IssuedSession> {
    const { loginId } = await this.userOf(actor);
    const issued = await this.attempts.judge(loginId ?? actor.userId, client.address, () =>
      this.accounts.changePassword(actor, request, async (user) => {
        await this.sessions.endAllOf(actor, user.id, 'PASSWORD_CHANGED');
        return this.openSession(user, client);
      }),
    );
    if (issued === undefined) throw new AppError('auth.wrong-password');
    return issued;
  }

  private async userOf({ userId }: UserActor): Promise<UserRecord> {
    const user = await this.accounts.findById(userId);
    if (user === null) throw new AppError('auth.token-invalid');
    return user;
  }

  private async openSession(user: UserRecord, { userAgent }: Client): Promise<IssuedSession> {
    // In the transaction that holds the user: a ban comes wholly before it, or ends the session.
    await this.bans.assertMaySignIn(user.id);
    const token = this.refreshTokens.create();
    const expiresAt = this.newExpiry();
    const tokenHash = this.refreshTokens.hashOf(token);
    const { id: userId, userType } = user;
    const sessionId = await this.sessions.open({ userId, userType, userAgent, tokenHash, expiresAt });
    return this.issue(user, sessionId, token, expiresAt);
  }

  private async issue(user: UserRecord, sessionId: string, token: string, expiresAt: Date): Promise<IssuedSession> {
    const accessToken = await this.accessTokens.issue({ userId: user.id, sessionId });
    const session = { accessToken, expiresInSeconds: this.accessTokens.ttlSeconds, account: presentAccount(user) };
    return new IssuedSession(session, token, expiresAt);
  }

  private newExpiry(): Date {
    return addDays(this.clock.now(), this.config.AUTH_SESSION_DAYS);
  }
}
