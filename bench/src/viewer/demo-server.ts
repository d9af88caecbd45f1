import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startTemporaryPostgres } from '@virtualcafe/scripts/local-postgres';
import { seedDemo } from '../../../apps/api/dist/demo/seed.js';
import { migrate } from '../../../apps/api/dist/platform/database/migrations/migrate.js';
import { ours } from '../rooms/contestants.js';
import { startPinned } from '../pinned-process.js';

export interface DemoServer {
  readonly origin: string;
  stop(): Promise<void>;
}

const web = fileURLToPath(new URL('../../../apps/web/dist', import.meta.url));

/** The product with its demo, on a database and a folder that go with it. */
export async function startDemoServer(): Promise<DemoServer> {
  const folder = await mkdtemp(join(tmpdir(), 'virtualcafe-bench-'));
  const postgres = await startTemporaryPostgres();
  const clear = async (): Promise<void> => {
    await postgres.stop();
    await rm(folder, { recursive: true, force: true });
  };
  try {
    const onProgress = (): void => undefined;
    const contestant = ours(postgres.url, folder, { WEB_DIR: web });
    const mediaDir = contestant.environment['MEDIA_DIR'] ?? '';
    await migrate({ databaseUrl: postgres.url, onProgress });
    console.log('Putting the demo into PostgreSQL ...');
    await seedDemo({ databaseUrl: postgres.url, mediaDir, onProgress, resolution: 0.4 });
    const { program, environment, probePath, nodeFlags } = contestant;
    const server = await startPinned(program, environment, probePath, nodeFlags);
    return {
      origin: server.origin,
      stop: async () => {
        await server.stop();
        await clear();
      },
    };
  } catch (error) {
    await clear();
    throw error;
  }
}
