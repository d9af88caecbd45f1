import type { IncomingMessage } from 'node:http';
import type { FastifyInstance } from 'fastify';

// A client that is still sending looks at the answer only now and then: closing at once would throw the answer away.
const lingerMs = 3000;
const lingerBytes = 8 * 1024 * 1024;
const checkEveryMs = 20;

/**
 * Ends connections whose request was answered before its body was read. Node would read such a body to its end to keep
 * the connection, however long it is: this lets it read a little more, so that the client sees the answer, and hangs up.
 */
export function installUnreadBodyLimit(fastify: FastifyInstance): void {
  fastify.addHook('onResponse', (request, _reply, done) => {
    if (!request.raw.complete && !request.raw.destroyed) discardBriefly(request.raw);
    done();
  });
}

function discardBriefly(message: IncomingMessage): void {
  const { socket } = message;
  const lastByte = socket.bytesRead + lingerBytes;
  const lastMoment = Date.now() + lingerMs;
  const timer = setInterval(() => {
    if (message.complete) clearInterval(timer);
    else if (socket.bytesRead > lastByte || Date.now() > lastMoment) socket.destroy();
  }, checkEveryMs);
  socket.once('close', () => clearInterval(timer));
  message.resume();
}
