import { once } from 'node:events';
import { createServer, connect, type AddressInfo, type Socket } from 'node:net';

/** A way to a server that a test can block: as if the server had gone. */
export interface TcpProxy {
  readonly port: number;
  /** `refuse`: connections are cut and refused; `silence`: they stay open and nothing comes through. */
  block(how: 'refuse' | 'silence'): void;
  unblock(): void;
  close(): Promise<void>;
}

export async function startTcpProxy(target: { host: string; port: number }): Promise<TcpProxy> {
  const sockets = new Set<Socket>();
  let blocked: 'refuse' | 'silence' | undefined;
  const track = (socket: Socket): void => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket)).on('error', () => socket.destroy());
  };
  const server = createServer((client) => {
    track(client);
    if (blocked === 'refuse') return client.destroy();
    if (blocked === 'silence') return client;
    const upstream = connect(target);
    track(upstream);
    client.on('data', (chunk) => (blocked === undefined ? upstream.write(chunk) : undefined));
    upstream.on('data', (chunk) => (blocked === undefined ? client.write(chunk) : undefined));
    client.on('close', () => upstream.destroy());
    upstream.on('close', () => client.destroy());
    return client;
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const destroyAll = (): void => sockets.forEach((socket) => socket.destroy());
  return {
    port: (server.address() as AddressInfo).port,
    block: (how) => {
      blocked = how;
      if (how === 'refuse') destroyAll();
    },
    unblock: () => {
      // What was silenced has lost bytes: it cannot go on.
      blocked = undefined;
      destroyAll();
    },
    close: async () => {
      destroyAll();
      server.close();
      await once(server, 'close');
    },
  };
}
