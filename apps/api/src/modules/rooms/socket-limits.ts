import { TokenBucket } from '@virtualcafe/world';

/** What one connection may send: movement 30 times a second, anything else 10 times, each with a second's worth saved up. */
const transformsPerSecond = 30;
const requestsPerSecond = 10;
/** Beyond the limits so much is only dropped; a client that goes on so is no client of ours. */
const toleratedExcess = 60;
const forgivenPerSecond = 1;
const warnEveryMs = 5000;

/** `taken`: go on. `dropped`: leave it out. `warned`: leave it out and tell them. `closed`: end the connection. */
export type LimitVerdict = 'taken' | 'dropped' | 'warned' | 'closed';

/** Counts what a connection sends. Time in milliseconds. */
export class SocketLimits {
  private readonly transforms: TokenBucket;
  private readonly requests: TokenBucket;
  private readonly excess: TokenBucket;
  private warnedAtMs = Number.NEGATIVE_INFINITY;

  constructor(nowMs: number) {
    this.transforms = new TokenBucket(transformsPerSecond, transformsPerSecond, nowMs);
    this.requests = new TokenBucket(requestsPerSecond, requestsPerSecond, nowMs);
    this.excess = new TokenBucket(toleratedExcess, forgivenPerSecond, nowMs);
  }

  transform(nowMs: number): LimitVerdict {
    return this.transforms.take(nowMs) ? 'taken' : this.refuse(nowMs);
  }

  request(nowMs: number): LimitVerdict {
    return this.requests.take(nowMs) ? 'taken' : this.refuse(nowMs);
  }

  /** Counts something that makes no sense as beyond the limits. */
  refuse(nowMs: number): LimitVerdict {
    if (!this.excess.take(nowMs)) return 'closed';
    if (nowMs - this.warnedAtMs < warnEveryMs) return 'dropped';
    this.warnedAtMs = nowMs;
    return 'warned';
  }
}
