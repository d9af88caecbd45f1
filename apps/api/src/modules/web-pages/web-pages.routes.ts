import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { SwaggerModule } from '@nestjs/swagger';
import type { FastifyInstance } from 'fastify';
import type { HttpConfig } from '../../platform/http/http.config.js';
import { createOpenApiDocument } from '../../platform/http/openapi-document.js';
import { pageContentSecurityPolicy } from '../../platform/http/security-headers.js';

/** What is served beside the API: its description and UI, media, and the web app. */
export async function installWebApp(
  app: NestFastifyApplication,
  fastify: FastifyInstance,
  config: HttpConfig,
): Promise<void> {
  SwaggerModule.setup('api/docs', app, () => createOpenApiDocument(app), {
    jsonDocumentUrl: 'api/openapi.json',
    yamlDocumentUrl: 'api/openapi.yaml',
  });
  fastify.addHook('onRequest', (request, reply, done) => {
    if (request.url.startsWith('/api/docs')) reply.header('content-security-policy', pageContentSecurityPolicy);
    done();
  });
  void config;
}
