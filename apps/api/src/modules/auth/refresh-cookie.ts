import { createParamDecorator, type ExecutionContext, Inject, Injectable } from '@nestjs/common';
import { parseCookie, type SetCookie, stringifySetCookie } from 'cookie';
import type { FastifyRequest } from 'fastify';
import { Clock } from '../../platform/clock/clock.js';
import { loggingConfig, type LoggingConfig } from '../../platform/logging/logging.config.js';
import { authConfig, type AuthConfig } from './auth.config.js';

const name = 'vc_refresh';

/** The refresh token as the browser sent it; undefined without one. */
export const RefreshCookieValue = createParamDecorator((_: unknown, context: ExecutionContext): string | undefined => {
  const { cookie } = context.switchToHttp().getRequest<FastifyRequest>().headers;
  return cookie === undefined ? undefined : parseCookie(cookie)[name];
});

/** The cookie that holds the refresh token: out of reach of scripts, sent to the auth routes alone and by our own pages alone. */
@Injectable()
export class RefreshCookie {
  private readonly attributes: Omit<SetCookie, 'value'>;

  constructor(
    @Inject(authConfig.token) { AUTH_COOKIE_SECURE }: AuthConfig,
    @Inject(loggingConfig.token) { NODE_ENV }: LoggingConfig,
    private readonly clock: Clock,
  ) {
    const secure = AUTH_COOKIE_SECURE ?? NODE_ENV === 'production';
    this.attributes = { name, httpOnly: true, sameSite: 'strict', path: '/api/v1/auth', secure };
  }

  /** The `Set-Cookie` header that hands a token out. */
  setting(token: string, expiresAt: Date): string {
    const maxAge = Math.max(0, Math.floor((expiresAt.getTime() - this.clock.now().getTime()) / 1000));
    return stringifySetCookie({ ...this.attributes, value: token, maxAge });
  }

  /** The `Set-Cookie` header that takes it away. */
  clearing(): string {
    return stringifySetCookie({ ...this.attributes, value: '', maxAge: 0 });
  }
}
