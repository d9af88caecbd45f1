import 'reflect-metadata';
import { RouteConfig } from '@nestjs/platform-fastify';
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

/** Hands a multipart body through unread: the route reads the stream itself, within limits of its own. */
export const TakesMultipart = (): MethodDecorator => withRule({ takesMultipart: true });

/** The rules of the route a request was matched to. */
export const routeRules = (config: unknown): RouteRules => config ?? {};
