import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { ApiScope, UserType } from '@virtualcafe/contracts';

export interface UserActor {
  readonly kind: 'user';
  readonly userId: string;
  readonly userType: UserType;
  readonly sessionId: string;
}

export interface ApiKeyActor {
  readonly kind: 'apiKey';
  readonly apiKeyId: string;
  readonly scopes: readonly ApiScope[];
  /** The cafés it is limited to; empty means every café. */
  readonly cafeIds: readonly string[];
}

/** The system itself: jobs, the command line, the demo seed. */
export interface SystemActor {
  readonly kind: 'system';
  readonly name: string;
}

export interface AnonymousActor {
  readonly kind: 'anonymous';
}

export type Actor = UserActor | ApiKeyActor | SystemActor | AnonymousActor;

export const anonymous: AnonymousActor = { kind: 'anonymous' };

/** A request after the guard has seen it. */
export interface AuthenticatedRequest {
  actor?: Actor;
}

/** The actor of the request, as the first argument of a handler. */
export const CurrentActor = createParamDecorator(
  (_: unknown, context: ExecutionContext): Actor =>
    context.switchToHttp().getRequest<AuthenticatedRequest>().actor ?? anonymous,
);

/** A signed-in user: where a route requires an action that only users may attempt, the actor is one. */
export function asUser(actor: Actor): UserActor {
  if (actor.kind !== 'user')
    throw new Error(`Expected a user, got ${actor.kind}: the action's rule and its handler disagree`);
  return actor;
}
