import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance } from 'fastify';
import type { HttpConfig } from '../../platform/http/http.config.js';
import { publicOriginOf } from '../../platform/http/public-origin.js';
import { MediaStorage } from '../../platform/storage/media-storage.js';
import { installApiDocs } from './api-docs.routes.js';
import { embedConfig, type EmbedConfig } from './embed.config.js';
import { installMediaRoutes } from './media.routes.js';
import { SiteIndexService } from './site-index.service.js';
import { installSiteRoutes } from './site.routes.js';
import { WebPagesService } from './web-pages.service.js';

/** What is served beside the API: its description and UI, media, and the web app. */
export async function installWebApp(
  app: NestFastifyApplication,
  fastify: FastifyInstance,
  config: HttpConfig,
): Promise<void> {
  installApiDocs(app, fastify);
  await installMediaRoutes(fastify, app.get(MediaStorage).root);
  if (config.WEB_DIR === undefined) return;
  await installSiteRoutes(fastify, {
    folder: config.WEB_DIR,
    pages: app.get(WebPagesService),
    index: app.get(SiteIndexService),
    origin: () => publicOriginOf(config, fastify.server),
    embedOrigins: app.get<EmbedConfig>(embedConfig.token).EMBED_ORIGINS,
  });
}
