import { runStep, type Progress } from './boot/progress.mjs';

/** What the API's own programs need to know of a run. */
export interface DatabaseSettings {
  readonly databaseUrl: string;
  readonly mediaDir: string;
  readonly mapsDir?: string | undefined;
  /** Demo data has accounts with known passwords: never where real people are. */
  readonly isProduction: boolean;
}

/** Applies the migrations that are missing and, the first time, puts the demo in; whether the demo is there. */
export async function prepareDatabase(progress: Progress, settings: DatabaseSettings): Promise<boolean> {
  const { databaseUrl, mediaDir, mapsDir } = settings;
  await runStep(progress, 'Migrating the database', async (step) => {
    const { migrate } = await import('../../apps/api/dist/platform/database/migrations/migrate.js');
    await migrate({ databaseUrl, onProgress: step.update });
  });
  if (settings.isProduction) return false;
  return runStep(progress, 'Preparing the demo', async (step) => {
    const { seedDemo } = await import('../../apps/api/dist/demo/seed.js');
    return seedDemo({ databaseUrl, mediaDir, mapsDir, onProgress: step.update });
  });
}
