import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Database } from './database.js';

/** One process at a time, through PostgreSQL: the lock ends with the transaction, so a killed holder leaves none behind. */
@Injectable()
export class AdvisoryLock {
  constructor(private readonly database: Database) {}

  /**
   * Runs `work` in a transaction that holds the lock `name`, or not at all when another process holds it.
   * @returns whether `work` ran.
   */
  async tryRun(name: string, work: () => Promise<void>): Promise<boolean> {
    return this.database.transaction(async () => {
      const rows = await this.database.client.$queryRaw<
        { held: boolean }[]
      >`SELECT pg_try_advisory_xact_lock(${lockKey(name)}) AS held`;
      if (rows[0]?.held !== true) return false;
      await work();
      return true;
    });
  }

  /** Waits for the lock `name` and holds it, alone, to the end of the transaction in progress. */
  async hold(name: string): Promise<void> {
    await this.database.client.$executeRaw`SELECT pg_advisory_xact_lock(${lockKey(name)})`;
  }

  /** Waits while another holds the lock `name` alone; others may hold it so at the same time. */
  async holdShared(name: string): Promise<void> {
    await this.database.client.$executeRaw`SELECT pg_advisory_xact_lock_shared(${lockKey(name)})`;
  }
}

/** PostgreSQL's lock keys are 64-bit integers. */
const lockKey = (name: string): bigint => createHash('sha256').update(`virtualcafe:${name}`).digest().readBigInt64BE(0);
