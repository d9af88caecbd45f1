import { type CanActivate, type ExecutionContext, Inject, Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { AppError } from '../../platform/errors/app-error.js';
import { httpConfig, type HttpConfig } from '../../platform/http/http.config.js';
import { isFromOurPages } from './same-origin.rules.js';

/** No other site's page may log a visitor in, use their session or end it. */
@Injectable()
export class SameOriginGuard implements CanActivate {
  private readonly allowedOrigins: readonly string[];

  constructor(@Inject(httpConfig.token) { CORS_ORIGINS, PUBLIC_URL }: HttpConfig) {
    this.allowedOrigins = PUBLIC_URL === undefined ? CORS_ORIGINS : [...CORS_ORIGINS, new URL(PUBLIC_URL).origin];
  }

  canActivate(context: ExecutionContext): boolean {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const { origin, 'sec-fetch-site': fetchSite } = request.headers;
    const { allowedOrigins } = this;
    if (isFromOurPages({ fetchSite: asOne(fetchSite), origin, host: request.host, allowedOrigins })) return true;
    throw new AppError('access.denied', { detail: 'Sessions are for the pages of this site alone' });
  }
}

const asOne = (header: string | string[] | undefined): string | undefined =>
  Array.isArray(header) ? header.join(', ') : header;
