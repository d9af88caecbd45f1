import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';

// The rival that does nothing: bare node:http answering given bytes from memory, whatever is asked.
const body = readFileSync(process.env.BODY_FILE ?? '');

createServer((_, response) => {
  response.writeHead(200, { 'content-type': 'application/json; charset=utf-8', 'content-length': body.byteLength });
  response.end(body);
}).listen(Number(process.env.PORT), process.env.HOST);

process.on('SIGTERM', () => process.exit(0));
