import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils';
import type { MigrationList, SchemaEngine, SchemaFilter } from '@prisma/schema-engine-wasm';
import * as bindings from '@prisma/schema-engine-wasm/schema_engine_bg';
import { MigrationAdapterFactory } from './migration-adapter.js';
import { MigrationError } from './migration-error.js';
import type { MigrationFolder, SchemaFile } from './migration-files.js';

/** Nothing in the database is left to others. */
export const noFilter: SchemaFilter = { externalTables: [], externalEnums: [] };

/** The part used here of what Node has and the compiler's library describes only for browsers. */
declare const WebAssembly: {
  instantiate(program: Uint8Array, imports: object): Promise<{ instance: { exports: Record<string, unknown> } }>;
};

let loading: Promise<void> | undefined;

/**
 * The engine watches every migration with a timer of 10 s that it never clears. As they are bound, these timers keep no process
 * alive when all else is done.
 */
const unheldTimers = Object.fromEntries(
  Object.keys(bindings)
    .filter((name) => name.startsWith('__wbg_setTimeout_'))
    .map((name) => [name, (callback: () => void, milliseconds: number) => setTimeout(callback, milliseconds).unref()]),
);

/** Where the engine's program leaves the reason before it stops at a fault of its own. */
const panics: { last: string | undefined; set_message(message: string): void } = {
  last: undefined,
  set_message(message) {
    this.last = message;
  },
};

/**
 * Prisma's schema engine, the one that `prisma migrate` runs, as WebAssembly. Its package's entry imports a `.wasm` file as a module,
 * which Node cannot do without a flag: this is what that import would do.
 */
async function loadEngine(): Promise<void> {
  const program = createRequire(import.meta.url)
    .resolve('@prisma/schema-engine-wasm/schema_engine_bg')
    .replace(/\.js$/, '.wasm');
  const { instance } = await WebAssembly.instantiate(await readFile(program), {
    './schema_engine_bg.js': { ...bindings, ...unheldTimers },
  });
  Object.assign(globalThis, { PRISMA_WASM_PANIC_REGISTRY: panics });
  bindings.__wbg_set_wasm(instance.exports);
  (instance.exports['__wbindgen_start'] as () => void)();
}

/** Runs `work` with an engine that works on the adapter's database; closes the adapter. */
export async function withSchemaEngine<T>(
  adapter: MigrationAdapterFactory,
  schema: readonly SchemaFile[],
  work: (engine: SchemaEngine) => Promise<T>,
): Promise<T> {
  loading ??= loadEngine();
  await loading;
  try {
    const engine = await bindings.SchemaEngine.new(
      { datamodels: schema.map(({ path, content }) => [path, content]) },
      // The engine's log: errors come back as exceptions, the rest says nothing to an operator.
      () => undefined,
      bindMigrationAwareSqlAdapterFactory(adapter),
    );
    return await work(engine);
  } catch (error) {
    throw toEngineError(error);
  } finally {
    await adapter.close();
  }
}

function toEngineError(error: unknown): MigrationError {
  if (panics.last === undefined)
    return new MigrationError(`The migration engine: ${describe(error)}`, { cause: error });
  // Its memory is of no use after that.
  loading = undefined;
  const reason = panics.last;
  panics.last = undefined;
  return new MigrationError(`The migration engine broke off: ${reason}`, { cause: error });
}

/** What the engine says, in one line, without its own trace that follows. */
function describe(error: unknown): string {
  const [message = ''] = (error instanceof Error ? error.message : String(error)).split(/\n\s*0: /);
  return message.replaceAll(/\s+/g, ' ').trim();
}

/** The SQL that leads from the migrations to the schema; null when there is nothing to do. Uses a scratch database. */
export async function diffToSchema(
  databaseUrl: string,
  folder: MigrationFolder,
  files: SchemaFile[],
): Promise<string | null> {
  const { exitCode, stdout } = await withSchemaEngine(new MigrationAdapterFactory(databaseUrl), files, (engine) =>
    engine.diff({
      from: { tag: 'migrations', ...toMigrationList(folder) },
      to: { tag: 'schemaDatamodel', files },
      script: true,
      exitCode: true,
      filters: noFilter,
    }),
  );
  // As `prisma migrate diff --exit-code`: 2 is "not empty".
  return exitCode === 2 ? (stdout ?? '') : null;
}

/** The migrations in the form in which the engine takes them. */
export function toMigrationList({ path, lockfile, migrations }: MigrationFolder): MigrationList {
  return {
    baseDir: path,
    lockfile: { path: 'migration_lock.toml', content: lockfile },
    shadowDbInitScript: '',
    migrationDirectories: migrations.map(({ name, script }) => ({
      path: name,
      migrationFile: { path: 'migration.sql', content: { tag: 'ok', value: script } },
    })),
  };
}
