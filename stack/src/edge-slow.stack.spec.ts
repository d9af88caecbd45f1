import { randomUUID } from 'node:crypto';
import { afterAll, describe, expect, inject, it } from 'vitest';
import { AppView } from './app-view.js';
import { HttpsClient } from './https-client.js';
import { openTls, received, statusesIn } from './raw-https.js';
import { Stack } from './stack.js';

const place = inject('place');
const stack = new Stack(place);
const app = new AppView(stack);
const client = new HttpsClient(place, inject('installation').rootCertificate);
const host = `Host: ${place.domain}`;

afterAll(() => client.close());

/** Sends the beginning, then one byte every second; resolves with what came once nginx has closed. */
async function drip(beginning: string, byte: string | null): Promise<string> {
  const socket = await openTls(place);
  const answer = received(socket);
  socket.write(beginning);
  const timer = setInterval(() => byte !== null && socket.writable && socket.write(byte), 1000);
  const text = (await answer).toString('latin1');
  clearInterval(timer);
  return text;
}

describe('who sends slowly', () => {
  it.each<[string, (id: string) => string, string | null]>([
    ['a header that never ends', (id) => `GET /api/v1/slow-${id} HTTP/1.1\r\n${host}\r\nX: `, 'a'],
    ['the line of a request', (id) => `GET /api/v1/slow-${id}`, 'a'],
    ['nothing', () => '', null],
    [
      'a body that does not come',
      (id) => `POST /api/v1/slow-${id} HTTP/1.1\r\n${host}\r\nContent-Length: 100\r\n\r\n`,
      null,
    ],
    [
      'chunks that do not come',
      (id) => `POST /api/v1/slow-${id} HTTP/1.1\r\n${host}\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nab`,
      null,
    ],
  ])('%s is cut off, and others are served meanwhile', async (_name, beginning, byte) => {
    const id = randomUUID();
    // A crowd of them, and the server hears of none.
    const crowd = Promise.all(Array.from({ length: 50 }, () => drip(beginning(id), byte)));
    const state = { isOver: false };
    void crowd.then(() => (state.isOver = true));
    let served = 0;
    while (!state.isOver) {
      expect((await client.call('GET', '/robots.txt')).status).toBe(200);
      served += 1;
      await new Promise((resolve) => setTimeout(resolve, 500));
    }
    expect(served).toBeGreaterThan(0);
    for (const text of await crowd) expect(statusesIn(text).filter((status) => status < 400)).toEqual([]);
    expect(await app.requests(id)).toEqual([]);
  });
});
