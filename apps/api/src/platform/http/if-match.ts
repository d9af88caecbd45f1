import { createHash } from 'node:crypto';
import {
  type CallHandler,
  createParamDecorator,
  type ExecutionContext,
  Injectable,
  type NestInterceptor,
  UseInterceptors,
} from '@nestjs/common';
import { ApiHeader } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type Observable, tap } from 'rxjs';
import { AppError } from '../errors/app-error.js';

// `"<version>-<rendering>"`. The weak mark is ignored: proxies add it when they compress, and the version is ours, not theirs.
const editTag = /^(?:W\/)?"([0-9a-z]{1,9})-[\w-]+"$/;

/**
 * The `ETag` of a record to edit: its version, and a digest that tells renderings of one version apart, so that `If-None-Match` sees a
 * change of what the record only refers to (a region renamed above a café) while `If-Match` minds the record's own changes alone.
 */
export function editTagOf(answer: { readonly updatedAt: string }): string {
  const version = new Date(answer.updatedAt).getTime().toString(36);
  const rendering = createHash('sha1').update(JSON.stringify(answer)).digest('base64url').slice(0, 12);
  return `"${version}-${rendering}"`;
}

/**
 * The version that an `If-Match` header names: the `updatedAt` that was edited.
 * @throws AppError `resource.if-match-required` without a version, `resource.stale` for a tag that is none of ours.
 */
export function versionOf(header: string | undefined): Date {
  const tag = header?.trim() ?? '';
  if (tag === '' || tag === '*') throw new AppError('resource.if-match-required');
  const version = editTag.exec(tag)?.[1];
  if (version === undefined) throw new AppError('resource.stale');
  return new Date(Number.parseInt(version, 36));
}

/** The `updatedAt` to write over `version`: the present, but always later than what it replaces, to the millisecond. */
export const laterVersion = (version: Date, now: Date): Date =>
  new Date(Math.max(now.getTime(), version.getTime() + 1));

/** The version of the record that the caller edited, for the conditional update. */
export const IfMatch = createParamDecorator((_: unknown, context: ExecutionContext): Date =>
  versionOf(context.switchToHttp().getRequest<FastifyRequest>().headers['if-match']),
);

@Injectable()
class EditTagInterceptor implements NestInterceptor<{ updatedAt: string }, { updatedAt: string }> {
  intercept(context: ExecutionContext, next: CallHandler<{ updatedAt: string }>): Observable<{ updatedAt: string }> {
    const reply = context.switchToHttp().getResponse<FastifyReply>();
    return next.handle().pipe(tap((answer) => void reply.header('etag', editTagOf(answer))));
  }
}

/** The answer is a record with `updatedAt`; its `ETag` is what `If-Match` must carry in an edit. */
export const AnswersEditTag = () => UseInterceptors(EditTagInterceptor);

/** The route takes an edit made from a version; take it with `@IfMatch()`. */
export const RequiresIfMatch = () =>
  ApiHeader({ name: 'If-Match', required: true, description: 'The ETag of the record as it was edited' });
