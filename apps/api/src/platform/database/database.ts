import { AsyncLocalStorage } from 'node:async_hooks';
import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { PrismaPg } from '@prisma/adapter-pg';
import pg from 'pg';
import type { Logger } from 'pino';
import { type Prisma, PrismaClient } from '../../generated/prisma/client.js';
import { LOGGER } from '../logging/logging.module.js';
import { traceStatements } from '../tracing/statement-tracing.js';
import type { Tracer } from '../tracing/tracer.js';
import { TRACER } from '../tracing/tracing.module.js';
import { databaseConfig, type DatabaseConfig } from './database.config.js';
import { isTransactionConflict } from './database-errors.js';
import { StatementNames } from './statement-names.js';

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
  private readonly pool: pg.Pool;
  private readonly prisma: PrismaClient;
  private readonly statementNames = new StatementNames();
  private readonly ambient = new AsyncLocalStorage<AmbientTransaction>();

  constructor(
    @Inject(databaseConfig.token) config: DatabaseConfig,
    @Inject(LOGGER) private readonly logger: Logger,
    @Inject(TRACER) tracer: Tracer,
  ) {
    this.pool = new pg.Pool({
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
    });
    // An idle connection that the server ended: the pool has dropped it already.
    this.pool.on('error', (error) => logger.debug({ err: error }, 'An idle database connection was lost'));
    traceStatements(this.pool, tracer, config.DATABASE_URL);
    this.prisma = new PrismaClient({ adapter: new PrismaPg(this.pool) });
  }

  /** Connections at work and at rest, and callers that wait for one. */
  get poolUse(): { readonly busy: number; readonly idle: number; readonly waiting: number } {
    const { totalCount, idleCount, waitingCount } = this.pool;
    return { busy: totalCount - idleCount, idle: idleCount, waiting: waitingCount };
  }

  /** The transaction in progress, or the database outside of one. */
  get client(): Prisma.TransactionClient {
    return this.ambient.getStore()?.client ?? this.prisma;
  }

  /**
   * Rows by PostgreSQL's driver itself, on the same connections: what Prisma does around a raw statement costs more processor time than most
   * statements. For the reads that most calls are, with columns of JSON, text, integers and booleans, which both give
   * alike. Inside a transaction it is part of it.
   *
   * `isPlannedOnce` keeps the statement prepared: else PostgreSQL parses and plans it anew for each call, which for a join of ten tables
   * takes longer than to run it. Only for a text of few variants whose best plan is the same for all parameters: after
   * five calls PostgreSQL may settle on one plan that no longer looks at them.
   */
  async read<Row extends pg.QueryResultRow>(statement: Prisma.Sql, { isPlannedOnce = false } = {}): Promise<Row[]> {
    const ambient = this.ambient.getStore();
    if (ambient !== undefined) return ambient.client.$queryRaw<Row[]>(statement);
    const { text, values } = statement;
    const name = isPlannedOnce ? this.statementNames.nameOf(text) : undefined;
    const { rows } = await this.pool.query<Row>({ text, values, ...(name === undefined ? {} : { name }) });
    return rows;
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
    await this.pool.end();
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
