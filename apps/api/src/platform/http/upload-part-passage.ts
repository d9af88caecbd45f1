import type { FastifyInstance } from 'fastify';
import { AppError } from '../errors/app-error.js';
import { routeRules } from './route-config.js';

/** The content type of an upload's part (tus 1.0.0, https://tus.io/protocols/resumable-upload, PATCH). */
export const uploadPartType = 'application/offset+octet-stream';

/** Lets parts of resumable uploads through to the routes that take them (`@TakesUploadPart`), unread and of any length. */
export function installUploadPartPassage(fastify: FastifyInstance): void {
  fastify.addContentTypeParser(uploadPartType, (request, _payload, done) => {
    if (routeRules(request).takesUploadPart === true) done(null);
    else done(new AppError('request.unsupported-media-type'));
  });
}
