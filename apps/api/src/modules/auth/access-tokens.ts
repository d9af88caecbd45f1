import { Inject, Injectable } from '@nestjs/common';
import { id } from '@virtualcafe/contracts';
import { errors, jwtVerify, SignJWT } from 'jose';
import { z } from 'zod';
import { Clock } from '../../platform/clock/clock.js';
import { AppError } from '../../platform/errors/app-error.js';
import { authConfig, type AuthConfig } from './auth.config.js';
import { AuthKeys } from './auth-keys.js';

const issuer = 'virtualcafe';
const audience = 'virtualcafe-api';
// RFC 9068 section 2.1: no other kind of token passes for an access token.
const type = 'at+jwt';

const claims = z.object({ sub: id, sid: id });

/** Whom an access token speaks for. What they may do is asked at each request, not carried about. */
export interface TokenSubject {
  readonly userId: string;
  readonly sessionId: string;
}

/** Access tokens: JWT (RFC 7519), HS256. They hold ids and times, nothing personal and no role. */
@Injectable()
export class AccessTokens {
  readonly ttlSeconds: number;

  constructor(
    @Inject(authConfig.token) config: AuthConfig,
    private readonly keys: AuthKeys,
    private readonly clock: Clock,
  ) {
    this.ttlSeconds = config.AUTH_TOKEN_TTL_SECONDS;
  }

  async issue({ userId, sessionId }: TokenSubject): Promise<string> {
    const now = this.clock.now();
    return new SignJWT({ sid: sessionId })
      .setProtectedHeader({ alg: 'HS256', typ: type })
      .setIssuer(issuer)
      .setAudience(audience)
      .setSubject(userId)
      .setIssuedAt(now)
      .setExpirationTime(new Date(now.getTime() + this.ttlSeconds * 1000))
      .sign(this.keys.accessToken);
  }

  /** @throws AppError `auth.token-expired` for one that was good, `auth.token-invalid` for any other. */
  async verify(token: string): Promise<TokenSubject> {
    const payload = await this.verifiedPayload(token);
    const { success, data } = claims.safeParse(payload);
    if (!success) throw new AppError('auth.token-invalid');
    return { userId: data.sub, sessionId: data.sid };
  }

  private async verifiedPayload(token: string): Promise<unknown> {
    try {
      const { payload } = await jwtVerify(token, this.keys.accessToken, {
        algorithms: ['HS256'],
        issuer,
        audience,
        typ: type,
        requiredClaims: ['sub', 'sid', 'iat', 'exp'],
        currentDate: this.clock.now(),
      });
      return payload;
    } catch (error) {
      if (error instanceof errors.JWTExpired) throw new AppError('auth.token-expired', { cause: error });
      if (error instanceof errors.JOSEError) throw new AppError('auth.token-invalid', { cause: error });
      throw error;
    }
  }
}
