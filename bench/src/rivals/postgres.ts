import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import pg from 'pg';

// The rival by hand: bare node:http and pg, one prepared statement whose single text column is the whole answer.
const text = readFileSync(process.env.QUERY_FILE ?? '', 'utf8');
const pool = new pg.Pool({
  connectionString: process.env.DATABASE_URL,
  max: Number(process.env.DATABASE_POOL_SIZE),
});

createServer((_, response) => {
  pool.query<{ body: string }>({ name: 'answer', text }).then(
    ({ rows }) => {
      const body = Buffer.from(rows[0]?.body ?? '');
      response.writeHead(200, { 'content-type': 'application/json; charset=utf-8', 'content-length': body.byteLength });
      response.end(body);
    },
    (error: unknown) => {
      console.error(error);
      response.writeHead(500).end();
    },
  );
}).listen(Number(process.env.PORT), process.env.HOST);

process.on('SIGTERM', () => process.exit(0));
