import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { FirstAdmin, type StoredPhoto } from './first-admin.js';
import { HttpsClient } from './https-client.js';
import { sendRaw, statusesIn } from './raw-https.js';
import { Stack } from './stack.js';

const place = inject('place');
const stack = new Stack(place);
const client = new HttpsClient(place, inject('installation').rootCertificate);
const canary = 'nobody-is-to-read-this';
const media = '/var/lib/virtualcafe/media';
const inApp = (script: string): Promise<string> => stack.compose('exec', '-T', 'app-1', 'sh', '-c', script);

let photo: StoredPhoto;

beforeAll(async () => {
  photo = await (await FirstAdmin.signIn(stack, client)).upload();
  // What an operator or a process that was cut off may have left there.
  await inApp(`cd ${media} && mkdir -p 00 .left && for each in notes.txt 00/notes.txt 00/.left.webp .left/half.webp
    do printf ${canary} > $each; done`);
});

afterAll(async () => {
  await inApp(`cd ${media} && rm -rf notes.txt 00/notes.txt 00/.left.webp .left`);
  client.close();
});

describe('a photo', () => {
  it.each(['url', 'thumbnailUrl'] as const)('comes from nginx itself, for ever (%s)', async (which) => {
    const { status, headers, body } = await client.call('GET', photo[which]);
    expect(status).toBe(200);
    expect(headers).toMatchObject({
      'cache-control': 'public, max-age=31536000, immutable',
      'content-type': 'image/webp',
      'content-length': String(body.length),
      'accept-ranges': 'bytes',
      etag: expect.stringMatching(/^"[^"]+"$/),
    });
    expect(body.subarray(8, 12).toString()).toBe('WEBP');
    // The server's own limits and sizes come with what it answers.
    expect(headers['ratelimit-policy']).toBeUndefined();
  });

  it('answers HEAD without a body', async () => {
    const { status, headers, body } = await client.call('HEAD', photo.url);
    expect([status, headers['content-length'], body.length]).toEqual([200, String(photo.sizeBytes), 0]);
  });

  it('answers 304 to who has it', async () => {
    const { headers } = await client.call('GET', photo.url);
    const known = [
      { 'if-none-match': headers.etag ?? '' },
      { 'if-none-match': `"other", W/${headers.etag}` },
      { 'if-modified-since': headers['last-modified'] ?? '' },
    ];
    for (const condition of known) {
      const again = await client.call('GET', photo.url, { headers: condition });
      expect([again.status, again.body.length, again.headers['cache-control']]).toEqual([
        304,
        0,
        'public, max-age=31536000, immutable',
      ]);
    }
    expect((await client.call('GET', photo.url, { headers: { 'if-none-match': '"other"' } })).status).toBe(200);
  });

  it('comes in ranges', async () => {
    const { body: whole, headers } = await client.call('GET', photo.url);
    const size = whole.length;
    const part = (range: string, others = {}) => client.call('GET', photo.url, { headers: { range, ...others } });
    for (const [range, from, to] of [
      ['bytes=10-19', 10, 19],
      ['bytes=0-0', 0, 0],
      [`bytes=${size - 5}-`, size - 5, size - 1],
      ['bytes=-5', size - 5, size - 1],
      ['bytes=5-99999999', 5, size - 1],
    ] as const) {
      const { status, headers: given, body } = await part(range);
      expect([range, status, given['content-range']]).toEqual([range, 206, `bytes ${from}-${to}/${size}`]);
      expect(body).toEqual(whole.subarray(from, to + 1));
      expect(given['cache-control']).toContain('immutable');
    }
    // Of what it was, not of what it is.
    expect((await part('bytes=0-9', { 'if-range': '"other"' })).status).toBe(200);
    expect((await part('bytes=0-9', { 'if-range': headers.etag ?? '' })).status).toBe(206);
  });

  it('tells of a range that it has not', async () => {
    const { status, headers, text } = await client.call('GET', photo.url, { headers: { range: 'bytes=99999999-' } });
    expect([status, headers['content-range']]).toEqual([416, `bytes */${photo.sizeBytes}`]);
    expect(headers['content-type']).toContain('application/problem+json');
    expect(JSON.parse(text)).toMatchObject({ code: 'request.range-not-satisfiable', status: 416 });
  });

  it.each(['POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'TRACE', 'PROPFIND', 'MOVE', 'PURGE'])(
    'takes no %s',
    async (method) => {
      const { status, text } = await client.call(method, photo.url);
      expect([status, JSON.parse(text)]).toEqual([404, expect.objectContaining({ code: 'route.not-found' })]);
      expect((await client.call('GET', photo.url)).status).toBe(200);
    },
  );
});

it('shows nothing else of what lies beside the photos', async () => {
  const name = photo.url.slice('/media/'.length);
  for (const path of [
    '/media',
    '/media/',
    '/media/00',
    '/media/00/',
    '/media/notes.txt',
    '/media/00/notes.txt',
    '/media/00/.left.webp',
    '/media/.left/half.webp',
    '/media/%2eleft/half.webp',
    '/media/.left/',
    `/media/${name}/`,
    `/media/${name}/../notes.txt`,
    `/media/${name.toUpperCase()}`,
    `/media/00/${name.slice(3)}`,
    `/media/${name}%00.txt`,
    `/media/${name}.bak`,
    `/media/x/${name}`,
    '/media../web/index.html',
    '/mediax/notes.txt',
  ]) {
    const text = await sendRaw(place, `GET ${path} HTTP/1.1\r\nHost: ${place.domain}\r\nConnection: close\r\n\r\n`);
    expect([path, statusesIn(text)]).toEqual([path, [path.includes('%00') ? 400 : 404]]);
    expect(text).not.toContain(canary);
  }
});

/** Each as it is sent, byte by byte. */
const tricks = [
  '/media/../../../../etc/passwd',
  '/media/../web/index.html',
  '/media/..%2f..%2f..%2f..%2fetc/passwd',
  '/media/%2e%2e/%2e%2e/%2e%2e/%2e%2e/etc/passwd',
  '/media/%252e%252e/%252e%252e/etc/passwd',
  '/media/..%5c..%5c..%5cetc/passwd',
  '/media/..\\..\\..\\etc\\passwd',
  '/media/....//....//etc/passwd',
  '/media/..;/..;/etc/passwd',
  '/media//etc/passwd',
  '/assets/../../../../etc/passwd',
  '/assets/..%2f..%2f..%2f..%2fetc%2fpasswd',
  '/assets/%2e%2e/%2e%2e/media/notes.txt',
  '/assets../media/notes.txt',
  '/assets/..',
  '/assets/',
  '/assets//etc/passwd',
  '/assets/%c0%ae%c0%ae/%c0%ae%c0%ae/etc/passwd',
  '/assets/%e0%80%ae%e0%80%ae/etc/passwd',
  '/assets/%00',
  '/assets/index.js%00.txt',
  '/assets/%0d%0aX-Planted:%20yes/a.js',
  '/../media/notes.txt',
  '/%2e%2e/media/notes.txt',
  '/..%2fmedia%2fnotes.txt',
  '/x/../../etc/passwd',
  '//etc/passwd',
  '/etc/passwd',
  '/etc/virtualcafe/nginx.conf',
  '/run/nginx/tls/privkey.pem',
  '/letsencrypt/live/virtualcafe/privkey.pem',
  '/.env',
  '/.git/config',
  '/index.html.gz',
  '/notes.txt',
  '/favicon.svg/../../media/notes.txt',
  '/favicon.svg/',
  '/.well-known/acme-challenge/../../../etc/passwd',
  '/.well-known/acme-challenge/..%2f..%2f..%2fetc/passwd',
  '/_errors/page/request.malformed',
  '/_errors/problem/rate.limited',
  '/nginx-status',
  '/nginx-health',
  '/metrics',
  '/api/../media/notes.txt',
  '/api/v1/../../media/notes.txt',
  '/api/v1/..%2f..%2f..%2fmetrics',
  '/api/%2e%2e/%2e%2e/etc/passwd',
  '/socket.io/../media/notes.txt',
  'file:///etc/passwd',
  'https://cafe.test/../../etc/passwd',
  'https://cafe.test/media/../notes.txt',
  'etc/passwd',
  '*',
];

describe('paths that lead elsewhere', () => {
  it.each(tricks)('%s shows nothing', async (path) => {
    const text = await sendRaw(place, `GET ${path} HTTP/1.1\r\nHost: ${place.domain}\r\nConnection: close\r\n\r\n`);
    const [head = ''] = text.split('\r\n\r\n');
    // Any other address is a page, which says itself that there is nothing.
    if (!text.includes('<div id="root"></div>')) expect([[400], [404]]).toContainEqual(statusesIn(text));
    expect(text).not.toMatch(new RegExp(`${canary}|root:x:|PRIVATE KEY|server_name|http_request_duration`));
    expect(head).not.toMatch(/x-planted/i);
  });

  it('would be shown what lies there by its own name', async () => {
    const read = await stack.compose('exec', '-T', 'nginx', 'cat', `${media}/notes.txt`);
    expect(read).toBe(canary);
  });
});
