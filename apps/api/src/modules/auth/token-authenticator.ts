import { Injectable } from '@nestjs/common';
import type { ApiKeyActor, UserActor } from '../../access/actor.js';
import { Authenticator } from '../../access/authenticator.js';
import { AppError } from '../../platform/errors/app-error.js';
import { ApiKeysService } from '../api-keys/api-keys.service.js';
import { SessionsService } from '../sessions/sessions.service.js';
import { AccessTokens } from './access-tokens.js';

/**
 * Access tokens and API keys. A token says only who and in which session: that the session lives and what type the user
 * is of is asked at each request (one statement on two primary keys), so that no change waits for a token to expire.
 */
@Injectable()
export class TokenAuthenticator extends Authenticator {
  constructor(
    private readonly accessTokens: AccessTokens,
    private readonly sessions: SessionsService,
    private readonly apiKeys: ApiKeysService,
  ) {
    super();
  }

  override async userOf(accessToken: string): Promise<UserActor> {
    const { userId, sessionId } = await this.accessTokens.verify(accessToken);
    const userType = await this.sessions.userTypeIn(sessionId, userId);
    if (userType === undefined) throw new AppError('auth.token-invalid');
    return { kind: 'user', userId, userType, sessionId };
  }

  override async apiKeyOf(key: string): Promise<ApiKeyActor> {
    const actor = await this.apiKeys.identify(key);
    if (actor === undefined) throw new AppError('auth.api-key-invalid');
    return actor;
  }
}
