import { createHash, createHmac, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { TokenHash } from '../sessions/session.rules.js';
import { AuthKeys } from './auth-keys.js';

const shape = /^[\w-]{43}$/;

/** Refresh tokens: 256 bits that mean nothing, base64url. */
@Injectable()
export class RefreshTokens {
  constructor(private readonly keys: AuthKeys) {}

  /** The first token of a session. */
  create(): string {
    return randomBytes(32).toString('base64url');
  }

  /**
   * What `token` is exchanged for. Made from it with a key of ours instead of drawn, so that whoever exchanges the same
   * token at the same moment gets the same successor although only its hash is kept.
   */
  successorOf(token: string): string {
    return createHmac('sha256', this.keys.refreshToken).update(token).digest('base64url');
  }

  /** What is kept of a token; the token is random and long, so a fast hash will do. */
  hashOf(token: string): TokenHash {
    return new Uint8Array(createHash('sha256').update(token).digest());
  }

  /** Whether `value` could be one of ours at all. */
  isWellFormed(value: string): boolean {
    return shape.test(value);
  }
}
