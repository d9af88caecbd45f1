import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { request } from 'node:http';
import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { AccessLog } from './access-log.js';
import { AppView, containerOf, inspected } from './app-view.js';
import { HttpsClient } from './https-client.js';
import { Outsider } from './outsider.js';
import { openTls, certificateOf } from './raw-https.js';
import { Stack } from './stack.js';
import { ThrowAwayNginx } from './throw-away-nginx.js';

const place = inject('place');
const { domain, httpPort, httpsPort } = place;
const { rootCertificate } = inject('installation');
const stack = new Stack(place);
const app = new AppView(stack);
const client = new HttpsClient(place, rootCertificate);
const services = ['nginx', 'app-1', 'app-2', 'db', 'redis', 'certbot'];

let outsider: Outsider;
let log: AccessLog;

beforeAll(async () => {
  outsider = await Outsider.arrive('vcoutsider', '10.213.17');
  log = new AccessLog(await containerOf(stack, 'nginx'));
});

afterAll(async () => {
  await outsider.leave();
  client.close();
});

describe('from another machine', () => {
  it('two ports are reached and nothing else of the stack', async () => {
    const published: string[] = [];
    const places: [string, number][] = [
      [outsider.machine, httpPort],
      [outsider.machine, httpsPort],
    ];
    for (const service of services) {
      const container = await containerOf(stack, service);
      const ports = await inspected(
        container,
        '{{range .NetworkSettings.Ports}}{{range .}}{{.HostPort}} {{end}}{{end}}',
      );
      published.push(...ports.split(' ').filter((port) => port !== ''));
      const addresses = await inspected(container, '{{range .NetworkSettings.Networks}}{{.IPAddress}} {{end}}');
      for (const address of addresses.split(' ').filter((each) => each !== ''))
        for (const port of [80, 443, 4000, 5432, 6379, 8080, 8081, 9464]) places.push([address, port]);
    }
    expect([...new Set(published)].sort()).toEqual([String(httpPort), String(httpsPort)].sort());
    // Eight ports each of nginx, of certbot, and of four with two networks or one.
    expect(places.length).toBeGreaterThanOrEqual(2 + services.length * 8);
    // nginx is the one that is published; where it listens is the same door.
    const nginx = await inspected(
      await containerOf(stack, 'nginx'),
      '{{range .NetworkSettings.Networks}}{{.IPAddress}}{{end}}',
    );
    const reached = (await outsider.reachable(places)).filter(
      (each) => ![`${nginx}:8080`].includes(each) && each !== `${nginx}:8443`,
    );
    expect(reached).toEqual([`${outsider.machine}:${httpPort}`, `${outsider.machine}:${httpsPort}`]);
  });

  it('one is known by the address one has, in nginx and in the server', async () => {
    const path = `/api/v1/from-${randomUUID()}`;
    const to = ['--resolve', `${domain}:${httpsPort}:${outsider.machine}`, `https://${domain}:${httpsPort}${path}`];
    await outsider.run('curl', '--silent', '--insecure', '--header', 'X-Forwarded-For: 203.0.113.9', ...to);
    expect((await log.first(({ uri }) => uri === path)).address).toBe(outsider.address);
    expect((await app.requests(path)).map(({ remoteAddress }) => remoteAddress)).toEqual([outsider.address]);
  });
});

describe('what a client says of its address', () => {
  const forged = (address: string): Record<string, string> => ({
    'x-forwarded-for': address,
    forwarded: `for=${address};proto=http;host=another.example`,
    'x-real-ip': address,
    'true-client-ip': address,
    'cf-connecting-ip': address,
    'x-client-ip': address,
    'x-forwarded-host': 'another.example',
    'x-forwarded-proto': 'http',
    x_forwarded_for: address,
    'x-request-id': 'of-my-own',
  });
  const some = (n: number): string => `203.0.113.${n % 250}`;

  it('is not in the logs', async () => {
    const path = `/api/v1/forged-${randomUUID()}`;
    const { headers } = await client.call('GET', path, { headers: forged(some(7)) });
    expect(headers['x-request-id']).toMatch(/^[0-9a-f]{32}$/);
    const entry = await log.entry(String(headers['x-request-id']));
    expect(JSON.stringify(entry)).not.toContain(some(7));
    const [seen] = await app.requests(path);
    expect(seen?.requestId).toBe(headers['x-request-id']);
    expect(seen?.remoteAddress).toBe(entry.address);
  });

  it('does not lift a limit', async () => {
    // Twenty at once, and five a second.
    const calls = Array.from({ length: 200 }, (_, n) =>
      client.call('GET', '/api/v1/auth/login', { headers: forged(some(n)) }),
    );
    const limited = (await Promise.all(calls)).filter(({ status }) => status === 429);
    expect(limited.length).toBeGreaterThan(0);
    // Nor does the server count these as others: it answers what is left to one address.
    const left = await Promise.all(
      [1, 2, 3].map((n) => client.call('GET', '/api/v1/users', { headers: forged(some(n)) })),
    );
    const remaining = left.map(({ headers }) => Number(/r=(\d+)/.exec(String(headers['ratelimit']))?.[1]));
    expect(new Set(remaining).size).toBe(3);
  });

  it('does not change where links lead', async () => {
    const { text } = await client.call('GET', '/sitemap.xml', { headers: forged(some(7)) });
    expect(text).toContain(`<loc>${stack.origin}/</loc>`);
    expect(text).not.toContain('another.example');
  });

  it('is believed of proxies that were named, and of no others', async () => {
    const gateway = (await log.entry(String((await client.call('GET', '/')).headers['x-request-id']))).address;
    for (const [proxies, chain, known] of [
      ['198.51.100.1', '203.0.113.9', gateway],
      [gateway, '203.0.113.9', '203.0.113.9'],
      // What stands before the last that is not one of them, anybody may have written.
      [`${gateway} 198.51.100.1`, '203.0.113.8, 203.0.113.9, 198.51.100.1', '203.0.113.9'],
    ] as const) {
      const other = await ThrowAwayNginx.start(stack, { environment: { TRUSTED_PROXIES: proxies } });
      const unchecked = new HttpsClient(other.place, await certificateOf(other.place));
      try {
        const { headers } = await unchecked.call('GET', '/', { headers: { 'x-forwarded-for': chain } });
        const entry = await new AccessLog(other.container).entry(String(headers['x-request-id']));
        expect([proxies, entry.address]).toEqual([proxies, known]);
      } finally {
        unchecked.close();
        await other.remove();
      }
    }
  });
});

describe('names that are not ours', () => {
  const plain = async (bytes: string, port = httpPort): Promise<string> => {
    const socket = connect(port, '127.0.0.1');
    let text = '';
    socket.setEncoding('latin1').on('data', (chunk: string) => (text += chunk));
    socket.on('error', () => undefined);
    socket.write(bytes);
    if (!socket.closed) await once(socket, 'close');
    return text;
  };

  it.each([
    'GET / HTTP/1.1\r\nHost: another.example\r\n\r\n',
    'GET / HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n',
    'GET / HTTP/1.0\r\n\r\n',
    'GET /\r\n',
    'GET / HTTP/1.1\r\n\r\n',
    'GET http://another.example/ HTTP/1.1\r\nHost: another.example\r\n\r\n',
    'GET /nginx-health HTTP/1.1\r\nHost: another.example\r\nX-Forwarded-For: 127.0.0.1\r\n\r\n',
    'GET /nginx-status HTTP/1.1\r\nHost: another.example\r\n\r\n',
  ])('are answered by nothing: %j', async (bytes) => {
    expect(await plain(bytes)).toBe('');
  });

  it.each(['another.example', 'cafe.test.another.example', ''])('have no certificate: "%s"', async (servername) => {
    await expect(openTls(place, { servername })).rejects.toThrow(/unrecognized name/);
  });

  it('are told nothing without TLS where TLS is spoken, and ours that it cannot be read', async () => {
    expect(await plain('GET / HTTP/1.1\r\nHost: another.example\r\n\r\n', httpsPort)).toBe('');
    const ours = await plain(`GET / HTTP/1.1\r\nHost: ${domain}\r\n\r\n`, httpsPort);
    expect(ours).toMatch(/^HTTP\/1\.1 400 [^]*Nothing to open here/);
  });
});

describe('without TLS', () => {
  const ask = (path: string): Promise<[status: number | undefined, location: string | undefined]> =>
    new Promise((resolve, reject) => {
      const sent = request({ host: '127.0.0.1', port: httpPort, path, headers: { host: domain } }, (response) => {
        response.resume();
        resolve([response.statusCode, response.headers.location]);
      });
      sent.on('error', reject).end();
    });

  it.each([
    '/',
    '/cafes?q=a%20b&x=1',
    '/r/ABC?back=https://another.example/',
    '//another.example/',
    '/.well-known/other',
  ])('one is led to the same address with it: %s', async (path) => {
    expect(await ask(path)).toEqual([301, `${stack.origin}${path}`]);
  });

  it('only the authority that signs certificates is answered', async () => {
    const token = randomUUID();
    const folder = '/var/www/acme/.well-known/acme-challenge';
    const inCertbot = (script: string): Promise<string> => stack.compose('exec', '-T', 'certbot', 'sh', '-c', script);
    await inCertbot(`mkdir -p ${folder} && printf answer > ${folder}/${token}`);
    try {
      expect((await ask(`/.well-known/acme-challenge/${token}`))[0]).toBe(200);
      expect((await ask('/.well-known/acme-challenge/nothing'))[0]).toBe(404);
      expect((await ask(`/.well-known/acme-challenge/../${token}`))[0]).toBe(301);
    } finally {
      await inCertbot(`rm -f ${folder}/${token}`);
    }
  });
});
