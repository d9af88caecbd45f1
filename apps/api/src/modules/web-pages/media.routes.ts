import { mkdir } from 'node:fs/promises';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import { isStoredName } from '../../platform/storage/media-storage.js';

/** Serves stored media under /media/: a name is the hash of its content, so what was fetched once holds for ever. */
export async function installMediaRoutes(fastify: FastifyInstance, folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  await fastify.register(fastifyStatic, {
    root: folder,
    prefix: '/media/',
    decorateReply: false,
    // Nothing else in the folder is anybody's business: half-written files, listings, what an operator left there.
    allowedPath: (path) => isStoredName(path.slice(1)),
    index: false,
    maxAge: '1y',
    immutable: true,
  });
}
