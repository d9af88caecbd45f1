import 'reflect-metadata';
import { RouteConfig } from '@nestjs/platform-fastify';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { RateLimitClass } from '../rate-limit/rate-limit.config.js';

/** A public answer that may be kept: `tags` name what it is made of, from the path's parameters. */
export interface PublicCacheRule {
  readonly ttlSeconds: number;
  readonly tags: (params: Record<string, string>) => string[];
}

/** What the platform's hooks know of a route. */
export interface RouteRules {
  rateLimit?: RateLimitClass;
  publicCache?: PublicCacheRule;
  takesMultipart?: true;
  takesUploadPart?: true;
  /** JSON. */
  constantAnswer?: string;
}

// The name under which Nest's adapter keeps a route's Fastify `config`.
const routeConfigMetadata = '__fastify_route_config__';

function withRule(rule: RouteRules): MethodDecorator {
  return (target, key, descriptor) => {
    const handler: object = descriptor.value as object;
    const rules = Reflect.getMetadata(routeConfigMetadata, handler) as RouteRules | undefined;
    RouteConfig({ ...rules, ...rule })(target, key, descriptor as TypedPropertyDescriptor<unknown>);
  };
}

/** Counts the route's calls in a class of its own instead of by its method. */
export const Limited = (rateLimit: RateLimitClass): MethodDecorator => withRule({ rateLimit });

/**
 * Keeps the route's 200 answers for everyone, until their time ends or one of their tags is invalidated.
 * Only for routes whose answer is the same whoever asks.
 */
export const PublicCache = (rule: PublicCacheRule): MethodDecorator => withRule({ publicCache: rule });

/**
 * Answers `value` before anything else is asked: no limit, no guard, no handler. For what is true whenever the process
 * answers at all.
 */
export const ConstantAnswer = (value: unknown): MethodDecorator => withRule({ constantAnswer: JSON.stringify(value) });

/** Hands a multipart body through unread: the route reads the stream itself, within limits of its own. */
export const TakesMultipart = (): MethodDecorator => withRule({ takesMultipart: true });

/** Hands a part of a resumable upload through unread: the route reads the stream itself, within limits of its own. */
export const TakesUploadPart = (): MethodDecorator => withRule({ takesUploadPart: true });

declare module 'fastify' {
  interface FastifyRequest {
    /** The route that the request was matched to: undefined for one that no route takes. */
    matched: MatchedRoute | undefined;
  }
}

export interface MatchedRoute extends RouteRules {
  /** With its parameters' names in place of their values. */
  readonly url: string;
}

const noRules: RouteRules = {};

/** The rules of the route that `request` was matched to. */
export const routeRules = (request: FastifyRequest): RouteRules => request.matched ?? noRules;

/** Notes for each request what it was matched to; first of all hooks. Fastify's own `routeOptions` are made anew each time they are asked for. */
export function installRouteRules(fastify: FastifyInstance): void {
  const known = new WeakMap<object, MatchedRoute>();
  const matchedRoute = ({ url, config }: FastifyRequest['routeOptions']): MatchedRoute | undefined => {
    if (url === undefined) return undefined;
    const route = known.get(config) ?? { ...(config as RouteRules), url };
    known.set(config, route);
    return route;
  };
  fastify.decorateRequest('matched');
  fastify.addHook('onRequest', (request, _reply, done) => {
    request.matched = matchedRoute(request.routeOptions);
    done();
  });
}
