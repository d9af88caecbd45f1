import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { hash, verify } from '@node-rs/argon2';
import { WorkLimit } from '../concurrency/work-limit.js';

// OWASP's first choice for argon2id (the library's default algorithm); memory in KiB. One hash: about 50 ms and 46 MiB.
const cost = { memoryCost: 47_104, timeCost: 1, parallelism: 1 };

// 64 in line at two at once are under two seconds of waiting; a flood beyond that must not pile up in memory.
const limits = { atOnce: 2, waiting: 64, retryAfterSeconds: 3 };

/** Passwords as argon2id hashes in PHC form. */
@Injectable()
export class PasswordHasher {
  private readonly limit = new WorkLimit(limits);
  private readonly decoy = decoyHash();

  /** @throws AppError `service.unavailable` when too many already wait. */
  async hash(password: string): Promise<string> {
    return this.limit.run(() => hash(password, cost));
  }

  /**
   * Whether `password` is the one that was hashed. Without a hash the answer is no, after the same work: how long it
   * takes does not tell whether there is an account.
   * @throws AppError `service.unavailable` when too many already wait.
   */
  async verify(passwordHash: string | undefined, password: string): Promise<boolean> {
    return this.limit.run(() => verify(passwordHash ?? this.decoy, password));
  }
}

/** A well-formed hash of the usual cost that no password is known to have: its digest is random. */
export function decoyHash(): string {
  const base64 = (bytes: number): string => randomBytes(bytes).toString('base64').replace(/=+$/, '');
  return `$argon2id$v=19$m=${cost.memoryCost},t=${cost.timeCost},p=${cost.parallelism}$${base64(16)}$${base64(32)}`;
}
