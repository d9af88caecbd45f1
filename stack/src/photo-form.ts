import { randomBytes } from 'node:crypto';

export interface Form {
  readonly type: string;
  readonly body: Buffer;
}

/** A picture as a browser's form sends it (RFC 7578), in the field that uploads are read from. */
export function photoForm(png: Buffer): Form {
  const boundary = `x${randomBytes(8).toString('hex')}`;
  const head = 'content-disposition: form-data; name="file"; filename="a.png"\r\ncontent-type: image/png\r\n\r\n';
  const body = Buffer.concat([Buffer.from(`--${boundary}\r\n${head}`), png, Buffer.from(`\r\n--${boundary}--\r\n`)]);
  return { type: `multipart/form-data; boundary=${boundary}`, body };
}
