import type { Server } from 'node:http';
import type { Socket } from 'node:net';

const sweepMs = 100;

/**
 * Lets a server close without waiting for clients that ask nothing more. Closing it ends the connections that are idle at
 * that moment, but neither those that finish a request later nor those on which nothing was ever asked (browsers open
 * such ones ahead of need). What it returns runs `closing`, and ends every connection that is left after `timeoutMs`.
 */
export function installGracefulClose(
  server: Server,
): (closing: () => Promise<void>, timeoutMs: number) => Promise<void> {
  const open = new Set<Socket>();
  server.on('connection', (socket: Socket) => {
    open.add(socket);
    socket.once('close', () => open.delete(socket));
  });
  return async (closing, timeoutMs) => {
    const force = setTimeout(() => server.closeAllConnections(), timeoutMs);
    const sweep = setInterval(() => {
      server.closeIdleConnections();
      for (const socket of open) if (socket.bytesRead === 0) socket.destroy();
    }, sweepMs);
    await closing();
    clearTimeout(force);
    clearInterval(sweep);
  };
}
