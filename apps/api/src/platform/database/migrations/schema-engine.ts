import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils';
import type { MigrationList, SchemaEngine, SchemaFilter } from '@prisma/schema-engine-wasm';
import * as bindings from '@prisma/schema-engine-wasm/schema_engine_bg';
import type { MigrationAdapterFactory } from './migration-adapter.js';
import type { MigrationFolder, SchemaFile } from './migration-files.js';

/** Nothing in the database is left to others. */
export const noFilter: SchemaFilter = { externalTables: [], externalEnums: [] };

/** The part used here of what Node has and the compiler's library describes only for browsers. */
declare const WebAssembly: {
  instantiate(program: Uint8Array, imports: object): Promise<{ instance: { exports: Record<string, unknown> } }>;
};

let loading: Promise<void> | undefined;

/**
 * Prisma's schema engine, the one that `prisma migrate` runs, as WebAssembly. Its package's entry imports a `.wasm` file as a module,
 * which Node cannot do without a flag: this is what that import would do.
 */
async function loadEngine(): Promise<void> {
  const program = createRequire(import.meta.url)
    .resolve('@prisma/schema-engine-wasm/schema_engine_bg')
    .replace(/\.js$/, '.wasm');
  const { instance } = await WebAssembly.instantiate(await readFile(program), {
    './schema_engine_bg.js': { ...bindings },
  });
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
    try {
      return await work(engine);
    } finally {
      engine.free();
    }
  } finally {
    await adapter.close();
  }
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
