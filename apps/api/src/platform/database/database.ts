import { AsyncLocalStorage } from 'node:async_hooks';
import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { PrismaPg } from '@prisma/adapter-pg';
import type { Logger } from 'pino';
import { type Prisma, PrismaClient } from '../../generated/prisma/client.js';
import { LOGGER } from '../logging/logging.module.js';
import { databaseConfig, type DatabaseConfig } from './database.config.js';
import { isTransactionConflict } from './database-errors.js';
import { createStatementNames } from './planned-once.js';

interface AmbientTransaction {
  readonly client: Prisma.TransactionClient;
  readonly afterCommit: (() => void | Promise<void>)[];
}

const maxAttempts = 3;

/**
 * The database and its ambient transaction: inside `transaction(work)` every repository that reads `client`,
 * however deep, works in that one transaction. Nested calls join the outer one.
 */
@Injectable()
export class Database implements OnApplicationShutdown {
  private readonly prisma: PrismaClient;
  private readonly ambient = new AsyncLocalStorage<AmbientTransaction>();

  constructor(
    @Inject(databaseConfig.token) config: DatabaseConfig,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {
    const adapter = new PrismaPg(
      {
        connectionString: config.DATABASE_URL,
        max: config.DATABASE_POOL_SIZE,
        connectionTimeoutMillis: config.DATABASE_CONNECT_TIMEOUT_MS,
        idleTimeoutMillis: 30_000,
        statement_timeout: config.DATABASE_STATEMENT_TIMEOUT_MS,
        // A server that vanished without a word answers nothing: give up on the socket a little after the statement's limit.
        query_timeout: config.DATABASE_STATEMENT_TIMEOUT_MS + 1000,
        idle_in_transaction_session_timeout: 30_000,
        keepAlive: true,
        application_name: 'virtualcafe-api',
      },
      { statementNameGenerator: createStatementNames() },
    );
    this.prisma = new PrismaClient({ adapter });
  }

  /** The transaction in progress, or the database outside of one. */
  get client(): Prisma.TransactionClient {
    return this.ambient.getStore()?.client ?? this.prisma;
  }

  /**
   * Runs `work` in one transaction; a deadlock or serialization failure is tried again, so `work` must have no effects
   * outside the database: put those into `afterCommit`. It is rolled back when it takes longer than `timeoutMs`.
   */
  async transaction<T>(work: () => Promise<T>, { timeoutMs = 15_000 } = {}): Promise<T> {
    if (this.ambient.getStore() !== undefined) return work();
    for (let attempt = 1; ; attempt += 1) {
      const afterCommit: AmbientTransaction['afterCommit'] = [];
      try {
        const result = await this.prisma.$transaction((client) => this.ambient.run({ client, afterCommit }, work), {
          maxWait: 3000,
          timeout: timeoutMs,
        });
        await this.runAfterCommit(afterCommit);
        return result;
      } catch (error) {
        if (attempt >= maxAttempts || !isTransactionConflict(error)) throw error;
      }
    }
  }

  /** Runs `effect` once the transaction in progress has committed (at once outside of one); never when it rolls back. */
  async afterCommit(effect: () => void | Promise<void>): Promise<void> {
    const ambient = this.ambient.getStore();
    if (ambient === undefined) await effect();
    else ambient.afterCommit.push(effect);
  }

  async onApplicationShutdown(): Promise<void> {
    await this.prisma.$disconnect();
  }

  // What was committed stands: a failing effect is logged and must not turn the answer into an error.
  private async runAfterCommit(effects: AmbientTransaction['afterCommit']): Promise<void> {
    for (const effect of effects) {
      try {
        await effect();
      } catch (error) {
        this.logger.error({ err: error }, 'An effect after a commit failed');
      }
    }
  }
}
