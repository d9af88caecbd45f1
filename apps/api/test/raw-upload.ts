import { connect, type Socket } from 'node:net';

export interface RawUpload {
  readonly socket: Socket;
  /** Sends bytes of the file; resolves once the connection can take more, or is gone. */
  send(bytes: Buffer): Promise<void>;
  /** All that was answered when the connection ended, whoever ended it. */
  readonly ended: Promise<string>;
  /** What was answered, as soon as a whole head is there. */
  readonly answered: Promise<string>;
}

const head = '--x\r\ncontent-disposition: form-data; name="file"; filename="a.jpg"\r\ncontent-type: image/jpeg\r\n\r\n';

/** Begins an upload by hand, to be continued, stopped or broken off at will; without a length it is sent in chunks. */
export async function beginUpload(
  origin: string,
  { token, contentLength }: { token?: string; contentLength?: number },
): Promise<RawUpload> {
  const { hostname, port } = new URL(origin);
  const socket = connect(Number(port), hostname === 'localhost' ? '127.0.0.1' : hostname);
  // Writing to a connection that the server ended is what these tests are about.
  socket.on('error', () => undefined);
  let received = '';
  const ended = new Promise<string>((resolve) => socket.once('close', () => resolve(received)));
  const answered = new Promise<string>((resolve) => {
    socket.on('data', (chunk: Buffer) => {
      received += chunk.toString('latin1');
      if (received.includes('\r\n\r\n')) resolve(received);
    });
  });
  const write = (bytes: Buffer): Promise<void> =>
    new Promise((resolve) => {
      if (socket.destroyed || socket.write(bytes)) return void setImmediate(resolve);
      socket.once('drain', resolve).once('close', () => resolve());
    });
  const framed = (bytes: Buffer): Buffer =>
    contentLength === undefined
      ? Buffer.concat([Buffer.from(`${bytes.length.toString(16)}\r\n`), bytes, Buffer.from('\r\n')])
      : bytes;
  const headers = [
    'POST /api/v1/images HTTP/1.1',
    'Host: cafe.example',
    'Content-Type: multipart/form-data; boundary=x',
    contentLength === undefined ? 'Transfer-Encoding: chunked' : `Content-Length: ${contentLength}`,
    ...(token === undefined ? [] : [`Authorization: Bearer ${token}`]),
  ];
  await write(Buffer.from(`${headers.join('\r\n')}\r\n\r\n`));
  await write(framed(Buffer.from(head)));
  return { socket, send: (bytes) => write(framed(bytes)), ended, answered };
}
