import { type CanActivate, type ExecutionContext, Inject, Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { AppError } from '../../platform/errors/app-error.js';
import { httpConfig, type HttpConfig } from '../../platform/http/http.config.js';
import { allowedOriginsOf, isFromOurPages, requestOriginOf } from './same-origin.rules.js';

/** No other site's page may log a visitor in, use their session or end it. */
@Injectable()
export class SameOriginGuard implements CanActivate {
  private readonly allowedOrigins: readonly string[];

  constructor(@Inject(httpConfig.token) config: HttpConfig) {
    this.allowedOrigins = allowedOriginsOf(config);
  }

  canActivate(context: ExecutionContext): boolean {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    if (isFromOurPages(requestOriginOf(request.headers, request.host, this.allowedOrigins))) return true;
    throw new AppError('access.denied', { detail: 'Sessions are for the pages of this site alone' });
  }
}
