import type { IncomingMessage } from 'node:http';
import type { FastifyInstance } from 'fastify';

// A client that is still sending looks at the answer only now and then: closing at once would throw the answer away.
const lingerMs = 3000;
const lingerBytes = 8 * 1024 * 1024;

/**
 * Ends connections whose request was answered before its body was read. Node would read such a body to its end to keep
 * the connection, however long it is: this reads a little more, so that the client sees the answer, and hangs up.
 */
export function installUnreadBodyLimit(fastify: FastifyInstance): void {
  fastify.addHook('onResponse', (request, _reply, done) => {
    if (!request.raw.complete && !request.raw.destroyed) discardBriefly(request.raw);
    done();
  });
}

function discardBriefly(message: IncomingMessage): void {
  let discardedBytes = 0;
  const timer = setTimeout(() => message.destroy(), lingerMs);
  message.once('close', () => clearTimeout(timer));
  message.on('data', (chunk: Buffer) => {
    discardedBytes += chunk.byteLength;
    if (discardedBytes > lingerBytes) message.destroy();
  });
  message.resume();
}
