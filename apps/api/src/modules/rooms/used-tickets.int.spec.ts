import { Redis } from 'ioredis';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { eventually } from '../../../test/eventually.js';
import { startTestRedis, type TestRedis } from '../../../test/redis.js';
import { RedisUsedTickets } from './used-tickets.js';

let server: TestRedis;
const connections: Redis[] = [];

beforeAll(async () => {
  server = await startTestRedis();
});
afterAll(async () => {
  for (const connection of connections) connection.disconnect();
  await server.stop();
});

const inAProcess = (): RedisUsedTickets => {
  const redis = new Redis(server.url);
  connections.push(redis);
  return new RedisUsedTickets(redis);
};

describe('a ticket in several processes', () => {
  it('is used once, however many try at the same moment', async () => {
    const processes = [inAProcess(), inAProcess()];
    const results = await Promise.all(
      Array.from({ length: 40 }, (_, index) => processes[index % 2]?.use('ticket', 60_000)),
    );
    expect(results.filter(Boolean)).toHaveLength(1);
    expect(await processes[0]?.use('another', 60_000)).toBe(true);
  });

  it('lets nobody in while Redis is away, and says why', async () => {
    const redis = new Redis(server.url, { enableOfflineQueue: false, maxRetriesPerRequest: 0, commandTimeout: 500 });
    redis.on('error', () => undefined);
    connections.push(redis);
    const tickets = new RedisUsedTickets(redis);
    await eventually(async () => expect(await tickets.use(crypto.randomUUID(), 60_000)).toBe(true));
    await server.pause();
    await expect(tickets.use('away', 60_000)).rejects.toMatchObject({ code: 'service.unavailable' });
    await server.resume();
    await eventually(async () => expect(await tickets.use(crypto.randomUUID(), 60_000)).toBe(true));
  });
});
