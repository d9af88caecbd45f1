import { resolve } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { entityTagOf, hasEntityTag } from '../../platform/http/entity-tag.js';
import { framedPageHeaders, pageHeaders } from '../../platform/http/security-headers.js';
import type { PageBody } from './page-cache.js';
import { pageLanguageOf } from './page-language.rules.js';
import { mayBeFramed } from './page-subject.rules.js';
import { type SiteIndexService, sitemapContentType } from './site-index.service.js';
import { acceptsHtml, siteTargetOf } from './site-path.rules.js';
import { htmlContentType, type WebPagesService } from './web-pages.service.js';

interface Site {
  /** The folder of the built web app. */
  readonly folder: string;
  readonly pages: WebPagesService;
  readonly index: SiteIndexService;
  /** The address people use, without a slash at its end; known once the server listens. */
  readonly origin: () => string;
  /** Origins of other sites that may show rooms within theirs. */
  readonly embedOrigins: readonly string[];
}

// Built files carry a hash in their names; the few others may change with every release.
const assetOptions = { maxAge: '1y', immutable: true };
const fileOptions = { maxAge: '5m' };
const retryAfterSeconds = 5;

/** Serves the web app: its files, and its one page at every other path. */
export async function installSiteRoutes(fastify: FastifyInstance, site: Site): Promise<void> {
  await fastify.register(fastifyStatic, {
    root: resolve(site.folder),
    serve: false,
    index: false,
    dotfiles: 'ignore',
    preCompressed: true,
  });
  fastify.get('/robots.txt', (request, reply) =>
    sendBody(request, reply, 'text/plain; charset=utf-8', bodyOf(site.index.robots(site.origin()))),
  );
  fastify.get('/sitemap.xml', async (request, reply) =>
    sendBody(request, reply, sitemapContentType, await site.index.sitemap(site.origin())),
  );
  fastify.get('/*', (request, reply) => answer(site, request, reply));
}

async function answer(site: Site, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const path = request.url.split('?', 1)[0] ?? '/';
  switch (siteTargetOf(path)) {
    case 'asset':
      return reply.header('vary', 'accept-encoding').sendFile(path, assetOptions);
    case 'file':
      return reply.header('vary', 'accept-encoding').sendFile(path, fileOptions);
    case 'page':
      if (acceptsHtml(request.headers.accept)) return sendPage(site, path, request, reply);
      break;
    case 'nothing':
  }
  reply.callNotFound();
  return reply;
}

async function sendPage(site: Site, path: string, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const language = pageLanguageOf(request.headers['accept-language']);
  const page = await site.pages.page({ path, language, origin: site.origin() });
  const headers = mayBeFramed(path) ? framedPageHeaders(site.embedOrigins) : pageHeaders;
  reply.code(page.status).headers(headers).header('vary', 'accept, accept-language');
  if (page.status === 200) return sendBody(request, reply, htmlContentType, page);
  if (page.status === 503) reply.header('retry-after', retryAfterSeconds);
  return reply.header('cache-control', 'no-store').type(htmlContentType).send(page.body);
}

const bodyOf = (text: string): PageBody => ({ body: Buffer.from(text), etag: entityTagOf(text) });

function sendBody(request: FastifyRequest, reply: FastifyReply, type: string, { body, etag }: PageBody): FastifyReply {
  reply.header('etag', etag).header('cache-control', 'no-cache');
  if (hasEntityTag(request.headers['if-none-match'], etag)) return reply.code(304).send();
  return reply.type(type).send(body);
}
