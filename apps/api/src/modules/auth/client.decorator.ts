import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';

/** Who is at the other end, before anybody is signed in. */
export interface Client {
  readonly address: string;
  /** As the browser calls itself, cut to 255 characters; shown to the user, never used for a decision. */
  readonly userAgent: string | null;
}

const maxUserAgentLength = 255;

export const CurrentClient = createParamDecorator((_: unknown, context: ExecutionContext): Client => {
  const request = context.switchToHttp().getRequest<FastifyRequest>();
  return { address: request.ip, userAgent: request.headers['user-agent']?.slice(0, maxUserAgentLength) ?? null };
});
