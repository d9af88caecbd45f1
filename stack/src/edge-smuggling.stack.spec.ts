import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, inject, it } from 'vitest';
import { AppView } from './app-view.js';
import { sendFrames } from './raw-http2.js';
import { sendRaw, statusesIn } from './raw-https.js';
import { Stack } from './stack.js';

const place = inject('place');
const stack = new Stack(place);
const app = new AppView(stack);
const host = `Host: ${place.domain}`;
const anotherHost = 'another.example';

/** Lines as HTTP/1 has them; what follows the head is the body. */
const message = (lines: readonly string[], body = ''): string => [...lines, '', body].join('\r\n');
const smuggled = (id: string): string => message([`GET /api/v1/smuggled-${id} HTTP/1.1`, host]);
/** The last on a connection, so that it ends whatever became of those before. */
const last = (id: string): string => message([`GET /api/v1/last-${id} HTTP/1.1`, host, 'Connection: close']);

const post = (fields: readonly string[], body: (id: string) => string) => (id: string) =>
  message([`POST /api/v1/front-${id} HTTP/1.1`, host, 'Content-Type: application/json', ...fields], body(id)) +
  last(id);
const get =
  (fields: readonly string[], line = 'GET /api/v1/front-@ HTTP/1.1') =>
  (id: string) =>
    message([line.replace('@', id), ...fields, 'Connection: close']) + last(id);

const asChunks = (id: string): string => `0\r\n\r\n${smuggled(id)}`;
const chunked = 'Transfer-Encoding: chunked';
const long = 'a'.repeat(9000);

type Shape = readonly [name: string, bytes: (id: string) => string, statuses: readonly number[]];

/** Where two readers could see two different requests: one answer that says so, or none at all; and the server hears of nothing. */
const refused: readonly Shape[] = [
  ['CL.TE', post(['Content-Length: 6', chunked], asChunks), [400]],
  ['TE.CL', post([chunked, 'Content-Length: 4'], (id) => `5c\r\n${smuggled(id)}\r\n0\r\n\r\n`), [400]],
  ['TE.TE', post([chunked, 'Transfer-Encoding: identity'], asChunks), [400]],
  ['chunked and another coding', post(['Transfer-Encoding: gzip, chunked'], asChunks), [400]],
  ['an unknown coding', post(['Transfer-Encoding: xchunked'], asChunks), [400]],
  ['a space before the colon', post(['Transfer-Encoding : chunked'], asChunks), [400]],
  ['a tab before the coding', post(['Transfer-Encoding:\tchunked', 'Content-Length: 0'], smuggled), [400]],
  ['a coding on a line of its own', post(['Transfer-Encoding:', ' chunked', 'Content-Length: 0'], smuggled), [400]],
  ['a control character before the name', post(['\x0bTransfer-Encoding: chunked'], asChunks), [400]],
  ['a carriage return within a value', post(['X: a\rTransfer-Encoding: chunked'], asChunks), [400]],
  ['two lengths', post(['Content-Length: 0', 'Content-Length: 60'], smuggled), [400]],
  ['the same length twice', post(['Content-Length: 0', 'Content-Length: 0'], smuggled), [400]],
  ['a list of lengths', post(['Content-Length: 0, 60'], smuggled), [400]],
  ['a length with a sign', post(['Content-Length: +60'], smuggled), [400]],
  ['a negative length', post(['Content-Length: -1'], smuggled), [400]],
  ['a length with a space', post(['Content-Length: 6 0'], smuggled), [400]],
  ['a length that is not decimal', post(['Content-Length: 0x3c'], smuggled), [400]],
  ['a length that no number holds', post(['Content-Length: 99999999999999999999'], smuggled), [400]],
  ['a chunk of negative size', post([chunked], (id) => `-1\r\n${smuggled(id)}`), [400]],
  ['a chunk larger than any', post([chunked], (id) => `fffffffffffffffff\r\n${smuggled(id)}`), [400]],
  ['a line that ends within a chunk’s extension', post([chunked], (id) => `2;a\nb\r\n{}\r\n${asChunks(id)}`), [400]],
  ['chunks in HTTP/1.0', get([host, chunked], 'POST /api/v1/front-@ HTTP/1.0'), [400]],
  ['a NUL in a value', get([host, 'X: a\0b']), [400]],
  ['a NUL in the address', get([host], 'GET /api/v1/front-@\0 HTTP/1.1'), [400]],
  ['a name with a space', get([host, 'X Y: a']), [400]],
  ['a line without a name', get([host, ': a']), [400]],
  ['two hosts', get([host, `Host: ${anotherHost}`]), [400]],
  ['no host', get([]), []],
  ['a host with a path', get([`Host: ${place.domain}/x`]), [400]],
  ['two protocols', get([host], 'GET /api/v1/front-@ HTTP/1.1 HTTP/1.1'), [400]],
  ['a protocol of the future', get([host], 'GET /api/v1/front-@ HTTP/3.0'), [400]],
  ['a header larger than any', get([host, `X: ${long}`]), [431]],
  ['many headers', get([host, ...Array.from({ length: 8 }, () => `X: ${long.slice(0, 7000)}`)]), [431]],
  ['an address longer than any', get([host], `GET /api/v1/front-@${long} HTTP/1.1`), [414]],
  ['a tunnel', get([host], `CONNECT ${anotherHost}:443 HTTP/1.1`), [400]],
  ['another host', get([`Host: ${anotherHost}`]), []],
  ['an address of another host', get([host], `GET https://${anotherHost}/api/v1/front-@ HTTP/1.1`), []],
  ['HTTP/0.9', (id) => `GET /api/v1/front-${id}\r\n`, []],
  ['HTTP/1.0 without a host', (id) => message([`GET /api/v1/front-${id} HTTP/1.0`]), []],
];

/** Where all readers see the same: those requests, each once. */
const harmless: readonly (readonly [...Shape, seen: readonly string[]])[] = [
  ['a body that reads like a request', (id) => bodied(id, smuggled(id)), [400, 404], ['front', 'last']],
  [
    'a name with an underscore',
    post(['Transfer_Encoding: chunked', 'Content-Length: 0'], () => ''),
    [400, 404],
    ['front', 'last'],
  ],
  ['lines that end without a carriage return', (id) => get([host])(id).replaceAll('\r', ''), [404], ['front']],
  [
    'an address with our own host',
    get([`Host: ${anotherHost}`], `GET https://${place.domain}/api/v1/front-@ HTTP/1.1`),
    [404],
    ['front'],
  ],
];

const bodied = (id: string, body: string): string => post(['X: y', `Content-Length: ${body.length}`], () => body)(id);

interface Outcome {
  readonly statuses: readonly number[];
  readonly text: string;
  /** What came to the server of it: `front`, `smuggled`, `last`. */
  readonly seen: readonly string[];
}

const outcomes = new Map<string, Outcome>();

beforeAll(async () => {
  const all = [...refused, ...harmless];
  const ids = all.map(() => randomUUID());
  const texts = await Promise.all(all.map(([, bytes], n) => sendRaw(place, bytes(ids[n] ?? ''))));
  const requests = await app.requests('/api/v1/');
  all.forEach(([name], n) => {
    const text = texts[n] ?? '';
    const seen = requests
      .filter(({ path }) => path.includes(ids[n] ?? '-'))
      .map(({ path }) => /\/api\/v1\/(\w+)-/.exec(path)?.[1] ?? path);
    outcomes.set(name, { statuses: statusesIn(text), text, seen: seen.sort() });
  });
});

describe('HTTP/1', () => {
  it.each(refused)('%s is refused', (name, _bytes, statuses) => {
    const { text, ...outcome } = outcomes.get(name) ?? { text: '' };
    expect(outcome).toEqual({ statuses, seen: [] });
    if (statuses.length === 0) expect(text).toBe('');
    // A clear message, and nothing of nginx's own.
    else expect(text).toMatch(/"code":"request\.|Nothing to open here/);
    expect(text).not.toContain('<center>');
  });

  it.each(harmless)('%s is what it says', (name, _bytes, statuses, seen) => {
    const { statuses: given, seen: came } = outcomes.get(name) ?? {};
    expect({ statuses: given, seen: came }).toEqual({ statuses, seen });
  });
});

describe('HTTP/2', () => {
  const fields = (id: string, ...others: readonly (readonly [string, string])[]) =>
    [
      [':method', 'POST'],
      [':scheme', 'https'],
      [':authority', place.domain],
      [':path', `/api/v1/front-${id}`],
      ['content-type', 'application/json'],
      ...others,
    ] as const;

  it.each<[string, readonly [string, string][]]>([
    ['a length that is too short', [['content-length', '1']]],
    ['a length that is too long', [['content-length', '4000']]],
    [
      'two lengths',
      [
        ['content-length', '0'],
        ['content-length', '60'],
      ],
    ],
    ['a length with a sign', [['content-length', '+60']]],
    [
      'a coding and a length',
      [
        ['content-length', '5'],
        ['transfer-encoding', 'chunked'],
      ],
    ],
    ['a line break in a value', [['x', 'a\r\ntransfer-encoding: chunked']]],
    ['a line break in a name', [['x: a\r\ntransfer-encoding', 'chunked']]],
    ['a name in capitals', [['Transfer-Encoding', 'chunked']]],
    ['a colon in a name', [['x:y', 'a']]],
    ['two paths', [[':path', '/api/v1/regions']]],
    ['an unknown pseudo-header', [[':front', 'x']]],
    ['another host', [['host', anotherHost]]],
  ])('%s does not become two requests', async (_name, others) => {
    const id = randomUUID();
    const { status } = await sendFrames(place, fields(id, ...others), asChunks(id));
    expect([null, 400]).toContain(status);
    expect(await app.requests(id)).toEqual([]);
  });

  it('a line break in the path is refused', async () => {
    const id = randomUUID();
    const path = `/api/v1/front-${id} HTTP/1.1\r\nx: y`;
    const { status } = await sendFrames(place, [
      [':method', 'GET'],
      [':scheme', 'https'],
      [':authority', place.domain],
      [':path', path],
    ]);
    expect([null, 400]).toContain(status);
    expect(await app.requests(id)).toEqual([]);
  });

  // nginx counts the bytes of an HTTP/2 body itself, and tells the server their number in words of its own.
  it.each<[string, readonly [string, string][]]>([
    ['without any of it', []],
    ['with a coding alone', [['transfer-encoding', 'chunked']]],
  ])('a request %s is one request', async (_name, others) => {
    const id = randomUUID();
    // What stands there is no JSON, and whoever says so has read it as the body.
    const { status } = await sendFrames(place, fields(id, ...others), asChunks(id));
    const paths = (await app.requests(id)).map(({ path }) => path);
    expect([status, paths]).toEqual([400, [`/api/v1/front-${id}`]]);
  });

  it('leads to no tunnel to the server, whatever one asks to change to', async () => {
    const id = randomUUID();
    const asks = ['GET /socket.io/?EIO=4&transport=websocket HTTP/1.1', host, 'Connection: Upgrade, HTTP2-Settings'];
    for (const protocol of ['h2c', 'websocket', 'TLS/1.0']) {
      const text = await sendRaw(
        place,
        message([...asks, `Upgrade: ${protocol}`, 'Sec-WebSocket-Version: 777']) + smuggled(id) + last(id),
      );
      expect(statusesIn(text)).not.toContain(101);
    }
    expect((await app.requests(id)).filter(({ path }) => !path.includes('smuggled') && !path.includes('last'))).toEqual(
      [],
    );
  });
});
