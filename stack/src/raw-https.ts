import { once } from 'node:events';
import { type ConnectionOptions, connect, type TLSSocket } from 'node:tls';
import type { StackPlace } from './stack.js';

export type RawOptions = Pick<ConnectionOptions, 'servername' | 'ALPNProtocols'>;

/** A TLS connection on which exactly these bytes go out. The certificate is looked at elsewhere. */
export async function openTls(place: StackPlace, options: RawOptions = {}): Promise<TLSSocket> {
  const { domain, httpsPort } = place;
  const socket = connect({
    host: '127.0.0.1',
    port: httpsPort,
    servername: domain,
    rejectUnauthorized: false,
    ...options,
  });
  await once(socket, 'secureConnect');
  // A connection that is cut off has ended, too.
  socket.on('error', () => undefined);
  return socket;
}

/** What it shows, as something to believe. */
export async function certificateOf(place: StackPlace): Promise<string> {
  const socket = await openTls(place);
  const { raw } = socket.getPeerCertificate();
  socket.destroy();
  return `-----BEGIN CERTIFICATE-----\n${raw.toString('base64')}\n-----END CERTIFICATE-----\n`;
}

/** What comes until the server closes the connection. It does so once it refuses, or after a request with `Connection: close`. */
export async function received(socket: TLSSocket): Promise<Buffer> {
  const chunks: Buffer[] = [];
  socket.on('data', (chunk: Buffer) => chunks.push(chunk));
  if (!socket.closed) await once(socket, 'close');
  return Buffer.concat(chunks);
}

/** Sends these bytes (as Latin-1) and reads until the server closes. */
export async function sendRaw(place: StackPlace, bytes: string, options?: RawOptions): Promise<string> {
  const socket = await openTls(place, options);
  const answer = received(socket);
  socket.write(Buffer.from(bytes, 'latin1'));
  return (await answer).toString('latin1');
}

/** The statuses of the answers in what came, in their order. An answer may begin right after the body of the one before. */
export const statusesIn = (text: string): number[] =>
  [...text.matchAll(/HTTP\/1\.[01] (\d{3})[ \r]/g)].map(([, status]) => Number(status));
