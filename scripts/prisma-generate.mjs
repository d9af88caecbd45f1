// Makes the database client in apps/api/src/generated/prisma from apps/api/prisma/schema; does nothing when it is up to date.
// `--force` makes it anyway.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const api = fileURLToPath(new URL('../apps/api/', import.meta.url));
const require = createRequire(join(api, 'package.json'));
const schemaFolder = join(api, 'prisma', 'schema');
const output = join(api, 'src', 'generated', 'prisma');
const stamp = join(output, '.schema-hash');

const prismaManifest = require.resolve('prisma/package.json');
const { version, bin } = JSON.parse(readFileSync(prismaManifest, 'utf8'));

const hash = createHash('sha256').update(version);
for (const name of readdirSync(schemaFolder).sort()) {
  hash.update(`\0${name}\0`).update(readFileSync(join(schemaFolder, name)));
}
const wanted = hash.digest('hex');

const isCurrent = existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted;
if (!isCurrent || process.argv.includes('--force')) {
  // Models taken out of the schema would otherwise leave their files behind.
  rmSync(output, { recursive: true, force: true });
  const { status, error, stdout, stderr } = spawnSync(
    process.execPath,
    [join(dirname(prismaManifest), bin.prisma), 'generate', '--no-hints'],
    {
      cwd: api,
      encoding: 'utf8',
      env: {
        ...process.env,
        // `generate` runs no schema engine, yet looks for its binary and would download one: any existing file satisfies it.
        PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
        PRISMA_HIDE_UPDATE_MESSAGE: '1',
        CHECKPOINT_DISABLE: '1',
      },
    },
  );
  if (status !== 0) {
    process.stderr.write(`prisma generate failed\n${error?.message ?? ''}${stdout}${stderr}`);
    process.exit(1);
  }
  writeFileSync(stamp, wanted);
}
