import type { FastifyInstance } from 'fastify';
import { AppError } from '../errors/app-error.js';
import { routeRules } from './route-config.js';

/**
 * Lets multipart bodies through to the routes that take them (`@TakesMultipart`), unread: Fastify's body limit does not
 * apply there, so such a route sets its own. Everywhere else multipart is refused.
 */
export function installMultipartPassage(fastify: FastifyInstance): void {
  fastify.addContentTypeParser(/^multipart\//, (request, _payload, done) => {
    if (routeRules(request).takesMultipart === true) done(null);
    else done(new AppError('request.unsupported-media-type'));
  });
}
