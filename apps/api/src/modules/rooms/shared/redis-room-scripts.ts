import type { Redis, Result } from 'ioredis';

// Each script does in one step what two processes must not do at once.

/** KEYS: the number of the last message, the talk. ARGV: the first number, message, channel, how many to keep, milliseconds. */
const say = `
local last = tonumber(redis.call('GET', KEYS[1])) or (tonumber(ARGV[1]) - 1)
local sequence = string.format('%.0f', last + 1)
redis.call('SET', KEYS[1], sequence, 'PX', ARGV[5])
local numbered = '{"sequence":' .. sequence .. ',"message":' .. ARGV[2] .. '}'
redis.call('RPUSH', KEYS[2], numbered)
redis.call('LTRIM', KEYS[2], -tonumber(ARGV[4]), -1)
redis.call('PEXPIRE', KEYS[2], ARGV[5])
redis.call('PUBLISH', ARGV[3], '{"kind":"said","said":' .. numbered .. '}')
return sequence`;

/**
 * KEYS: how many shards there were. ARGV: prefix of the rooms of this name, key, companion or '', now, capacity, the capacity for
 * friends, milliseconds of the promise.
 */
const reserve = `
local now = tonumber(ARGV[4])
local count = tonumber(redis.call('GET', KEYS[1])) or 0
local function taken(shard)
  local promised = ARGV[1] .. shard .. ':promised'
  redis.call('ZREMRANGEBYSCORE', promised, '-inf', now)
  return redis.call('ZCOUNT', ARGV[1] .. shard .. ':present', '(' .. now, '+inf') + redis.call('ZCARD', promised)
end
local chosen = nil
if ARGV[3] ~= '' then
  for shard = 1, count do
    local untilMs = redis.call('ZSCORE', ARGV[1] .. shard .. ':present', ARGV[3])
    if untilMs and tonumber(untilMs) > now and taken(shard) < tonumber(ARGV[6]) then chosen = shard break end
  end
end
if not chosen then
  chosen = count + 1
  for shard = 1, count do
    if taken(shard) < tonumber(ARGV[5]) then chosen = shard break end
  end
end
redis.call('SET', KEYS[1], math.max(count, chosen), 'PX', 86400000)
redis.call('ZADD', ARGV[1] .. chosen .. ':promised', now + tonumber(ARGV[7]), ARGV[2])
redis.call('PEXPIRE', ARGV[1] .. chosen .. ':promised', ARGV[7])
return chosen`;

declare module 'ioredis' {
  interface RedisCommander<Context> {
    roomSay(
      lastKey: string,
      talkKey: string,
      first: number,
      message: string,
      channel: string,
      keep: number,
      forMs: number,
    ): Result<string, Context>;
    roomReserve(
      countKey: string,
      prefix: string,
      key: string,
      companion: string,
      nowMs: number,
      capacity: number,
      companionCapacity: number,
      promiseMs: number,
    ): Result<number, Context>;
  }
}

/** Makes the scripts known as commands of this connection. */
export function defineRoomScripts(redis: Redis): void {
  redis.defineCommand('roomSay', { numberOfKeys: 2, lua: say });
  redis.defineCommand('roomReserve', { numberOfKeys: 1, lua: reserve });
}
