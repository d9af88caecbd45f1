import { PrismaPg } from '@prisma/adapter-pg';
import {
  ColumnTypeEnum,
  DriverAdapterError,
  type ConnectionInfo,
  type IsolationLevel,
  type SqlDriverAdapter,
  type SqlMigrationAwareDriverAdapterFactory,
  type SqlQuery,
  type SqlResultSet,
  type Transaction,
} from '@prisma/driver-adapter-utils';
import pg from 'pg';
import { createScratchDatabase } from './scratch-database.js';

/** Runs a text of any number of statements on the pool. */
export type ScriptRunner = (pool: pg.Pool, script: string) => Promise<void>;

const runAsOne: ScriptRunner = async (pool, script) => {
  await pool.query(script);
};

/**
 * Connects Prisma's schema engine to PostgreSQL. `@prisma/adapter-pg` does almost all of it, except three things that it does wrongly for
 * migrations: it cuts scripts at every semicolon, also in function bodies, and runs the parts each in its own transaction; its scratch
 * ("shadow") database is the real one when the address is a connection string; and it refuses the type "char", in which PostgreSQL's
 * catalogue keeps kinds of constraints.
 */
export class MigrationAdapterFactory implements SqlMigrationAwareDriverAdapterFactory {
  readonly provider = 'postgres';
  readonly adapterName = '@prisma/adapter-pg';
  private readonly adapters: SqlDriverAdapter[] = [];

  constructor(
    private readonly databaseUrl: string,
    /** How scripts run on the database itself; those on the scratch database are run as they are. */
    private readonly runScript: ScriptRunner = runAsOne,
  ) {}

  connect(): Promise<SqlDriverAdapter> {
    return this.open(this.databaseUrl, this.runScript, async () => {});
  }

  async connectToShadowDb(): Promise<SqlDriverAdapter> {
    const scratch = await createScratchDatabase(this.databaseUrl);
    return this.open(scratch.url, runAsOne, scratch.drop);
  }

  /** Closes the connections that the engine has opened and drops its scratch databases; it does not do so itself. */
  async close(): Promise<void> {
    await Promise.all(this.adapters.splice(0).map((adapter) => adapter.dispose()));
  }

  private async open(url: string, runScript: ScriptRunner, afterClose: () => Promise<void>): Promise<SqlDriverAdapter> {
    const pool = new pg.Pool({ connectionString: url, application_name: 'virtualcafe-migrate' });
    const ask = pool.query.bind(pool) as (query: unknown) => Promise<pg.QueryResult | pg.QueryResult[]>;
    Object.assign(pool, { query: async (query: unknown) => disguiseCharColumns(await ask(query)) });
    const inner = await new PrismaPg(pool, { disposeExternalPool: true }).connect();
    const adapter = new ScriptAdapter(inner, (script) => runScript(pool, script), afterClose);
    this.adapters.push(adapter);
    return adapter;
  }
}

// PostgreSQL's numbers of the types "char" (one byte, of the catalogue) and text.
const charOid = 18;
const textOid = 25;

/** Which columns of a result, known by its rows, are "char": the driver adapter hands the rows through and forgets the rest. */
const charColumns = new WeakMap<object, ReadonlySet<number>>();

/** Shows "char" columns to the driver adapter as text, and remembers them. */
function disguiseCharColumns<T extends pg.QueryResult | pg.QueryResult[]>(result: T): T {
  // A text of several statements has several results; nobody reads those.
  if (Array.isArray(result)) return result;
  const chars = new Set<number>();
  result.fields.forEach((field, column) => {
    if (field.dataTypeID !== charOid) return;
    field.dataTypeID = textOid;
    chars.add(column);
  });
  charColumns.set(result.rows, chars);
  return result;
}

/** PostgreSQL's refusal in the form in which the engine can read it and tell of it. */
const toAdapterError = ({ code, severity, message, detail, column, hint }: pg.DatabaseError): DriverAdapterError =>
  new DriverAdapterError({
    kind: 'postgres',
    code: code ?? '',
    severity: severity ?? '',
    message,
    detail,
    column,
    hint,
  });

/** `@prisma/adapter-pg` with scripts run by `runScript`, and `"char"` as text. */
class ScriptAdapter implements SqlDriverAdapter {
  readonly provider;
  readonly adapterName;
  private disposal: Promise<void> | undefined;

  constructor(
    private readonly inner: SqlDriverAdapter,
    private readonly runScript: (script: string) => Promise<void>,
    private readonly afterClose: () => Promise<void>,
  ) {
    this.provider = inner.provider;
    this.adapterName = inner.adapterName;
  }

  async executeScript(script: string): Promise<void> {
    try {
      await this.runScript(script);
    } catch (error) {
      throw error instanceof pg.DatabaseError ? toAdapterError(error) : error;
    }
  }

  async queryRaw(query: SqlQuery): Promise<SqlResultSet> {
    const result = await this.inner.queryRaw(query);
    const chars = charColumns.get(result.rows);
    const columnTypes = result.columnTypes.map((type, column) =>
      chars?.has(column) === true ? ColumnTypeEnum.Character : type,
    );
    return { ...result, columnTypes };
  }

  executeRaw(query: SqlQuery): Promise<number> {
    return this.inner.executeRaw(query);
  }

  startTransaction(isolationLevel?: IsolationLevel): Promise<Transaction> {
    return this.inner.startTransaction(isolationLevel);
  }

  getConnectionInfo(): ConnectionInfo {
    return this.inner.getConnectionInfo?.() ?? { supportsRelationJoins: true };
  }

  dispose(): Promise<void> {
    this.disposal ??= this.inner.dispose().then(this.afterClose);
    return this.disposal;
  }
}
