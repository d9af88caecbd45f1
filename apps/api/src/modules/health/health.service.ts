import { Injectable } from '@nestjs/common';
import type { Readiness } from '@virtualcafe/contracts';
import { Database } from '../../platform/database/database.js';
import { migrationsFolder, readMigrations } from '../../platform/database/migrations/migration-files.js';
import { AppError } from '../../platform/errors/app-error.js';
import { MediaStorage } from '../../platform/storage/media-storage.js';

type Part = keyof Readiness['checks'];

// A probe wants an answer within 2 s, whatever hangs.
const checkTimeoutMs = 1500;

@Injectable()
export class HealthService {
  private isShuttingDown = false;
  /** Names of this version's migrations. */
  private needed: Promise<readonly string[]> | undefined;

  constructor(
    private readonly database: Database,
    private readonly storage: MediaStorage,
  ) {}

  /** @throws AppError `service.not-ready` naming the parts that do not answer. */
  async ready(): Promise<Readiness> {
    if (this.isShuttingDown)
      throw new AppError('service.not-ready', { detail: 'The process is shutting down', retryAfterSeconds: 5 });
    const checks: Record<Part, Promise<unknown>> = {
      database: this.database.client.$queryRaw`SELECT 1`,
      migrations: this.assertMigrated(),
      storage: this.storage.assertUsable(),
    };
    const failed = (
      await Promise.all(Object.entries(checks).map(async ([part, check]) => ((await answers(check)) ? [] : [part])))
    ).flat();
    if (failed.length > 0)
      throw new AppError('service.not-ready', { detail: `Not answering: ${failed.join(', ')}`, retryAfterSeconds: 5 });
    return { status: 'ok', checks: { database: 'ok', migrations: 'ok', storage: 'ok' } };
  }

  /** From now on the process is not ready, so that balancers send no new work. */
  beginShutdown(): void {
    this.isShuttingDown = true;
  }

  /** All that this version needs is there. What a later version is just bringing in, or has failed to, is no matter. */
  private async assertMigrated(): Promise<void> {
    this.needed ??= readMigrations(migrationsFolder).then(({ migrations }) => migrations.map(({ name }) => name));
    const rows = await this.database.client.$queryRaw<{ name: string }[]>`
      SELECT migration_name AS name FROM _prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL`;
    const applied = new Set(rows.map(({ name }) => name));
    const missing = (await this.needed).filter((name) => !applied.has(name));
    if (missing.length > 0) throw new Error(`Migrations are missing: ${missing.join(', ')}`);
  }
}

async function answers(check: Promise<unknown>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const timeout = new Promise<false>((resolve) => {
    timer = setTimeout(resolve, checkTimeoutMs, false);
  });
  try {
    return await Promise.race([check.then(() => true), timeout]);
  } catch {
    // The answer itself is the report: which part failed is named to the caller.
    return false;
  } finally {
    clearTimeout(timer);
  }
}
