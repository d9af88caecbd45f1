import type { FastifyInstance } from 'fastify';

/** One route as Fastify knows it. */
export interface Route {
  readonly method: string;
  readonly url: string;
}

/** Records every route as it is registered: for 405 answers, and for the test that walks them all. */
export class RouteTable {
  private readonly routes: Route[] = [];
  private matchers: { pattern: RegExp; methods: Set<string> }[] | undefined;

  constructor(fastify: FastifyInstance) {
    fastify.addHook('onRoute', ({ method, url }) => {
      this.matchers = undefined;
      for (const each of [method].flat()) this.routes.push({ method: each, url });
    });
  }

  all(): readonly Route[] {
    return this.routes;
  }

  /** The methods that `path` takes; empty where no route matches. The web app's catch-all does not count. */
  methodsAt(path: string): string[] {
    this.matchers ??= compile(this.routes);
    const methods = new Set<string>();
    for (const { pattern, methods: taken } of this.matchers) {
      if (pattern.test(path)) for (const method of taken) methods.add(method);
    }
    return [...methods].toSorted();
  }
}

function compile(routes: readonly Route[]): { pattern: RegExp; methods: Set<string> }[] {
  const methodsByUrl = new Map<string, Set<string>>();
  for (const { url, method } of routes) {
    if (!url.includes('*')) methodsByUrl.set(url, (methodsByUrl.get(url) ?? new Set()).add(method));
  }
  return [...methodsByUrl].map(([url, methods]) => ({ pattern: toPattern(url), methods }));
}

const toPattern = (url: string): RegExp => new RegExp(`^${url.split('/').map(toPatternPart).join('/')}$`);

const toPatternPart = (part: string): string =>
  part.startsWith(':') ? '[^/]+' : part.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
