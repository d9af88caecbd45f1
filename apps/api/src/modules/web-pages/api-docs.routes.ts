import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { SwaggerModule } from '@nestjs/swagger';
import type { FastifyInstance } from 'fastify';
import { createOpenApiDocument } from '../../platform/http/openapi-document.js';
import { pageHeaders } from '../../platform/http/security-headers.js';

const docsPath = '/api/docs';

/** Serves the API's description at /api/openapi.json and a page to read and try it at /api/docs. */
export function installApiDocs(app: NestFastifyApplication, fastify: FastifyInstance): void {
  fastify.addHook('onRequest', (request, reply, done) => {
    if (request.url.startsWith(docsPath)) reply.headers(pageHeaders);
    done();
  });
  SwaggerModule.setup(docsPath.slice(1), app, () => createOpenApiDocument(app), {
    jsonDocumentUrl: 'api/openapi.json',
    yamlDocumentUrl: 'api/openapi.yaml',
    customSiteTitle: 'VirtualCafe API',
  });
}
