import { randomBytes } from 'node:crypto';
import type { Numbered } from '@virtualcafe/world';
import type { Redis } from 'ioredis';
import type { Logger } from 'pino';
import { AppError } from '../../../platform/errors/app-error.js';
import type { MessageBus, Subscription } from '../../../platform/messages/message-bus.js';
import { redisChannel } from '../../../platform/messages/redis-message-bus.js';
import { companionShare, keptMessages, leaseMs, promiseMs, resumeMs } from './places.rules.js';
import { defineRoomScripts } from './redis-room-scripts.js';
import type { Keepsake, RoomAddress, RoomListener, RoomSharing, Said, SharedRoom } from './room-sharing.js';

/** Everything of a room goes when no process has had it open for so long. */
const roomMs = 10 * 60_000;
const highestId = 65_535;
/** Begins a message that is a message of the talk; all others of a room are its own. */
const saidPrefix = Buffer.from('{"kind":"said"');

const prefixOf = (code: string): string => `room:${code}:`;

/** For all processes that share this Redis. */
export class RedisRoomSharing implements RoomSharing {
  private readonly processId = randomBytes(8).toString('hex');

  constructor(
    private readonly redis: Redis,
    private readonly bus: MessageBus,
    private readonly capacity: number,
    private readonly logger: Logger,
  ) {
    defineRoomScripts(redis);
  }

  async reserve(code: string, key: string, companion: string | undefined, nowMs: number): Promise<number> {
    const { capacity } = this;
    const friends = Math.ceil(capacity * companionShare);
    return whenThere(
      this.redis.roomReserve(
        `${prefixOf(code)}shards`,
        prefixOf(code),
        key,
        companion ?? '',
        nowMs,
        capacity,
        friends,
        promiseMs,
      ),
    );
  }

  async isKept({ code, shard }: RoomAddress, key: string, nowMs: number): Promise<boolean> {
    return keptOf(await whenThere(this.redis.hget(`${prefixOf(code)}${shard}:people`, key)), nowMs) !== null;
  }

  open(address: RoomAddress, listener: RoomListener): SharedRoom {
    return new RedisSharedRoom(this.processId, this.redis, this.bus, address, listener, this.logger);
  }
}

class RedisSharedRoom implements SharedRoom {
  readonly isShared = true;
  readonly listening: Promise<void>;
  private readonly channel: string;
  private readonly keys: Record<'last' | 'talk' | 'ids' | 'people' | 'present' | 'promised', string>;
  private readonly subscription: Subscription;

  constructor(
    readonly processId: string,
    private readonly redis: Redis,
    private readonly bus: MessageBus,
    { code, shard }: RoomAddress,
    private readonly listener: RoomListener,
    private readonly logger: Logger,
  ) {
    const prefix = `${prefixOf(code)}${shard}`;
    this.channel = prefix;
    this.keys = {
      last: `${prefix}:last`,
      talk: `${prefix}:talk`,
      ids: `${prefix}:ids`,
      people: `${prefix}:people`,
      present: `${prefix}:present`,
      promised: `${prefix}:promised`,
    };
    this.subscription = bus.subscribe(this.channel, (message) => {
      if (!message.subarray(0, saidPrefix.length).equals(saidPrefix)) listener.onMessage(message);
      else listener.onSaid((JSON.parse(message.toString()) as { said: Numbered<Said> }).said);
    });
    this.listening = whenThere(this.subscription.ready);
    // Whoever needs it waits for it.
    this.listening.catch(() => undefined);
  }

  async takeId(): Promise<number> {
    const count = await whenThere(this.redis.incr(this.keys.ids));
    return ((count - 1) % highestId) + 1;
  }

  releaseId(): void {
    // Numbers go round: each comes again after 65,534 others.
  }

  async recentTalk(): Promise<Numbered<Said>[]> {
    const kept = await whenThere(this.redis.lrange(this.keys.talk, 0, -1));
    return kept.map((text) => JSON.parse(text) as Numbered<Said>);
  }

  async say(message: Said, nowMs: number): Promise<number> {
    const { last, talk } = this.keys;
    const channel = redisChannel(this.channel);
    return Number(
      await whenThere(this.redis.roomSay(last, talk, nowMs, JSON.stringify(message), channel, keptMessages, roomMs)),
    );
  }

  async recall(key: string, nowMs: number): Promise<Keepsake | null> {
    const { people, promised, present } = this.keys;
    const [text] = await whenThere(
      Promise.all([
        this.redis.hget(people, key),
        this.redis.zrem(promised, key),
        this.redis.zadd(present, nowMs + leaseMs, key),
      ]),
    );
    return keptOf(text, nowMs);
  }

  async keep(present: readonly string[], changed: ReadonlyMap<string, Keepsake>, nowMs: number): Promise<void> {
    const batch = this.redis.pipeline().get(this.keys.last);
    if (present.length > 0)
      batch.zadd(this.keys.present, ...present.flatMap((key) => [nowMs + leaseMs, key] as [number, string]));
    batch.zremrangebyscore(this.keys.present, '-inf', nowMs);
    if (changed.size > 0)
      batch.hset(
        this.keys.people,
        ...[...changed].flatMap(([key, kept]) => [key, JSON.stringify(kept)] as [string, string]),
      );
    // What was said outlives everybody's leaving a little: people who lose the whole system come back to it.
    for (const key of Object.values(this.keys)) batch.pexpire(key, roomMs);
    const [last] = await resultsOf(batch.exec());
    this.listener.onLastSequence(Number(last ?? 0));
  }

  forget(keys: readonly string[]): void {
    const batch = this.redis.pipeline();
    batch.hdel(this.keys.people, ...keys);
    batch.zrem(this.keys.present, ...keys);
    // They then may come back for a while, which does no harm.
    resultsOf(batch.exec()).catch((error: unknown) =>
      this.logger.debug({ err: error }, 'Somebody could not be forgotten in Redis'),
    );
  }

  publish(message: Uint8Array | string): void {
    this.bus.publish(this.channel, message);
  }

  close(): void {
    this.subscription.end();
  }
}

function keptOf(text: string | null, nowMs: number): Keepsake | null {
  if (text === null) return null;
  const kept = JSON.parse(text) as Keepsake;
  return kept.lostAtMs === null || nowMs - kept.lostAtMs < resumeMs ? kept : null;
}

/** @throws AppError `service.unavailable` while Redis is away. */
async function whenThere<Result>(work: Promise<Result>): Promise<Result> {
  try {
    return await work;
  } catch (error) {
    throw new AppError('service.unavailable', { cause: error });
  }
}

/** What the commands of a batch have answered. @throws AppError `service.unavailable` when one of them failed. */
async function resultsOf(batch: Promise<[error: Error | null, result: unknown][] | null>): Promise<unknown[]> {
  const results = (await whenThere(batch)) ?? [];
  const failed = results.find(([error]) => error !== null);
  if (failed !== undefined) throw new AppError('service.unavailable', { cause: failed[0] });
  return results.map(([, result]) => result);
}
