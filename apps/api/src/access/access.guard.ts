import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { type Action, type ActionRule, actions } from '@virtualcafe/contracts';
import type { FastifyRequest } from 'fastify';
import { AppError } from '../platform/errors/app-error.js';
import { type Actor, anonymous, type AuthenticatedRequest } from './actor.js';
import { Authenticator } from './authenticator.js';
import { accessRuleOf } from './requires.decorator.js';

/** Deny by default: a route without a declared rule answers nobody. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(private readonly authenticator: Authenticator) {}

  canActivate(context: ExecutionContext): true | Promise<true> {
    const rule = accessRuleOf(context.getHandler());
    if (rule === undefined) throw new AppError('access.denied', { detail: 'This route declares no access rule' });
    const request = context.switchToHttp().getRequest<FastifyRequest & AuthenticatedRequest>();
    if (rule.kind === 'requires') return this.admit(request, rule.action);
    return rule.recognizesUsers && request.headers.authorization !== undefined ? this.recognize(request) : true;
  }

  private async recognize(request: FastifyRequest & AuthenticatedRequest): Promise<true> {
    request.actor = await this.authenticate(request);
    return true;
  }

  private async admit(request: FastifyRequest & AuthenticatedRequest, action: Action): Promise<true> {
    request.actor = await this.authenticate(request);
    assertMayAttempt(request.actor, action);
    return true;
  }

  private async authenticate(request: FastifyRequest): Promise<Actor> {
    const { authorization } = request.headers;
    if (authorization !== undefined) return this.authenticator.userOf(bearerToken(authorization));
    const key = request.headers['x-api-key'];
    if (typeof key === 'string') return this.authenticator.apiKeyOf(key);
    return anonymous;
  }
}

function bearerToken(authorization: string): string {
  const match = /^Bearer ([\w.~+/-]+=*)$/i.exec(authorization);
  if (match?.[1] === undefined) throw new AppError('auth.token-invalid');
  return match[1];
}

/** @throws AppError `auth.required` for nobody, `access.denied` for somebody else. */
export function assertMayAttempt(actor: Actor, action: Action): void {
  const rule: ActionRule = actions[action];
  if (actor.kind === 'anonymous') throw new AppError('auth.required');
  if (actor.kind === 'user' && !rule.userTypes.includes(actor.userType)) throw new AppError('access.denied');
  if (actor.kind === 'apiKey' && (rule.scope === undefined || !actor.scopes.includes(rule.scope)))
    throw new AppError('access.denied');
}
