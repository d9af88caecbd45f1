import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { ROUTE_ARGS_METADATA } from '@nestjs/common/constants';
import { RouteParamtypes } from '@nestjs/common/enums/route-paramtypes.enum';
import type { FastifyRequest } from 'fastify';
import { AppError } from '../errors/app-error.js';

/**
 * Refuses query parameters on routes that declare none, as the schemas do on those that declare some. Ignoring them would
 * hide a caller's mistake, and let anyone fill the kept answers with copies of one.
 */
@Injectable()
export class QueryGuard implements CanActivate {
  private readonly known = new WeakMap<object, boolean>();

  canActivate(context: ExecutionContext): true {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    if (!request.url.includes('?') || this.takesQuery(context)) return true;
    const names = Object.keys(request.query as object);
    if (names.length === 0) return true;
    throw new AppError('request.invalid', {
      errors: names
        .slice(0, 50)
        .map((name) => ({ pointer: name, in: 'query', message: 'This operation has no such parameter' })),
    });
  }

  private takesQuery(context: ExecutionContext): boolean {
    const handler = context.getHandler();
    const known = this.known.get(handler);
    if (known !== undefined) return known;
    const args: unknown = Reflect.getMetadata(ROUTE_ARGS_METADATA, context.getClass(), handler.name);
    const takes = Object.keys(args ?? {}).some((key) => key.startsWith(`${RouteParamtypes.QUERY}:`));
    this.known.set(handler, takes);
    return takes;
  }
}
