import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { map, type Observable } from 'rxjs';
import { EndedSession, IssuedSession } from './issued-session.js';
import { RefreshCookie } from './refresh-cookie.js';

/** Keeps refresh tokens out of bodies: they leave in the cookie, or not at all. Nothing of a session is kept on the way. */
@Injectable()
export class RefreshCookieInterceptor implements NestInterceptor {
  constructor(private readonly cookie: RefreshCookie) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const reply = context.switchToHttp().getResponse<FastifyReply>();
    return next.handle().pipe(map((answer: unknown) => this.apply(answer, reply)));
  }

  private apply(answer: unknown, reply: FastifyReply): unknown {
    reply.header('cache-control', 'no-store');
    if (answer instanceof IssuedSession) {
      reply.header('set-cookie', this.cookie.setting(answer.refreshToken, answer.expiresAt));
      return answer.session;
    }
    if (answer instanceof EndedSession) {
      reply.header('set-cookie', this.cookie.clearing());
      return undefined;
    }
    return answer;
  }
}
